package org.crossface.web.pages.policy;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.PurposeOfUse;
import org.crossface.identity.gate.ReadGate;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.PolicyApproved;
import org.crossface.pathway.policy.PolicyProposed;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.pathway.policy.approval.ApprovePolicy;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.pathway.policy.approval.EventSourcedPolicies.Version;
import org.crossface.pathway.policy.approval.PolicySet;
import org.crossface.pathway.policy.approval.ProposePolicy;
import org.crossface.platform.api.Role;
import org.crossface.web.command.CommandEntry;
import org.crossface.web.command.CommandEntry.Sent;
import org.crossface.web.command.CommandRequest;
import org.crossface.web.command.StreamIdentifiers;
import org.crossface.web.pages.SiteTimes;
import org.crossface.web.pages.StaffNames;
import org.crossface.web.policy.PolicyReach;
import org.crossface.web.problem.Problem;
import org.crossface.web.problem.Problems;
import org.crossface.web.problem.RequestFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The versions of the policy, what each changes, on which live pathways a proposed one would act, and its approval by a second person
 * (ADR 42). Thresholds are about no patient; the pathways are shown to roles that may read them.
 */
@Controller
class PolicyPage {

    static final String PATH = "/policy";

    private static final String KEY = "_key";

    /** Prefix of the fields of the form that hold thresholds. */
    private static final String FIELD = "threshold.";

    private static final Map<String, String> NOTHING_TYPED = Map.of();

    private static final Set<Role> READ = readers();

    private final EventSourcedPolicies policies;
    private final PolicyReach reach;
    private final CommandCatalogue catalogue;
    private final CommandEntry entry;
    private final StreamIdentifiers ids;
    private final StaffNames staff;
    private final SiteTimes times;
    private final Clock clock;

    PolicyPage(
            EventSourcedPolicies policies,
            PolicyReach reach,
            CommandCatalogue catalogue,
            CommandEntry entry,
            StreamIdentifiers ids,
            StaffNames staff,
            SiteTimes times,
            Clock clock) {
        this.policies = policies;
        this.reach = reach;
        this.catalogue = catalogue;
        this.entry = entry;
        this.ids = ids;
        this.staff = staff;
        this.times = times;
        this.clock = clock;
    }

    private static Set<Role> readers() {
        Set<Role> roles = EnumSet.of(Role.PRIVACY_OFFICER);
        roles.addAll(ProposePolicy.USE_CASE.roles());
        roles.addAll(ApprovePolicy.USE_CASE.roles());
        return roles;
    }

    /** Whether this role may open the page: whoever may propose or approve a version, and who looks into the machinery. */
    static boolean opens(Role role) {
        return READ.contains(role);
    }

    /**
     * A version as a row.
     *
     * @param standing in words, such as {@code waits for a second person}
     * @param mine whether the reader proposed it, and so may not approve it
     */
    record Line(
            String version,
            String standing,
            boolean waits,
            Instant effectiveFrom,
            String proposedBy,
            @Nullable String approvedBy,
            String rationale,
            List<Change> changes,
            boolean mine) {}

    /**
     * What a version changes.
     *
     * @param meaning of the threshold
     * @param before in the version before it; empty when no rule of this release reads the threshold
     * @param owner who answers for the threshold
     */
    record Change(String name, String meaning, String before, String after, String unit, String owner, String rules) {}

    /**
     * A threshold of the policy in force, and what is proposed for it.
     *
     * @param field of the form
     * @param typed the value that the form shows
     * @param changed whether the value differs from that of the clinical reference
     */
    record Value(
            String field,
            String meaning,
            int value,
            String typed,
            int lowest,
            int highest,
            String unit,
            boolean changed,
            String rules) {}

    @GetMapping(PATH)
    ModelAndView overview(@AuthenticationPrincipal CurrentActor actor) {
        return page(actor, null, NOTHING_TYPED, null);
    }

    @GetMapping(PATH + "/{version}")
    ModelAndView version(@AuthenticationPrincipal CurrentActor actor, @PathVariable String version) {
        return page(actor, version, NOTHING_TYPED, null);
    }

    /** Proposes a version of those thresholds whose values were changed in the form. */
    @PostMapping(PATH)
    ModelAndView propose(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        requireReader(actor);
        try {
            String version = typed.getOrDefault("version", "").strip();
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            put(body, "version", version);
            put(body, "effectiveFrom", withOffset(typed.getOrDefault("effectiveFrom", "")));
            put(body, "rationale", typed.getOrDefault("rationale", ""));
            Policy inForce = policies.inForceAt(clock.instant());
            ArrayNode changes = body.putArray("thresholds");
            for (Threshold threshold : Threshold.values()) {
                String value =
                        typed.getOrDefault(FIELD + threshold.storedName(), "").strip();
                if (!value.isEmpty() && !value.equals(String.valueOf(inForce.of(threshold)))) {
                    changes.add(change(threshold, value));
                }
            }
            give(actor, ProposePolicy.class, body, typed.getOrDefault(KEY, ""), request);
            return new ModelAndView("redirect:" + PATH + "/{version}", "version", version);
        } catch (RuntimeException e) {
            return refused(actor, null, typed, e);
        }
    }

    private static ObjectNode change(Threshold threshold, String value) {
        ObjectNode change = JsonNodeFactory.instance.objectNode().put("name", threshold.storedName());
        return value.matches("\\d{1,9}") ? change.put("value", Integer.parseInt(value)) : change.put("value", value);
    }

    private static void put(ObjectNode body, String field, String text) {
        if (!text.isBlank()) {
            body.put(field, text.strip());
        }
    }

    /** A local time of the centre with its offset; another text stays, and the command reader tells what is wrong with it. */
    private String withOffset(String local) {
        try {
            return LocalDateTime.parse(local)
                    .atZone(times.zone())
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException e) {
            return local;
        }
    }

    @PostMapping(PATH + "/{version}/approve")
    ModelAndView approve(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String version,
            @RequestParam(name = KEY, defaultValue = "") String key,
            HttpServletRequest request) {
        requireReader(actor);
        try {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("version", version);
            give(actor, ApprovePolicy.class, body, key, request);
            return new ModelAndView("redirect:" + PATH + "/{version}");
        } catch (RuntimeException e) {
            return refused(actor, version, NOTHING_TYPED, e);
        }
    }

    private void give(CurrentActor actor, Class<?> command, ObjectNode body, String key, HttpServletRequest request) {
        if (key.isBlank()) {
            throw RequestFault.badField(null, "The form came without its own fields", "Open it again");
        }
        CommandSpec spec = catalogue.find(command).orElseThrow();
        String content = body.toString();
        body.put("occurredAt", clock.instant().atOffset(ZoneOffset.UTC).toString());
        entry.give(
                Sent.to(PolicySet.ID, spec, body, times.zone()),
                CommandRequest.ofForm(request, actor, key, "POST " + request.getRequestURI(), content));
    }

    private ModelAndView refused(
            CurrentActor actor, @Nullable String version, Map<String, String> typed, RuntimeException e) {
        Problem problem = Problems.of(e);
        ModelAndView page = page(actor, version, typed, problem);
        page.setStatus(HttpStatus.valueOf(problem.status()));
        return page;
    }

    private ModelAndView page(
            CurrentActor actor, @Nullable String opened, Map<String, String> typed, @Nullable Problem problem) {
        requireReader(actor);
        Instant now = clock.instant();
        Policy inForce = policies.inForceAt(now);
        List<Line> lines = policies.versions().stream()
                .sorted(Comparator.comparing((Version each) ->
                                each.proposal().effectiveFrom().toInstant())
                        .reversed())
                .map(each -> line(each, inForce, actor, now))
                .toList();
        ModelAndView page = new ModelAndView("policy");
        page.addObject("inForce", inForce.version());
        page.addObject("lines", lines);
        page.addObject(
                "values",
                Stream.of(Threshold.values())
                        .map(each -> value(each, inForce, typed))
                        .toList());
        page.addObject("typed", typed);
        page.addObject("mayPropose", ProposePolicy.USE_CASE.roles().contains(actor.role()));
        page.addObject("problem", problem);
        page.addObject("key", ids.get());
        Line chosen = lines.stream()
                .filter(each -> each.version().equals(opened))
                .findFirst()
                .orElse(null);
        page.addObject("chosen", chosen);
        boolean mayApprove = ApprovePolicy.USE_CASE.roles().contains(actor.role());
        page.addObject("mayApprove", mayApprove && chosen != null && chosen.waits() && !chosen.mine());
        boolean clinical = ReadGate.opens(actor.role(), PolicyReach.RESOURCE);
        page.addObject("clinical", clinical);
        page.addObject(
                "touched",
                chosen == null || !clinical
                        ? List.of()
                        : reach.of(actor, chosen.version(), PurposeOfUse.usualOrReview(actor.role())));
        if (opened != null && chosen == null && !opened.equals(inForce.version())) {
            page.setStatus(HttpStatus.NOT_FOUND);
        }
        return page;
    }

    private Line line(Version each, Policy inForce, CurrentActor actor, Instant now) {
        PolicyProposed proposal = each.proposal();
        PolicyApproved approval = each.approval();
        return new Line(
                proposal.version(),
                standing(each, inForce, now),
                approval == null,
                proposal.effectiveFrom().toInstant(),
                staff.name(proposal.proposedBy()),
                approval == null ? null : staff.name(approval.approvedBy()),
                proposal.rationale(),
                proposal.thresholds().stream()
                        .map(change -> change(change, each.before()))
                        .toList(),
                proposal.proposedBy().equals(actor.id()));
    }

    private static String standing(Version each, Policy inForce, Instant now) {
        boolean begun = !each.proposal().effectiveFrom().toInstant().isAfter(now);
        if (each.approval() == null) {
            return begun ? "not approved in time" : "waits for a second person";
        }
        if (!begun) {
            return "approved for later";
        }
        return each.proposal().version().equals(inForce.version()) ? "in force" : "was in force";
    }

    private static Change change(ThresholdChange change, Policy before) {
        return Threshold.named(change.name())
                .map(threshold -> new Change(
                        change.name(),
                        threshold.meaning(),
                        String.valueOf(before.of(threshold)),
                        String.valueOf(change.value()),
                        threshold.unit().label(),
                        threshold.owner().label(),
                        threshold.readBy()))
                .orElseGet(() -> new Change(change.name(), "", "", String.valueOf(change.value()), "", "", ""));
    }

    private static Value value(Threshold threshold, Policy inForce, Map<String, String> typed) {
        String field = FIELD + threshold.storedName();
        return new Value(
                field,
                threshold.meaning(),
                inForce.of(threshold),
                typed.getOrDefault(field, String.valueOf(inForce.of(threshold))),
                threshold.lowest(),
                threshold.highest(),
                threshold.unit().label(),
                inForce.of(threshold) != threshold.byDefault(),
                threshold.readBy());
    }

    private static void requireReader(CurrentActor actor) {
        if (!opens(actor.role())) {
            throw new AccessDeniedException("The policy is read by whoever may propose or approve a version");
        }
    }
}
