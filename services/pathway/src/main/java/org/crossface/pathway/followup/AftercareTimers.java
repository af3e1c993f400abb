package org.crossface.pathway.followup;

import static org.crossface.pathway.followup.Ladders.lead;
import static org.crossface.pathway.followup.Ladders.onCall;
import static org.crossface.pathway.followup.Ladders.soonDirector;
import static org.crossface.pathway.followup.Ladders.told;
import static org.crossface.pathway.followup.Offset.START;
import static org.crossface.pathway.policy.Threshold.FLAP_DOUBT_ANSWER_MINUTES;
import static org.crossface.pathway.policy.Threshold.GLOBAL_PERIOD_DAYS;
import static org.crossface.pathway.policy.Threshold.RED_FLAG_SOON_MINUTES;
import static org.crossface.pathway.policy.Threshold.RED_FLAG_URGENT_MINUTES;
import static org.crossface.pathway.policy.Threshold.T17_ATTEMPTS;
import static org.crossface.pathway.policy.Threshold.T17_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T17_DUE_HOUR;
import static org.crossface.pathway.policy.Threshold.T17_OVERDUE_HOURS;
import static org.crossface.pathway.policy.Threshold.T17_WELFARE_HOURS;
import static org.crossface.pathway.policy.Threshold.T18_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T18_EARLIEST_DAYS;
import static org.crossface.pathway.policy.Threshold.T18_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T19B_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T19_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T20_AGAIN_DAYS;
import static org.crossface.pathway.policy.Threshold.T20_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T20_EARLY_DAYS;
import static org.crossface.pathway.policy.Threshold.T20_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T21_AGAIN_DAYS;
import static org.crossface.pathway.policy.Threshold.T21_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T21_EARLY_DAYS;
import static org.crossface.pathway.policy.Threshold.T21_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T32_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T32_FROM_DAYS;
import static org.crossface.pathway.policy.Threshold.T32_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T33_ROUTINE_BUSINESS_DAYS;
import static org.crossface.pathway.policy.Threshold.T34_EARLY_DAYS;
import static org.crossface.pathway.policy.Threshold.T34_FIRST_DAYS;
import static org.crossface.pathway.policy.Threshold.T34_FOURTH_DAYS;
import static org.crossface.pathway.policy.Threshold.T34_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T34_SECOND_DAYS;
import static org.crossface.pathway.policy.Threshold.T34_THIRD_DAYS;
import static org.crossface.pathway.policy.Threshold.T55_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T55_OVERDUE_DAYS;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crossface.pathway.aftercare.AfterCare;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.aftercare.vocabulary.RedFlagLevel;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.correspondence.MessageKind;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.recovery.vocabulary.CaseEnd;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;

/** After an operation: calls, wounds, infections, red flags and complications. */
final class AftercareTimers {

    private static final String OPERATION = "the day of the operation";

    static final Timer DAY_ONE_CALL = Timer.of("T-17", "Day-one call")
            .per(Per.CASE, Role.AFTERCARE_NURSE)
            .kind(Kind.CONTACT)
            .starts(
                    "the patient comes home or to after-care",
                    given -> uncalled(given)
                            .filter(each -> !leftAgainstAdvice(each))
                            .flatMap(each -> each.homeAt().stream()
                                    .filter(home -> !called(given, each, nextDay(given, home)))
                                    .map(home -> Cycle.at(each.caseId(), home).escalating(afterAttempts(given, home)))))
            .until("a call that reached the patient, on the next day of the calendar at the earliest")
            .due(START.plus(T17_DUE_DAYS).at(T17_DUE_HOUR))
            .overdue(START.plus(T17_OVERDUE_HOURS))
            .escalates(
                    lead(Role.AFTERCARE_NURSE),
                    Escalation.fromStart(
                            START.plus(T17_WELFARE_HOURS),
                            Role.SURGICAL_COORDINATOR,
                            "Coordinator and surgeon, to look after the patient"))
            .lasts(Lasts.UNTIL_THE_END)
            .made();

    static final Timer CALL_AFTER_LEAVING = Timer.of("T-17", "Day-one call, same evening")
            .per(Per.CASE, Role.AFTERCARE_NURSE)
            .kind(Kind.CONTACT)
            .starts(
                    "the patient leaves against advice (SC-06)",
                    given -> uncalled(given)
                            .filter(AftercareTimers::leftAgainstAdvice)
                            .flatMap(each -> each.homeAt().stream()
                                    .filter(home -> !called(given, each, patientsDay(given, home)))
                                    .map(home -> Cycle.at(each.caseId(), home).escalating(afterAttempts(given, home)))))
            .until("a call that reached the patient")
            .due(START.at(T17_DUE_HOUR))
            .overdue(START.dayAfter())
            .escalates(
                    lead(Role.AFTERCARE_NURSE),
                    Escalation.fromStart(
                            START.plus(T17_WELFARE_HOURS),
                            Role.SURGICAL_COORDINATOR,
                            "Coordinator and surgeon, to look after the patient"))
            .lasts(Lasts.UNTIL_THE_END)
            .made();

    static final Timer WARD = Timer.of("WARD", "Contact the ward")
            .per(Per.CASE, Role.AFTERCARE_NURSE)
            .starts(
                    "the transfer to a hospital (SC-06)",
                    given -> uncalled(given)
                            .filter(CaseProgress::isInHospital)
                            .flatMap(each ->
                                    each.recovery().departedAt().stream().map(left -> Cycle.at(each.caseId(), left))))
            .until("the hospital has discharged the patient")
            .due(START.plus(T17_DUE_DAYS).at(T17_DUE_HOUR))
            .overdue(START.plus(T17_OVERDUE_HOURS))
            .escalates(lead(Role.AFTERCARE_NURSE))
            .lasts(Lasts.UNTIL_THE_END)
            .made();

    static final Timer WOUND_VISIT = Timer.of("T-18", "Wound visit")
            .per(Per.CASE, Role.SURGICAL_COORDINATOR)
            .starts(
                    OPERATION,
                    given -> operated(given)
                            .filter(each -> !woundSeen(given, each))
                            .map(Operated::cycle))
            .until("a look at the wound, as early as the policy lets it count")
            .opens(START.plus(T18_EARLIEST_DAYS))
            .due(START.plus(T18_DUE_DAYS))
            .overdue(START.plus(T18_OVERDUE_DAYS))
            .escalates(told(Role.SURGICAL_COORDINATOR))
            .lasts(Lasts.UNTIL_THE_END)
            .made();

    static final Timer SURVEILLANCE = Timer.of("T-19", "SSI close-out")
            .per(Per.CASE, Role.QUALITY_AUDITOR)
            .kind(Kind.SAFETY)
            .starts(
                    "the last day of the surveillance",
                    given -> operated(given).flatMap(each -> surveillance(given, each, SurveillanceKind.SSI30)))
            .until("the surveillance is closed")
            .overdue(START.plus(T19_OVERDUE_DAYS))
            .escalates(told(Role.QUALITY_AUDITOR), soonDays(Role.AFTERCARE_NURSE))
            .lasts(Lasts.BEYOND_WITHDRAWAL)
            .made();

    static final Timer LONG_SURVEILLANCE = Timer.of("T-19b", "SSI close-out, long")
            .per(Per.CASE, Role.QUALITY_AUDITOR)
            .kind(Kind.SAFETY)
            .starts(
                    "the last day of the longer surveillance, where the policy lists the operation (A-18)",
                    given -> operated(given)
                            .filter(each -> SurveillanceKind.isLong(each.stage(), given.policy()))
                            .flatMap(each -> surveillance(given, each, SurveillanceKind.SSI90)))
            .until("the surveillance is closed")
            .overdue(START.plus(T19B_OVERDUE_DAYS))
            .escalates(told(Role.QUALITY_AUDITOR))
            .lasts(Lasts.BEYOND_WITHDRAWAL)
            .made();

    static final Timer HEALTHY_SIDE = donorFace("Healthy side of the face", T20_DUE_DAYS);
    static final Timer HEALTHY_SIDE_AGAIN = donorFace("Healthy side of the face, again", T20_AGAIN_DAYS);

    static final Timer SENSATION = sensation("Sensation of the leg", T21_DUE_DAYS);
    static final Timer SENSATION_AGAIN = sensation("Sensation of the leg, again", T21_AGAIN_DAYS);

    static final Timer DRAIN = Timer.of("T-32", "Drain, sutures and dressing")
            .per(Per.CASE, Role.AFTERCARE_NURSE)
            .starts(
                    "the day of stage two",
                    given -> given.operatedHere(Stage.TWO).stream()
                            .flatMap(day -> stillIn(given, day).stream()
                                    .map(left -> Cycle.on(day.toString(), day).detail(", still in: " + left))))
            .until(
                    "a drain that was placed is out, and at face and thigh the sutures, unless they dissolve, and the dressing")
            .opens(START.plus(T32_FROM_DAYS))
            .due(START.plus(T32_DUE_DAYS))
            .overdue(START.plus(T32_OVERDUE_DAYS))
            .escalates(told(Role.AFTERCARE_NURSE))
            .lasts(Lasts.UNTIL_THE_END)
            .made();

    static final Timer RED_FLAG_EMERGENCY = redFlag(
            "Answer red flag, emergency",
            EnumSet.of(RedFlagLevel.EMERGENCY, RedFlagLevel.FLAP_EMERGENCY),
            FLAP_DOUBT_ANSWER_MINUTES);
    static final Timer RED_FLAG_URGENT =
            redFlag("Answer red flag", EnumSet.of(RedFlagLevel.URGENT_ONE_HOUR), RED_FLAG_URGENT_MINUTES);
    static final Timer RED_FLAG_SOON =
            redFlag("Answer red flag, lower level", EnumSet.of(RedFlagLevel.URGENT_FOUR_HOURS), RED_FLAG_SOON_MINUTES);
    static final Timer RED_FLAG_ROUTINE =
            redFlag("Answer red flag, routine", EnumSet.of(RedFlagLevel.ROUTINE), T33_ROUTINE_BUSINESS_DAYS);

    static final Timer VISIT_1 = visit("Visit after stage two, first", T34_FIRST_DAYS);
    static final Timer VISIT_2 = visit("Visit after stage two, second", T34_SECOND_DAYS);
    static final Timer VISIT_3 = visit("Visit after stage two, third", T34_THIRD_DAYS);
    static final Timer VISIT_4 = visit("Visit after stage two, fourth", T34_FOURTH_DAYS);

    static final Timer GLOBAL_PERIOD = Timer.of("T-35", "Global period ends")
            .per(Per.CASE, Role.BILLING)
            .kind(Kind.NOTICE)
            .starts(
                    "the day of the last operation",
                    given -> Arrays.stream(Stage.values())
                            .flatMap(stage -> given.operatedHere(stage).stream())
                            .max(LocalDate::compareTo)
                            .map(day -> Cycle.on(day.toString(), day)
                                    .until(SurveillanceKind.GLOBAL90
                                            .lastDay(day, given.policy())
                                            .plusDays(1)
                                            .atStartOfDay(given.calendars().zone())
                                            .toInstant()))
                            .stream())
            .until("the day is over")
            .due(START.plus(GLOBAL_PERIOD_DAYS))
            .sends(MessageKind.GLOBAL_PERIOD_ENDS)
            .lasts(Lasts.ALWAYS)
            .made();

    static final Timer COMPLICATION = Timer.of("T-55", "Review complication")
            .per(Per.COMPLICATION, Role.QUALITY_AUDITOR)
            .kind(Kind.SAFETY)
            .starts(
                    "a complication",
                    given -> given.state().afterCare().complications().entrySet().stream()
                            .filter(each -> each.getValue().open())
                            .map(each -> complication(given, each)))
            .until("the complication is resolved")
            .due(START.plus(T55_DUE_DAYS))
            .overdue(START.plus(T55_OVERDUE_DAYS))
            .escalates(told(Role.QUALITY_AUDITOR))
            .lasts(Lasts.UNTIL_DEATH)
            .made();

    static final Timer CHARGE = Timer.of("T-57", "Release charge")
            .per(Per.CHARGE, Role.BILLING)
            .starts("the signed operation record")
            .until("the charge is released")
            .due(START.plus(Threshold.T57_DUE_BUSINESS_DAYS))
            .overdue(START.plus(Threshold.T57_OVERDUE_BUSINESS_DAYS))
            .escalates(told(Role.BILLING))
            .lasts(Lasts.ALWAYS)
            .lacks(
                    "a released charge: it is a fact of the billing account, and what holds a charge follows from tables that the pathway does not read")
            .made();

    static final List<Timer> ALL = List.of(
            DAY_ONE_CALL,
            CALL_AFTER_LEAVING,
            WARD,
            WOUND_VISIT,
            SURVEILLANCE,
            LONG_SURVEILLANCE,
            HEALTHY_SIDE,
            HEALTHY_SIDE_AGAIN,
            SENSATION,
            SENSATION_AGAIN,
            DRAIN,
            RED_FLAG_EMERGENCY,
            RED_FLAG_URGENT,
            RED_FLAG_SOON,
            RED_FLAG_ROUTINE,
            VISIT_1,
            VISIT_2,
            VISIT_3,
            VISIT_4,
            GLOBAL_PERIOD,
            COMPLICATION,
            CHARGE);

    private AftercareTimers() {}

    private static Escalation soonDays(Role role) {
        return Ladders.thenTold(role);
    }

    /** The latest operation of a stage here. */
    private record Operated(Stage stage, LocalDate day) {

        Cycle cycle() {
            return Cycle.on(stage + " " + day, day);
        }
    }

    private static Stream<Operated> operated(Given given) {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> given.operatedHere(stage).stream().map(day -> new Operated(stage, day)));
    }

    /** The newest operations of which nobody called. */
    private static Stream<CaseProgress> uncalled(Given given) {
        return operated(given).flatMap(each -> CaseProgress.newest(given.state(), each.stage()).stream());
    }

    private static boolean leftAgainstAdvice(CaseProgress each) {
        return each.end().filter(CaseEnd.AGAINST_ADVICE::equals).isPresent();
    }

    /** Whether the patient was reached on this day of the patient's calendar or later. */
    private static boolean called(Given given, CaseProgress each, LocalDate earliest) {
        return given.state().afterCare().followUp().dayOneCalls().stream()
                .filter(call -> call.stage() == each.stage())
                .anyMatch(call -> !patientsDay(given, call.at()).isBefore(earliest));
    }

    private static LocalDate nextDay(Given given, OffsetDateTime home) {
        return patientsDay(given, home).plusDays(given.policy().of(T17_DUE_DAYS));
    }

    private static LocalDate patientsDay(Given given, OffsetDateTime time) {
        ZoneId zone = given.calendars().patient().at(time.toInstant());
        return time.atZoneSameInstant(zone).toLocalDate();
    }

    /** After so many attempts in vain the other contact of the patient is called. */
    private static List<Cycle.Extra> afterAttempts(Given given, OffsetDateTime home) {
        List<ContactAttempted> since = given.state().afterCare().attempts().stream()
                .filter(attempt -> !attempt.occurredAt().isBefore(home))
                .toList();
        int enough = given.policy().of(T17_ATTEMPTS);
        return since.size() < enough
                ? List.of()
                : List.of(new Cycle.Extra(
                        Escalation.atOnce(Role.AFTERCARE_NURSE, "Call the patient's other contact"),
                        since.get(enough - 1).occurredAt().toInstant()));
    }

    private static boolean woundSeen(Given given, Operated each) {
        LocalDate earliest = given.plusDays(each.day(), T18_EARLIEST_DAYS);
        return given.state().afterCare().followUp().woundVisits().stream()
                .filter(visit -> visit.stage() == each.stage())
                .anyMatch(visit -> !given.dayOf(visit.at()).isBefore(earliest));
    }

    private static Stream<Cycle> surveillance(Given given, Operated each, SurveillanceKind kind) {
        return given.state().afterCare().isClosed(each.stage(), kind, each.day())
                ? Stream.empty()
                : Stream.of(Cycle.on(each.stage() + " " + each.day(), kind.lastDay(each.day(), given.policy())));
    }

    /** What is not out of the wounds of the transfer on this day, such as {@code drain, dressing}; empty when all is. */
    private static Optional<String> stillIn(Given given, LocalDate day) {
        boolean drained = given.state().operations().all(StageTwoCompleted.class).stream()
                .anyMatch(done -> done.drain() && done.operatedOn().equals(day));
        return given.state().afterCare().followUp().stillIn(day, drained).stream()
                .map(material -> material.name().toLowerCase(Locale.ROOT))
                .reduce((one, other) -> one + ", " + other);
    }

    private static Timer donorFace(String name, Threshold days) {
        return Timer.of("T-20", name)
                .per(Per.VISIT, Role.SURGEON)
                .starts(
                        "the day of stage one",
                        given -> given.operatedHere(Stage.ONE).stream()
                                .filter(day -> given.state().afterCare().followUp().donorFaces().stream()
                                        .noneMatch(look -> !given.dayOf(look.at())
                                                .isBefore(given.minusDays(given.plusDays(day, days), T20_EARLY_DAYS))))
                                .map(day -> Cycle.on(day + " " + days.storedName(), day)))
                .until("a look at the healthy side of the face, as early as the policy lets it count")
                .opens(START.plus(days).minus(T20_EARLY_DAYS))
                .due(START.plus(days))
                .overdue(START.plus(days).plus(T20_OVERDUE_DAYS))
                .escalates(told(Role.SURGEON))
                .lasts(Lasts.UNTIL_THE_END)
                .made();
    }

    private static Timer sensation(String name, Threshold days) {
        return Timer.of("T-21", name)
                .per(Per.VISIT, Role.SURGEON)
                .starts(
                        "the day of stage one",
                        given -> given.operatedHere(Stage.ONE).stream()
                                .filter(day -> given.state().afterCare().followUp().donorSites().stream()
                                        .noneMatch(test -> !given.dayOf(test.at())
                                                .isBefore(given.minusDays(given.plusDays(day, days), T21_EARLY_DAYS))))
                                .map(day -> Cycle.on(day + " " + days.storedName(), day)))
                .until("a test of the sensation, as early as the policy lets it count")
                .opens(START.plus(days).minus(T21_EARLY_DAYS))
                .due(START.plus(days))
                .overdue(START.plus(days).plus(T21_OVERDUE_DAYS))
                .escalates(told(Role.SURGEON))
                .lasts(Lasts.UNTIL_THE_END)
                .made();
    }

    /** One of the levels of a red flag; only somebody who may act stops its clock. */
    private static Timer redFlag(String name, Set<RedFlagLevel> levels, Threshold within) {
        Function<Given, Stream<Cycle>> open = given -> given.state().afterCare().followUp().unanswered().stream()
                .filter(flag -> levels.contains(flag.flag().level()))
                .map(flag -> Cycle.at(flag.flagId(), flag.raisedAt()));
        return Timer.of("T-33", name)
                .per(Per.FLAG, Role.SURGEON)
                .kind(Kind.SAFETY)
                .starts("a red flag of this level", open)
                .until("an acknowledgement by somebody who may act")
                .due(START.plus(within))
                .overdue(START.plus(within))
                .escalates(onCall(), soonDirector(), Ladders.lastlyTransfer())
                .answeredOnly()
                .lasts(Lasts.UNTIL_DEATH)
                .made();
    }

    private static Timer visit(String name, Threshold days) {
        return Timer.of("T-34", name)
                .per(Per.VISIT, Role.SURGICAL_COORDINATOR)
                .starts(
                        "the day of stage two",
                        given -> given.operatedHere(Stage.TWO).stream()
                                .filter(day -> !seen(given, given.minusDays(given.plusDays(day, days), T34_EARLY_DAYS)))
                                .map(day -> Cycle.on(day + " " + days.storedName(), day)))
                .until("the patient is really seen, as early as the policy lets it count, or later")
                .opens(START.plus(days).minus(T34_EARLY_DAYS))
                .due(START.plus(days))
                .overdue(START.plus(days).plus(T34_OVERDUE_DAYS))
                .escalates(told(Role.SURGICAL_COORDINATOR))
                .lasts(Lasts.UNTIL_THE_END)
                .made();
    }

    private static boolean seen(Given given, LocalDate earliest) {
        LocalDate last = given.state().afterCare().lastEncounterOn();
        return last != null && !last.isBefore(earliest);
    }

    private static Cycle complication(Given given, Map.Entry<String, AfterCare.Complication> each) {
        return Cycle.on(each.getKey(), given.dayOf(each.getValue().recordedAt()));
    }
}
