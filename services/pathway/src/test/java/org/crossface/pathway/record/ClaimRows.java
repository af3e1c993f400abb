package org.crossface.pathway.record;

import java.util.Set;
import java.util.TreeSet;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;

/** What a pathway claims, as the rows that stand for it: set, key or resource, holder, and for a resource its period. */
public final class ClaimRows {

    private ClaimRows() {}

    /** The rows of a state. A bed is told by its facility, since any of its beds will do. */
    public static Set<String> of(String pathwayId, PathwayState state, Policy policy) {
        Set<String> rows = new TreeSet<>();
        Claims.of(pathwayId, state, policy)
                .all()
                .forEach(claim -> rows.add(
                        switch (claim) {
                            case Claim.Key key -> "%s %s %s".formatted(key.set(), key.key(), key.holder());
                            case Claim.Period period ->
                                "%s %s %s %s %s"
                                        .formatted(
                                                period.set(),
                                                period.resource(),
                                                period.holder(),
                                                period.from(),
                                                period.until());
                            case Claim.Bed bed ->
                                "%s %s %s %s %s"
                                        .formatted(bed.set(), bed.facilityId(), bed.holder(), bed.from(), bed.until());
                        }));
        return rows;
    }
}
