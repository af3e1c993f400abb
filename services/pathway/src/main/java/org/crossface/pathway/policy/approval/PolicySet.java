package org.crossface.pathway.policy.approval;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.PolicyApproved;
import org.crossface.pathway.policy.PolicyEvent;
import org.crossface.pathway.policy.PolicyOrder;
import org.crossface.pathway.policy.PolicyProposed;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.pathway.requirement.Requirement;
import org.crossface.pathway.requirement.Requirements;
import org.crossface.pathway.usecase.Circumstances;
import org.jspecify.annotations.Nullable;

/** All versions of the policy, proposed by one person and approved by another. */
@AggregateRoot
public final class PolicySet {

    /** Identifier of the one set of policies. */
    public static final String ID = "policy-set";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String policySetId;

    private final Map<String, PolicyProposed> proposed = new HashMap<>();
    private final Set<String> approved = new HashSet<>();

    /** For Axon, which then sources the recorded facts into it. */
    public PolicySet() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ProposePolicy command, Circumstances given) {
        Requirement.fieldsInRange(command);
        Requirements needed = new Requirements();
        needed.that(
                command.policySetId().equals(ID),
                "REF-POLICY-SET",
                "policySetId",
                "There is one set of policies.",
                "There is no policy set " + command.policySetId(),
                "Use the policy set " + ID);
        needed.that(
                !proposed.containsKey(command.version())
                        && !command.version().equals(Policy.defaults().version()),
                "SEQ-POLICY-VERSION",
                "version",
                "A version is proposed once.",
                "The version " + command.version() + " is known already",
                "Choose a new name for the version");
        command.thresholds().forEach(change -> changesWithinBounds(change, needed));
        needed.demand();
        AggregateLifecycle.apply(new PolicyProposed(
                command.policySetId(),
                command.occurredAt(),
                command.version(),
                command.effectiveFrom(),
                command.thresholds(),
                command.rationale(),
                given.actorId()));
    }

    private static void changesWithinBounds(ThresholdChange change, Requirements needed) {
        Threshold threshold = Threshold.named(change.name()).orElse(null);
        needed.that(
                threshold != null,
                "REF-THRESHOLD",
                "thresholds",
                "A policy changes thresholds that rules read.",
                "There is no threshold " + change.name(),
                "Choose one of "
                        + Stream.of(Threshold.values())
                                .map(Threshold::storedName)
                                .collect(joining(", ")));
        needed.that(
                threshold == null || threshold.allows(change.value()),
                "THRESHOLD-RANGE",
                "thresholds",
                "A threshold stays within its bounds.",
                change.name() + " would be " + change.value() + (threshold == null ? "" : unit(threshold)),
                threshold == null
                        ? ""
                        : "Choose " + threshold.lowest() + " to " + threshold.highest() + unit(threshold)
                                + ", or ask the " + threshold.owner().label() + ", who answers for it");
    }

    private static String unit(Threshold threshold) {
        return " " + threshold.unit().label();
    }

    @CommandHandler
    void handle(ApprovePolicy command, Circumstances given) {
        Requirement.fieldsInRange(command);
        PolicyProposed proposal = proposed.get(command.version());
        Requirement.that(
                proposal != null && !approved.contains(command.version()),
                "SEQ-POLICY-APPROVAL",
                "version",
                "A proposed version is approved once.",
                proposal == null ? "No such version is proposed" : "The version is approved already",
                "Choose a version that waits for approval");
        Requirement.that(
                proposal != null && !proposal.proposedBy().equals(given.actorId()),
                "FOUR-EYES",
                "version",
                "A policy is approved by another person than the one who proposed it.",
                "You have proposed this version",
                "Ask a colleague to approve it");
        Requirement.that(
                proposal != null
                        && !proposal.effectiveFrom()
                                .toInstant()
                                .isBefore(given.now().plus(Policies.ANNOUNCED_BEFORE)),
                "SEQ-POLICY-EFFECTIVE",
                "version",
                "A policy takes effect at least %d s after its approval, so that every node knows it before and no decision was made under the old one."
                        .formatted(Policies.ANNOUNCED_BEFORE.toSeconds()),
                proposal == null ? "" : "The version takes effect at " + proposal.effectiveFrom(),
                "Propose it again with a later time");
        staysInOrder(command.version());
        AggregateLifecycle.apply(
                new PolicyApproved(command.policySetId(), command.occurredAt(), command.version(), given.actorId()));
    }

    /** Every policy that would come into force with this version, its own and those of later approved versions. */
    private void staysInOrder(String version) {
        Policy policy = Policy.defaults();
        for (PolicyProposed each : proposed.values().stream()
                .filter(known ->
                        approved.contains(known.version()) || known.version().equals(version))
                .sorted(Comparator.comparing(known -> known.effectiveFrom().toInstant()))
                .toList()) {
            policy = policy.changed(each.version(), each.thresholds());
            PolicyOrder.Contradiction found = PolicyOrder.contradiction(policy).orElse(null);
            Requirement.that(
                    found == null,
                    "POLICY-ORDER",
                    "version",
                    "The thresholds of a policy do not contradict each other.",
                    found == null
                            ? ""
                            : "In version %s %s would be %d and %s %d"
                                    .formatted(
                                            policy.version(),
                                            found.lower().storedName(),
                                            policy.of(found.lower()),
                                            found.higher().storedName(),
                                            policy.of(found.higher())),
                    found == null
                            ? ""
                            : "Propose a version in which " + found.lower().storedName() + " is at most "
                                    + found.higher().storedName());
        }
    }

    @EventSourcingHandler
    void on(PolicyEvent event) {
        switch (event) {
            case PolicyProposed proposal -> {
                policySetId = proposal.policySetId();
                proposed.put(proposal.version(), proposal);
            }
            case PolicyApproved approval -> approved.add(approval.version());
        }
    }
}
