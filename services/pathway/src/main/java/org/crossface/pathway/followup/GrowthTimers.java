package org.crossface.pathway.followup;

import static org.crossface.pathway.followup.Ladders.directorAfter;
import static org.crossface.pathway.followup.Ladders.lead;
import static org.crossface.pathway.followup.Ladders.thenTold;
import static org.crossface.pathway.followup.Ladders.told;
import static org.crossface.pathway.followup.Offset.START;
import static org.crossface.pathway.policy.Threshold.T22_MONTHS;
import static org.crossface.pathway.policy.Threshold.T23_MONTHS;
import static org.crossface.pathway.policy.Threshold.T24_MONTHS;
import static org.crossface.pathway.policy.Threshold.T25_DECISION_DAYS;
import static org.crossface.pathway.policy.Threshold.T25_DIRECTOR_DAYS;
import static org.crossface.pathway.policy.Threshold.T25_WARNING_DAYS;
import static org.crossface.pathway.policy.Threshold.T26_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T27_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T27_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.TINEL_EARLY_DAYS;
import static org.crossface.pathway.policy.Threshold.TINEL_OVERDUE_DAYS;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;

/** While the nerve grows, until stage two is booked. */
final class GrowthTimers {

    static final Timer FIRST_TINEL = tinel("T-22", T22_MONTHS);
    static final Timer SECOND_TINEL = tinel("T-23", T23_MONTHS);
    static final Timer THIRD_TINEL = tinel("T-24", T24_MONTHS);

    static final Timer WINDOW = Timer.of("T-25", "Decide on the nerve")
            .per(Per.GRAFT, Role.SURGEON)
            .starts("the last day of the window", given -> windowEnd(given, false))
            .until("the nerve is confirmed, the window extended, or the pathway planned anew")
            .due(START.minus(T25_WARNING_DAYS))
            .overdue(START.dayAfter())
            .escalates(
                    told(Role.SURGEON),
                    Escalation.after(START.plus(T25_DECISION_DAYS), Role.SURGEON, "Surgeon, who has to decide"),
                    directorAfter(START.plus(T25_DIRECTOR_DAYS)))
            .records("NeurotizationWindowLapsed")
            .made();

    static final Timer EXTENSION = Timer.of("T-26", "Decide on the nerve again")
            .per(Per.GRAFT, Role.SURGEON)
            .starts("the last day of an extension", given -> windowEnd(given, true))
            .until("the nerve is confirmed, the window extended, or the pathway planned anew")
            .overdue(START.plus(T26_OVERDUE_DAYS))
            .escalates(told(Role.SURGEON))
            .made();

    static final Timer BOOK_STAGE_TWO = Timer.of("T-27", "Schedule stage two")
            .per(Per.GRAFT, Role.SURGICAL_COORDINATOR)
            .starts("the confirmed nerve", GrowthTimers::confirmed)
            .until("a booked stage two")
            .due(START.plus(T27_DUE_DAYS))
            .overdue(START.plus(T27_OVERDUE_DAYS))
            .escalates(lead(Role.SURGICAL_COORDINATOR), thenTold(Role.SURGEON))
            .made();

    static final List<Timer> ALL = List.of(FIRST_TINEL, SECOND_TINEL, THIRD_TINEL, WINDOW, EXTENSION, BOOK_STAGE_TWO);

    private GrowthTimers() {}

    private static Timer tinel(String code, Threshold months) {
        return Timer.of(code, "Tinel")
                .per(Per.VISIT, Role.SURGICAL_COORDINATOR)
                .starts("stage one", given -> unchecked(given, months))
                .until("a Tinel check or an EMG, as early as the policy lets it count")
                .opens(START.plus(months).minus(TINEL_EARLY_DAYS))
                .due(START.plus(months))
                .overdue(START.plus(months).plus(TINEL_OVERDUE_DAYS))
                .escalates(told(Role.SURGICAL_COORDINATOR), thenTold(Role.SURGEON))
                .made();
    }

    private static Stream<Cycle> unchecked(Given given, Threshold months) {
        if (!given.growing()) {
            return Stream.empty();
        }
        LocalDate checked = given.state().graft().growth().lastCheckedOn();
        int month = given.policy().of(months);
        return given.state().operations().stageOneDate().stream()
                .filter(operated -> checked == null
                        || checked.isBefore(given.minusDays(operated.plusMonths(month), TINEL_EARLY_DAYS)))
                .map(operated -> Cycle.on(operated.toString(), operated).detail(", " + month + " mo"));
    }

    private static Stream<Cycle> windowEnd(Given given, boolean extended) {
        return given.growing()
                        && given.state().operations().stageOneDate().isPresent()
                        && (given.state().graft().windowUntil() != null) == extended
                ? given.state().windowEnd(given.policy()).stream()
                        .map(end -> Cycle.on(given.state().graft().graftId(), end))
                : Stream.empty();
    }

    private static Stream<Cycle> confirmed(Given given) {
        Phase phase = given.state().phase();
        return (phase == Phase.READY_FOR_STAGE2 || phase == Phase.STAGE2_PLANNED)
                        && CaseProgress.open(given.state(), Stage.TWO).isEmpty()
                ? Stream.ofNullable(given.state().graft().confirmedOn())
                        .map(day -> Cycle.on(given.state().graft().graftId(), day))
                : Stream.empty();
    }
}
