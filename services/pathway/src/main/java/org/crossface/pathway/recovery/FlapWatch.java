package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;

/**
 * The plan who watches the flap after discharge (INV-42).
 *
 * @param surgeonReachable whether a surgeon can be called at all hours
 * @param attested whether the surgeon attested that the flap may be watched without a nurse
 */
public record FlapWatch(
        DischargeDestination destination, boolean surgeonReachable, boolean attested, OffsetDateTime plannedAt) {

    /** Whether it allows a discharge to this destination. */
    public boolean suffices(DischargeDestination to) {
        return destination == to && surgeonReachable && (attested || hasNurse(to));
    }

    private static boolean hasNurse(DischargeDestination to) {
        return to == DischargeDestination.AFTERCARE_FACILITY || to == DischargeDestination.HOME_WITH_NURSE;
    }
}
