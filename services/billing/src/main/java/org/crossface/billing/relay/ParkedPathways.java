package org.crossface.billing.relay;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pathways with a charge that cannot be published, and the charges behind it: a parked pathway stays in order, the others continue.
 *
 * @param byPathway by the pathway's identifier
 */
public record ParkedPathways(SortedMap<String, Parked> byPathway) {

    public ParkedPathways {
        byPathway = Collections.unmodifiableSortedMap(new TreeMap<>(byPathway));
    }

    /**
     * A parked pathway.
     *
     * @param position global position of the event that could not be published
     * @param firstSequence number of that event in the account's stream
     * @param lastSequence number of the last event that waits
     * @param reason what is wrong, without any content of the charge
     */
    public record Parked(String eventId, long position, long firstSequence, long lastSequence, String reason) {

        Parked behindIt(long sequence) {
            return new Parked(eventId, position, firstSequence, Math.max(lastSequence, sequence), reason);
        }
    }

    static ParkedPathways none() {
        return new ParkedPathways(new TreeMap<>());
    }

    Optional<Parked> of(String pathwayId) {
        return Optional.ofNullable(byPathway.get(pathwayId));
    }

    ParkedPathways with(String pathwayId, Parked parked) {
        TreeMap<String, Parked> more = new TreeMap<>(byPathway);
        more.put(pathwayId, parked);
        return new ParkedPathways(more);
    }

    ParkedPathways without(String pathwayId) {
        TreeMap<String, Parked> fewer = new TreeMap<>(byPathway);
        fewer.remove(pathwayId);
        return new ParkedPathways(fewer);
    }
}
