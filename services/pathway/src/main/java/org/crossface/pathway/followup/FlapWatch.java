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
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.vocabulary.FlapCondition;
import org.crossface.platform.api.Role;

/**
 * When a flap is to be checked (clinical reference P11): often after the admission to recovery, then every hour from the reperfusion on, then every
 * few hours until the end of the watch. The times are instants, so that a night of 23 or 25 hours has as many checks as hours. What falls into the
 * operation is satisfied by the surgeon's check at the closure. After a completion with a deviation the checks are denser for some time: those
 * times are reckoned from the last check, and count like the others.
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

    /**
     * When the flap of this case is to be checked again by the denser watch after a completion with a deviation.
     *
     * @param caseId the operation that put the flap in, or a return to theatre after it
     * @return empty when no flap is watched here, when its operation was completed as planned or is not completed, and after the end of that watch
     */
    public static Optional<Instant> denserCheckAt(PathwayState state, String caseId, Policy policy) {
        String operation = state.schedule().operationOf(caseId);
        return state.flaps().watchedIn(operation)
                ? state.flaps()
                        .ofCase(operation)
                        .flatMap(flap -> denser(flap, state, policy).stream().findFirst())
                : Optional.empty();
    }

    /** The times of the denser watch that are still to come after the last check; none when the operation was completed as planned. */
    private static List<Instant> denser(MuscleFlap flap, PathwayState state, Policy policy) {
        OffsetDateTime reperfusedAt = flap.reperfusedAt();
        if (reperfusedAt == null || !hasDeviated(state, flap.caseId())) {
            return List.of();
        }
        Instant reperfused = reperfusedAt.toInstant();
        Instant last = lastCheck(flap, state).filter(reperfused::isBefore).orElse(reperfused);
        Instant end = reperfused.plus(policy.durationOf(Threshold.FLAP_CHECK_DENSER_HOURS));
        Duration interval = policy.durationOf(Threshold.FLAP_CHECK_DENSER_MINUTES);
        return Stream.iterate(last.plus(interval), time -> !time.isAfter(end), time -> time.plus(interval))
                .toList();
    }

    /** Also while the second surgeon has not confirmed the deviation yet: the flap does not wait for a signature. */
    private static boolean hasDeviated(PathwayState state, String operation) {
        return state.operations().of(operation).isCompletedWithDeviation()
                || state.waiting().stream()
                        .anyMatch(each -> each instanceof StageTwoCompleted completed
                                && completed.caseId().equals(operation)
                                && completed.deviation() != null);
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
        Stream<Instant> denser = denser(flap, given.state(), policy).stream().filter(time -> time.isAfter(recovery));
        List<Instant> open = Stream.concat(times(reperfused, recovery, policy).stream(), denser)
                .filter(time -> time.isAfter(covered))
                .distinct()
                .sorted()
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
