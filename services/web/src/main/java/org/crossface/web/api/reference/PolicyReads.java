package org.crossface.web.api.reference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.policy.approval.PolicySet;
import org.crossface.platform.api.Role;
import org.crossface.web.command.CommandRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the policy in force: every threshold with its value, its bounds and the rules that read it. Every role may. */
@RestController
class PolicyReads {

    private static final String RESOURCE = "reference/policy-sets";

    private final Policies policies;
    private final ReadGate gate;
    private final Clock clock;

    PolicyReads(Policies policies, ReadGate gate, Clock clock) {
        this.policies = policies;
        this.gate = gate;
        this.clock = clock;
    }

    /** The policy in force at an instant. */
    @Schema(name = "PolicyInForce")
    record InForce(
            @Schema(description = "As commands to the policy name it")
            String policySetId,

            @Schema(description = "As the events of decisions name it")
            String version,

            @Schema(description = "When it is in force") Instant at,

            List<Value> thresholds) {

        static InForce of(Policy policy, Instant at) {
            return new InForce(
                    PolicySet.ID,
                    policy.version(),
                    at,
                    Arrays.stream(Threshold.values())
                            .map(each -> Value.of(each, policy))
                            .toList());
        }
    }

    /** A threshold with its value. */
    @Schema(name = "PolicyThreshold")
    record Value(
            @Schema(description = "As a proposal names it") String name,
            int value,

            @Schema(description = "Of the clinical reference")
            int byDefault,

            @Schema(description = "Lowest value that a version may give it")
            int lowest,

            @Schema(description = "Highest value that a version may give it")
            int highest,

            String unit,

            @Schema(description = "The rules, timers or measures that read it")
            String readBy,

            String meaning,

            @Schema(description = "Who answers for it") Role owner) {

        static Value of(Threshold threshold, Policy policy) {
            return new Value(
                    threshold.storedName(),
                    policy.of(threshold),
                    threshold.byDefault(),
                    threshold.lowest(),
                    threshold.highest(),
                    threshold.unit().label(),
                    threshold.readBy(),
                    threshold.meaning(),
                    threshold.owner());
        }
    }

    /** The one set of policies, with the version in force now. */
    @GetMapping("/api/reference/policy-sets")
    List<InForce> list(@AuthenticationPrincipal CurrentActor actor, HttpServletRequest request) {
        return List.of(read(actor, PolicySet.ID, null, request));
    }

    /**
     * The policy in force.
     *
     * @param at instant with offset; now if absent
     */
    @GetMapping("/api/reference/policy-sets/{policySetId}")
    InForce read(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String policySetId,
            @RequestParam(required = false) @Nullable OffsetDateTime at,
            HttpServletRequest request) {
        return gate.show(actor, RESOURCE, CommandRequest.purpose(request, actor), () -> {
            if (!policySetId.equals(PolicySet.ID)) {
                throw new NotVisible(RESOURCE);
            }
            Instant wanted = at == null ? clock.instant() : at.toInstant();
            return Shown.aboutNobody(InForce.of(policies.inForceAt(wanted), wanted));
        });
    }
}
