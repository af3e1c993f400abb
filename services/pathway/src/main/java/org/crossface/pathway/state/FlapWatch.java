package org.crossface.pathway.state;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.recovery.Recovery;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.surgery.events.StageTwoCompleted;

/** How often a flap is checked beside the usual schedule: denser after a completion with a deviation, from its reperfusion on. */
public final class FlapWatch {

    private FlapWatch() {}

    /**
     * When the flap of this case is to be checked again by the denser watch; one evaluation for all who show or follow it.
     *
     * @param caseId the operation that put the flap in, or a return to theatre after it
     * @return empty when no flap is watched here, when its operation was completed as planned or is not completed, and after the end of that watch
     */
    public static Optional<OffsetDateTime> denserCheckAt(PathwayState state, String caseId, Policy policy) {
        String operation = state.schedule().operationOf(caseId);
        if (!state.flaps().watchedIn(operation) || !hasDeviated(state, operation)) {
            return Optional.empty();
        }
        return state.flaps().ofCase(operation).map(MuscleFlap::reperfusedAt).flatMap(reperfused -> {
            OffsetDateTime last = state.recoveries()
                    .of(operation)
                    .lastFlapCheck()
                    .map(Recovery.FlapCheck::at)
                    .filter(reperfused::isBefore)
                    .orElse(reperfused);
            OffsetDateTime next = last.plus(policy.durationOf(Threshold.FLAP_CHECK_DENSER_MINUTES));
            OffsetDateTime end = reperfused.plus(policy.durationOf(Threshold.FLAP_CHECK_DENSER_HOURS));
            return next.isAfter(end) ? Optional.empty() : Optional.of(next);
        });
    }

    /** Also while the second surgeon has not confirmed the deviation yet: the flap does not wait for a signature. */
    private static boolean hasDeviated(PathwayState state, String operation) {
        return state.operations().of(operation).isCompletedWithDeviation()
                || state.waiting().stream()
                        .anyMatch(each -> each instanceof StageTwoCompleted completed
                                && completed.caseId().equals(operation)
                                && completed.deviation() != null);
    }
}
