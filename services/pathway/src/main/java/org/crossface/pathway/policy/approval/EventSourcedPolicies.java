package org.crossface.pathway.policy.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.PolicyApproved;
import org.crossface.pathway.policy.PolicyProposed;
import org.crossface.pathway.reference.FoldedStreams;
import org.crossface.pathway.reference.SiteCalendarSet;
import org.crossface.pathway.reference.StandingCalendars;
import org.jspecify.annotations.Nullable;

/**
 * The policies of the event store with the calendars of the surgery centres, in memory. Without any version the defaults of the clinical reference are in force.
 *
 * <p>A look asks the store whether the stream of the policy set has grown, and folds it again when it has. One loop of each node looks every
 * {@link #LOOKS_EVERY}. A version takes effect no earlier than {@link Policies#ANNOUNCED_BEFORE} after its approval, so what was found at a
 * look holds for so long. When the last look is older than {@link #TRUSTED_FOR}, because the loop hangs, the database did not answer or the
 * clock was set, the caller looks itself. The difference between the two times is how far the clocks of two nodes may differ.
 */
public final class EventSourcedPolicies implements Policies {

    /** How often the loop of a node is to call {@link #look()}. */
    public static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    /** How old the last look may be, by the clock of this node. */
    public static final Duration TRUSTED_FOR = Duration.ofSeconds(10);

    private final FoldedStreams<Versions> streams;
    private final StandingCalendars calendars;
    private final Clock clock;
    private volatile @Nullable Known known;

    /** @param clock the clock that approvals are judged by */
    public EventSourcedPolicies(EventStore events, Clock clock) {
        this.streams = new FoldedStreams<>(events, EventSourcedPolicies::after);
        this.calendars = new StandingCalendars(events);
        this.clock = clock;
    }

    @Override
    public Policy inForceAt(Instant instant) {
        Known found = known;
        if (found == null || Duration.between(found.at(), clock.instant()).abs().compareTo(TRUSTED_FOR) > 0) {
            found = lookNow();
        }
        return inForceAt(instant, found.timeline());
    }

    /** The policy that this proposed version makes, or will make once it is approved; empty when nobody proposed it. */
    public Optional<Policy> proposed(String version) {
        Known found = lookNow();
        return found.versions()
                .ifApproved(version)
                .map(policy -> policy.with(StandingCalendars.inForceAt(clock.instant(), found.entered())));
    }

    /**
     * A version that was proposed.
     *
     * @param approval {@code null} until a second person approved it
     * @param before the policy that it changes: the one before it among those that are approved
     */
    public record Version(PolicyProposed proposal, @Nullable PolicyApproved approval, Policy before) {}

    /** All versions that were proposed, in the order of their proposals. */
    public List<Version> versions() {
        Versions found = lookNow().versions();
        return found.proposed().stream()
                .map(each -> new Version(each, found.approvals().get(each.version()), found.before(each)))
                .toList();
    }

    /** Asks the store for newer versions. */
    public void look() {
        lookNow();
    }

    private synchronized Known lookNow() {
        Instant before = clock.instant();
        Versions versions = streams.find(PolicySet.ID).orElse(Versions.NONE);
        List<SiteCalendarSet> entered = calendars.all();
        Known last = known;
        Known found = last != null
                        && last.versions().equals(versions)
                        && last.entered().equals(entered)
                ? new Known(before, versions, entered, last.timeline())
                : new Known(before, versions, entered, timeline(versions, entered));
        known = found;
        return found;
    }

    private static Versions after(@Nullable Versions before, Object event) {
        Versions versions = before == null ? Versions.NONE : before;
        return switch (event) {
            case PolicyProposed proposal -> versions.with(proposal);
            case PolicyApproved approval -> versions.approved(approval);
            default -> versions;
        };
    }

    /** Each change of the policy or of a calendar, the latest first. */
    private static List<Effective> timeline(Versions versions, List<SiteCalendarSet> entered) {
        return Stream.concat(
                        versions.effective().stream().map(Effective::from),
                        entered.stream().map(each -> each.effectiveFrom().toInstant()))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(from -> new Effective(
                        from, inForceAt(from, versions.effective()).with(StandingCalendars.inForceAt(from, entered))))
                .toList();
    }

    private static Policy inForceAt(Instant instant, List<Effective> timeline) {
        for (Effective each : timeline) {
            if (!each.from().isAfter(instant)) {
                return each.policy();
            }
        }
        return Policy.defaults();
    }

    /**
     * What a look found.
     *
     * @param at when the store was asked, by the clock of this node
     * @param timeline of policies with the calendars of the centres, the latest first
     */
    private record Known(Instant at, Versions versions, List<SiteCalendarSet> entered, List<Effective> timeline) {}

    /** A policy and the instant from which it is in force. */
    private record Effective(Instant from, Policy policy) {}

    /**
     * Proposed versions, the approved ones in the order in which they take effect, and what they add up to.
     *
     * @param effective the latest first
     */
    private record Versions(
            List<PolicyProposed> proposed,
            Map<String, PolicyApproved> approvals,
            List<PolicyProposed> approved,
            List<Effective> effective) {

        private static final Versions NONE = new Versions(List.of(), Map.of(), List.of(), List.of());

        Versions with(PolicyProposed proposal) {
            List<PolicyProposed> more = new ArrayList<>(proposed);
            more.add(proposal);
            return new Versions(List.copyOf(more), approvals, approved, effective);
        }

        Versions approved(PolicyApproved approval) {
            Map<String, PolicyApproved> more = new HashMap<>(approvals);
            more.put(approval.version(), approval);
            return approved(approval.version(), Map.copyOf(more));
        }

        private Versions approved(String version, Map<String, PolicyApproved> approvals) {
            List<PolicyProposed> more = new ArrayList<>(approved);
            proposed.stream()
                    .filter(proposal -> proposal.version().equals(version))
                    .forEach(more::add);
            more.sort(Comparator.comparing(proposal -> proposal.effectiveFrom().toInstant()));
            return new Versions(proposed, approvals, List.copyOf(more), effective(more));
        }

        Optional<Policy> ifApproved(String version) {
            boolean isApproved =
                    approved.stream().anyMatch(each -> each.version().equals(version));
            return (isApproved ? this : approved(version, approvals))
                    .effective.stream()
                            .map(Effective::policy)
                            .filter(policy -> policy.version().equals(version))
                            .findFirst();
        }

        /** The policy that this version changes, or would change. */
        Policy before(PolicyProposed version) {
            List<PolicyProposed> earlier = approved.stream()
                    .filter(each -> !each.version().equals(version.version())
                            && each.effectiveFrom()
                                    .toInstant()
                                    .isBefore(version.effectiveFrom().toInstant()))
                    .toList();
            List<Effective> sum = effective(earlier);
            return sum.isEmpty() ? Policy.defaults() : sum.getFirst().policy();
        }

        /** Each version changes the one before it. */
        private static List<Effective> effective(List<PolicyProposed> inOrder) {
            List<Effective> effective = new ArrayList<>();
            Policy policy = Policy.defaults();
            for (PolicyProposed version : inOrder) {
                policy = policy.changed(version.version(), version.thresholds());
                effective.addFirst(new Effective(version.effectiveFrom().toInstant(), policy));
            }
            return List.copyOf(effective);
        }
    }
}
