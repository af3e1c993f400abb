package org.crossface.pathway.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.pathway.reference.FoldedStreams;
import org.jspecify.annotations.Nullable;

/** The policies straight from their stream; without any the defaults of the clinical reference are in force. */
public final class EventSourcedPolicies implements Policies {

    private final FoldedStreams<Versions> streams;

    public EventSourcedPolicies(EventStore events) {
        streams = new FoldedStreams<>(events, EventSourcedPolicies::after);
    }

    @Override
    public Policy inForceAt(Instant instant) {
        return streams.find(PolicySet.ID)
                .map(versions -> versions.inForceAt(instant))
                .orElseGet(Policy::defaults);
    }

    private static Versions after(@Nullable Versions before, Object event) {
        Versions versions = before == null ? new Versions(List.of(), List.of()) : before;
        return switch (event) {
            case PolicyProposed proposal -> versions.with(proposal);
            case PolicyApproved approval -> versions.approved(approval.version());
            default -> versions;
        };
    }

    /** Proposed versions, and the approved ones in the order in which they take effect. */
    private record Versions(List<PolicyProposed> proposed, List<PolicyProposed> approved) {

        Versions with(PolicyProposed proposal) {
            List<PolicyProposed> more = new ArrayList<>(proposed);
            more.add(proposal);
            return new Versions(List.copyOf(more), approved);
        }

        Versions approved(String version) {
            List<PolicyProposed> more = new ArrayList<>(approved);
            proposed.stream()
                    .filter(proposal -> proposal.version().equals(version))
                    .forEach(more::add);
            more.sort(Comparator.comparing(proposal -> proposal.effectiveFrom().toInstant()));
            return new Versions(proposed, List.copyOf(more));
        }

        /** Each version changes the one before it. */
        Policy inForceAt(Instant instant) {
            Policy policy = Policy.defaults();
            for (PolicyProposed version : approved) {
                if (!version.effectiveFrom().toInstant().isAfter(instant)) {
                    policy = policy.changed(version.version(), version.thresholds());
                }
            }
            return policy;
        }
    }
}
