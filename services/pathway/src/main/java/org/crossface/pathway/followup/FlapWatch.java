package org.crossface.pathway.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.recovery.Recovery;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.surgery.vocabulary.FlapCondition;
import org.crossface.platform.api.Role;

/**
 * When a flap is to be checked (clinical reference P11): often after the admission to recovery, then every hour from the reperfusion on, then every
 * few hours until the end of the watch. The times are instants, so that a night of 23 or 25 hours has as many checks as hours. What falls into the
 * operation is satisfied by the surgeon's check at the closure.
 */
public final class FlapWatch {

    private FlapWatch() {}

    /**
     * Every time of the schedule, the earliest first.
     *
     * @param reperfused when blood flowed again
     * @param recovery when recovery took the patient over, after the operation or the last return to theatre
     */
    public static List<Instant> times(Instant reperfused, Instant recovery, Policy policy) {
        Set<Instant> times = new TreeSet<>();
        Instant after = series(times, recovery, Threshold.T29_CLOSE_MINUTES, Threshold.T29_CLOSE_COUNT, policy);
        series(times, after, Threshold.T29_WIDER_MINUTES, Threshold.T29_WIDER_COUNT, policy);
        Instant hourly = series(times, reperfused, Threshold.T29_HOURLY_MINUTES, Threshold.T29_HOURLY_COUNT, policy);
        Instant end = end(reperfused, policy);
        Duration late = policy.durationOf(Threshold.T29_LATE_HOURS);
        for (Instant time = hourly.plus(late); !time.isAfter(end); time = time.plus(late)) {
            times.add(time);
        }
        return times.stream().filter(time -> time.isAfter(recovery)).toList();
    }

    private static Instant series(
            Set<Instant> times, Instant start, Threshold interval, Threshold count, Policy policy) {
        Instant time = start;
        for (int check = 0; check < policy.of(count); check++) {
            time = time.plus(policy.durationOf(interval));
            times.add(time);
        }
        return time;
    }

    private static Instant end(Instant reperfused, Policy policy) {
        return reperfused.plus(policy.durationOf(Threshold.T29_END_HOURS));
    }

    static Stream<Cycle> next(Given given) {
        return given.state().flaps().all().stream().flatMap(flap -> next(flap, given).stream());
    }

    private static Optional<Cycle> next(MuscleFlap flap, Given given) {
        OffsetDateTime reperfused = flap.reperfusedAt();
        PathwayState state = given.state();
        if (reperfused == null || flap.condition() == FlapCondition.LOST) {
            return Optional.empty();
        }
        List<CaseProgress> cases = CaseProgress.all(state).stream()
                .filter(each -> state.schedule().operationOf(each.caseId()).equals(flap.caseId()))
                .toList();
        boolean elsewhere = cases.stream().anyMatch(CaseProgress::isInHospital);
        Optional<Instant> recovery = cases.isEmpty() || elsewhere
                ? Optional.empty()
                : cases.getLast().recovery().admittedAt().map(OffsetDateTime::toInstant);
        return recovery.flatMap(since -> next(flap, reperfused.toInstant(), since, given));
    }

    private static Optional<Cycle> next(MuscleFlap flap, Instant reperfused, Instant recovery, Given given) {
        Policy policy = given.policy();
        Instant covered = lastCheck(flap, given.state())
                .map(check -> check.plus(tolerance(policy)))
                .orElse(Instant.EPOCH);
        List<Instant> open = times(reperfused, recovery, policy).stream()
                .filter(time -> time.isAfter(covered))
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(cycle(flap, open, policy));
    }

    private static Cycle cycle(MuscleFlap flap, List<Instant> open, Policy policy) {
        List<Cycle.Extra> more = new ArrayList<>();
        if (open.size() > 1) {
            more.add(new Cycle.Extra(
                    Escalation.atOnce(Role.SURGEON, "Emergency: two checks in a row were missed"),
                    open.get(1).plus(tolerance(policy))));
        }
        return Cycle.at(flap.flapId(), open.getFirst())
                .escalating(more)
                .until(open.getLast().plus(tolerance(policy)));
    }

    private static Optional<Instant> lastCheck(MuscleFlap flap, PathwayState state) {
        return state.recoveries().byCase().values().stream()
                .map(Recovery::facts)
                .flatMap(List::stream)
                .filter(FlapChecked.class::isInstance)
                .map(FlapChecked.class::cast)
                .filter(check -> check.flapId().equals(flap.flapId()))
                .map(check -> check.occurredAt().toInstant())
                .max(Instant::compareTo);
    }

    private static Duration tolerance(Policy policy) {
        return policy.durationOf(Threshold.T29_TOLERANCE_MINUTES);
    }
}
