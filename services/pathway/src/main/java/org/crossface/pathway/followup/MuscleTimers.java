package org.crossface.pathway.followup;

import static org.crossface.pathway.followup.Ladders.lead;
import static org.crossface.pathway.followup.Ladders.told;
import static org.crossface.pathway.followup.Offset.START;
import static org.crossface.pathway.policy.Threshold.COMPLETION_MONTHS;
import static org.crossface.pathway.policy.Threshold.FIRST_MOVEMENT_MASSETERIC_WEEKS;
import static org.crossface.pathway.policy.Threshold.MOVEMENT_END_MONTHS;
import static org.crossface.pathway.policy.Threshold.MOVEMENT_WATCH_MONTHS;
import static org.crossface.pathway.policy.Threshold.OUTCOME_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.OUTCOME_WINDOW_DAYS;
import static org.crossface.pathway.policy.Threshold.SCREENING_MONTHS;
import static org.crossface.pathway.policy.Threshold.T40_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T40_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T41_MISSED;
import static org.crossface.pathway.policy.Threshold.T41_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T42_MONTHS;
import static org.crossface.pathway.policy.Threshold.T42_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T43_DUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T43_FROM_MONTHS;
import static org.crossface.pathway.policy.Threshold.T43_OVERDUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T44_OVERDUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T45_DUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T45_MASSETERIC_DUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T45_MASSETERIC_OVERDUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T45_OVERDUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T46_MASSETERIC_DUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T46_MASSETERIC_OVERDUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T46_OVERDUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T47_DUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T47_MASSETERIC_DUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.T47_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T53_OVERDUE_MONTHS;
import static org.crossface.pathway.policy.Threshold.THERAPY_MONTHS;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crossface.pathway.health.ScreeningOccasion;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.rehabilitation.Rehabilitation;
import org.crossface.pathway.rehabilitation.Therapy;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.rehabilitation.vocabulary.ProgrammeStatus;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.platform.api.Role;

/** Therapy, first movement and outcome of each muscle. What the masseteric nerve drives has clocks of its own. */
final class MuscleTimers {

    private static final String STAGE_TWO = "the day of stage two";

    static final Timer THERAPY_STARTS = Timer.of("T-40", "Start therapy")
            .per(Per.FLAP, Role.THERAPIST)
            .starts(STAGE_TWO, each(muscle -> !muscle.therapy().programmeStarted(), Muscle::operated))
            .until("a therapy that has started")
            .due(START.plus(T40_DUE_DAYS))
            .overdue(START.plus(T40_OVERDUE_DAYS))
            .escalates(lead(Role.THERAPIST))
            .made();

    static final Timer SESSION = Timer.of("T-41", "Therapy session")
            .per(Per.FLAP, Role.THERAPIST)
            .starts(
                    "the day that the last session named for the next one",
                    given -> muscles(given)
                            .filter(muscle -> muscle.therapy().programmeOpen())
                            .flatMap(muscle -> Stream.ofNullable(
                                            muscle.therapy().therapy().nextSessionOn())
                                    .map(muscle::on)))
            .until("a session, or the end of the therapy")
            .overdue(START.plus(T41_OVERDUE_DAYS))
            .escalates(lead(Role.THERAPIST))
            .made();

    static final Timer SESSIONS_MISSED = Timer.of("T-41", "Call about missed sessions")
            .per(Per.FLAP, Role.SURGICAL_COORDINATOR)
            .kind(Kind.CONTACT)
            .starts(
                    "so many sessions missed in a row",
                    given -> muscles(given)
                            .filter(muscle -> muscle.therapy().programmeOpen())
                            .flatMap(muscle -> missed(given, muscle)))
            .until("a session, or the end of the therapy")
            .overdue(START.plus(T41_OVERDUE_DAYS))
            .escalates(lead(Role.SURGICAL_COORDINATOR))
            .made();

    static final Timer ADHERENCE = Timer.of("T-42", "Review exercises at home")
            .per(Per.FLAP, Role.THERAPIST)
            .starts(
                    "the start of the therapy, and each report after it",
                    given -> muscles(given)
                            .filter(muscle -> muscle.therapy().programme() == ProgrammeStatus.ACTIVE)
                            .flatMap(muscle ->
                                    reported(muscle.therapy().therapy()).map(at -> muscle.on(given.dayOf(at)))))
            .until("a report of the exercises at home; then the next month begins")
            .due(START.plus(T42_MONTHS))
            .overdue(START.plus(T42_MONTHS).plus(T42_OVERDUE_DAYS))
            .escalates(told(Role.THERAPIST))
            .made();

    static final Timer MID_REVIEW = Timer.of("T-43", "Review therapy half-way")
            .per(Per.FLAP, Role.THERAPIST)
            .starts(
                    "day zero of the therapy",
                    given -> muscles(given)
                            .filter(muscle -> muscle.therapy().programmeOpen() && !reviewed(given, muscle))
                            .map(Muscle::operated))
            .until("a review of the therapy, as early as the policy lets it count, or its end")
            .opens(START.plus(T43_FROM_MONTHS))
            .due(START.plus(T43_DUE_MONTHS))
            .overdue(START.plus(T43_OVERDUE_MONTHS))
            .escalates(told(Role.SURGEON))
            .made();

    static final Timer THERAPY_ENDS = Timer.of("T-44", "End of therapy")
            .per(Per.FLAP, Role.THERAPIST)
            .starts("day zero of the therapy", each(muscle -> muscle.therapy().programmeOpen(), Muscle::operated))
            .until("a therapy that is completed or stopped with a reason")
            .due(START.plus(THERAPY_MONTHS))
            .overdue(START.plus(THERAPY_MONTHS).plus(T44_OVERDUE_MONTHS))
            .escalates(told(Role.THERAPIST))
            .made();

    static final Timer MOVEMENT = Timer.of("T-45", "First movement")
            .per(Per.FLAP, Role.SURGEON)
            .starts(STAGE_TWO, each(muscle -> muscle.waits(false), Muscle::operated))
            .until("the first movement, or the transfer is declared not to work")
            .opens(START.plus(MOVEMENT_WATCH_MONTHS))
            .due(START.plus(T45_DUE_MONTHS))
            .overdue(START.plus(T45_OVERDUE_MONTHS))
            .escalates(told(Role.SURGEON))
            .made();

    static final Timer MOVEMENT_MASSETERIC = Timer.of("T-45", "First movement, masseteric nerve")
            .per(Per.FLAP, Role.SURGEON)
            .starts(
                    "the day of stage two with the masseteric nerve, alone or with the graft",
                    each(muscle -> muscle.waits(true), Muscle::operated))
            .until("the first movement, or the transfer is declared not to work")
            .opens(START.plus(FIRST_MOVEMENT_MASSETERIC_WEEKS))
            .due(START.plus(T45_MASSETERIC_DUE_MONTHS))
            .overdue(START.plus(T45_MASSETERIC_OVERDUE_MONTHS))
            .escalates(told(Role.SURGEON))
            .made();

    static final Timer NO_MOVEMENT = Timer.of("T-46", "Examine a muscle that does not move")
            .per(Per.FLAP, Role.SURGEON)
            .starts(STAGE_TWO, given -> unexamined(given, false, MOVEMENT_END_MONTHS))
            .until("an EMG from that day on, the first movement, or the transfer is declared not to work")
            .due(START.plus(MOVEMENT_END_MONTHS))
            .overdue(START.plus(T46_OVERDUE_MONTHS))
            .escalates(told(Role.SURGEON))
            .made();

    static final Timer NO_MOVEMENT_MASSETERIC = Timer.of(
                    "T-46", "Examine a muscle that does not move, masseteric nerve")
            .per(Per.FLAP, Role.SURGEON)
            .starts(
                    "the day of stage two with the masseteric nerve, alone or with the graft",
                    given -> unexamined(given, true, T46_MASSETERIC_DUE_MONTHS))
            .until("an EMG from that day on, the first movement, or the transfer is declared not to work")
            .due(START.plus(T46_MASSETERIC_DUE_MONTHS))
            .overdue(START.plus(T46_MASSETERIC_OVERDUE_MONTHS))
            .escalates(told(Role.SURGEON))
            .made();

    static final Timer NON_FUNCTION = Timer.of("T-47", "Decide on a muscle that does not move")
            .per(Per.FLAP, Role.SURGEON)
            .starts(STAGE_TWO, each(muscle -> muscle.waits(false), Muscle::operated))
            .until("the first movement, or the transfer is declared not to work")
            .due(START.plus(T47_DUE_MONTHS))
            .overdue(START.plus(T47_DUE_MONTHS).plus(T47_OVERDUE_DAYS))
            .escalates(told(Role.SURGEON))
            .made();

    static final Timer NON_FUNCTION_MASSETERIC = Timer.of(
                    "T-47", "Decide on a muscle that does not move, masseteric nerve")
            .per(Per.FLAP, Role.SURGEON)
            .starts(
                    "the day of stage two with the masseteric nerve, alone or with the graft",
                    each(muscle -> muscle.waits(true), Muscle::operated))
            .until("the first movement, or the transfer is declared not to work")
            .due(START.plus(T47_MASSETERIC_DUE_MONTHS))
            .overdue(START.plus(T47_MASSETERIC_DUE_MONTHS).plus(T47_OVERDUE_DAYS))
            .escalates(told(Role.SURGEON))
            .made();

    static final Timer OUTCOME_M3 = outcome("T-48", "Outcome", OutcomeVisit.M3);
    static final Timer OUTCOME_M6 = outcome("T-49", "Outcome", OutcomeVisit.M6);
    static final Timer OUTCOME_M9 = outcome("T-50", "Outcome", OutcomeVisit.M9);
    static final Timer OUTCOME_M12 = outcome("T-51", "Outcome", OutcomeVisit.M12);

    /** Two visits have the last row; where the policy completes a pathway later, the third year has it too. */
    static final Timer OUTCOME_LATE = outcome("T-52", "Outcome", OutcomeVisit.M18, OutcomeVisit.M24, OutcomeVisit.M36);

    static final Timer SCREENING = Timer.of("SCREEN-12", "Screen mood")
            .per(Per.PATHWAY, Role.SURGEON)
            .starts(
                    "the day of the last stage two (A-14)",
                    given -> given.state().health().wasScreened(ScreeningOccasion.MONTH_12)
                            ? Stream.empty()
                            : last(given))
            .until("a screening at month 12")
            .due(START.plus(SCREENING_MONTHS))
            .overdue(START.plus(SCREENING_MONTHS).plus(OUTCOME_OVERDUE_DAYS))
            .made();

    static final Timer COMPLETION = Timer.of("T-53", "Complete")
            .per(Per.PATHWAY, Role.SURGEON)
            .starts("the day of the last stage two", MuscleTimers::last)
            .until("the pathway is completed")
            .due(START.plus(COMPLETION_MONTHS))
            .overdue(START.plus(COMPLETION_MONTHS).plus(T53_OVERDUE_MONTHS))
            .escalates(told(Role.SURGEON))
            .made();

    static final List<Timer> ALL = List.of(
            THERAPY_STARTS,
            SESSION,
            SESSIONS_MISSED,
            ADHERENCE,
            MID_REVIEW,
            THERAPY_ENDS,
            MOVEMENT,
            MOVEMENT_MASSETERIC,
            NO_MOVEMENT,
            NO_MOVEMENT_MASSETERIC,
            NON_FUNCTION,
            NON_FUNCTION_MASSETERIC,
            OUTCOME_M3,
            OUTCOME_M6,
            OUTCOME_M9,
            OUTCOME_M12,
            OUTCOME_LATE,
            SCREENING,
            COMPLETION);

    private MuscleTimers() {}

    /**
     * A muscle with what is known of its therapy.
     *
     * @param side such as {@code , left}; empty with one muscle
     */
    private record Muscle(MuscleFlap flap, LocalDate operatedOn, Rehabilitation therapy, String side) {

        Cycle operated() {
            return on(operatedOn);
        }

        Cycle on(LocalDate day) {
            return Cycle.on(flap.flapId(), day).detail(side);
        }

        /** Whether its first movement is waited for, by the clock of this nerve. */
        boolean waits(boolean masseteric) {
            return therapy.firstMovementOn() == null
                    && !therapy.nonFunctioning()
                    && flap.isDrivenByMasseter() == masseteric;
        }
    }

    private static Stream<Muscle> muscles(Given given) {
        return given.muscles().stream()
                .map(flap -> new Muscle(
                        flap,
                        Objects.requireNonNull(flap.operatedOn()),
                        given.state().rehabilitationOf(flap),
                        given.sideOf(flap)));
    }

    private static Function<Given, Stream<Cycle>> each(Predicate<Muscle> open, Function<Muscle, Cycle> cycle) {
        return given -> muscles(given).filter(open).map(cycle);
    }

    private static Stream<Cycle> missed(Given given, Muscle muscle) {
        Therapy therapy = muscle.therapy().therapy();
        return therapy.missedInARow() < given.policy().of(T41_MISSED)
                ? Stream.empty()
                : Stream.ofNullable(therapy.lastMissedAt())
                        .map(at -> Cycle.at(muscle.flap().flapId(), at).detail(muscle.side()));
    }

    private static boolean reviewed(Given given, Muscle muscle) {
        LocalDate earliest = muscle.operatedOn().plusMonths(given.policy().of(T43_FROM_MONTHS));
        return muscle.therapy().therapy().reviews().stream()
                .anyMatch(at -> !given.dayOf(at).isBefore(earliest));
    }

    /** When the patient told of the exercises last; the start of the therapy before the first time. */
    private static Stream<OffsetDateTime> reported(Therapy therapy) {
        return Stream.concat(
                Stream.ofNullable(therapy.startedAt()),
                therapy.reports().stream().map(Therapy.Adherence::at))
                .max(OffsetDateTime::compareTo)
                .stream();
    }

    private static Stream<Cycle> unexamined(Given given, boolean masseteric, Threshold months) {
        LocalDate checked = given.state().graft().growth().lastCheckedOn();
        return muscles(given)
                .filter(muscle -> muscle.waits(masseteric))
                .filter(muscle -> checked == null
                        || checked.isBefore(
                                muscle.operatedOn().plusMonths(given.policy().of(months))))
                .map(Muscle::operated);
    }

    /** A visit is closed when it or a later one takes place: a missed visit of month 3 is not made up at month 9. */
    private static Timer outcome(String code, String name, OutcomeVisit... visits) {
        return Timer.of(code, name)
                .per(Per.VISIT, Role.SURGICAL_COORDINATOR)
                .starts(
                        "the nominal day of the visit after stage two",
                        given -> muscles(given)
                                .flatMap(muscle -> Arrays.stream(visits)
                                        .filter(visit -> isOpen(given, muscle, visit))
                                        .map(visit -> Cycle.on(
                                                        muscle.flap().flapId() + " " + visit,
                                                        muscle.operatedOn().plusMonths(visit.months()))
                                                .detail(", " + visit.months() + " mo" + muscle.side()))))
                .until("the measurement of this visit or of a later one")
                .opens(START.minus(OUTCOME_WINDOW_DAYS))
                .overdue(START.plus(OUTCOME_OVERDUE_DAYS))
                .escalates(told(Role.SURGICAL_COORDINATOR))
                .made();
    }

    private static boolean isOpen(Given given, Muscle muscle, OutcomeVisit visit) {
        int latest = muscle.therapy().outcomes().stream()
                .mapToInt(each -> each.visit().months())
                .max()
                .orElse(0);
        return visit.months() > latest
                && visit.months() <= OutcomeVisit.finalOne(given.policy()).months();
    }

    /** The completion waits for the muscle that was transferred last. */
    private static Stream<Cycle> last(Given given) {
        return muscles(given)
                .map(Muscle::operatedOn)
                .max(Comparator.naturalOrder())
                .map(day -> Cycle.on("", day))
                .stream();
    }
}
