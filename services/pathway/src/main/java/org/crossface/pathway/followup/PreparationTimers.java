package org.crossface.pathway.followup;

import static org.crossface.pathway.followup.Ladders.lead;
import static org.crossface.pathway.followup.Ladders.thenTold;
import static org.crossface.pathway.followup.Ladders.told;
import static org.crossface.pathway.followup.Offset.START;
import static org.crossface.pathway.policy.Threshold.LISTS_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.SLOT_HELD_BUSINESS_DAYS;
import static org.crossface.pathway.policy.Threshold.T06_WARNING_DAYS;
import static org.crossface.pathway.policy.Threshold.T07_WARNING_DAYS;
import static org.crossface.pathway.policy.Threshold.T08_WARNING_DAYS;
import static org.crossface.pathway.policy.Threshold.T09_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T09_FROM_DAYS;
import static org.crossface.pathway.policy.Threshold.T09_OVERDUE_HOUR;
import static org.crossface.pathway.policy.Threshold.T10_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T10_FROM_DAYS;
import static org.crossface.pathway.policy.Threshold.T10_OVERDUE_HOUR;
import static org.crossface.pathway.policy.Threshold.T11_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T11_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T12_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T12_DUE_HOUR;
import static org.crossface.pathway.policy.Threshold.T13_READY_MINUTES;
import static org.crossface.pathway.policy.Threshold.T28_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T28_OVERDUE_DAYS;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.correspondence.MessageKind;
import org.crossface.pathway.oversight.Contradiction;
import org.crossface.pathway.scheduling.Readiness;
import org.crossface.pathway.scheduling.vocabulary.PreOpCallOutcome;
import org.crossface.pathway.scheduling.vocabulary.PreOpItem;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.surgery.events.SafetySignInCompleted;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;

/** From the decision on the candidacy to the time-out of an operation. */
final class PreparationTimers {

    private static final String SURGERY_DATE = "the day of the booked operation";

    static final Timer PLAN = step("PLAN", "Plan", Role.SURGEON, "a plan");
    static final Timer CONSENT = step("CONSENT", "Consent", Role.SURGEON, "a signed consent");
    static final Timer CLEAR = step("CLEAR", "Clearance", Role.ANESTHESIOLOGIST, "a clearance");
    static final Timer SLOT = Timer.of("SLOT", "Schedule stage")
            .per(Per.CASE, Role.SURGICAL_COORDINATOR)
            .starts(
                    "plan, consent and clearance",
                    given -> given.openStep().equals("SLOT")
                            ? given.preparing().stream()
                                    .map(stage -> Cycle.waiting(stage.name()).detail(name(stage)))
                            : Stream.empty())
            .until("a booked operation")
            .made();

    static final Timer APPOINTMENT = Timer.of("APPT", "Stage")
            .per(Per.CASE, Role.PREOP_NURSE)
            .starts(
                    "the booked time of the operation",
                    given -> given.booked().stream()
                            .map(each -> Cycle.at(each.caseId(), each.planned().startsAt())
                                    .detail(name(each.stage()))))
            .until("the patient has left, or the operation is cancelled")
            .overdue(START.dayAfter())
            .made();

    static final Timer CONSENT_ENDS = Timer.of("T-06", "Consent ends")
            .per(Per.CASE, Role.SURGICAL_COORDINATOR)
            .starts(
                    "the last day of a consent",
                    given -> given.notAdmitted().stream()
                            .flatMap(stage -> given.state().consents().standing(ConsentType.SURGICAL, stage).stream()
                                    .flatMap(consent -> Stream.ofNullable(consent.validUntil()))
                                    .map(until -> Cycle.on(stage.name(), until))))
            .until("a new consent, or the patient is admitted")
            .due(START.minus(T06_WARNING_DAYS))
            .overdue(START.dayAfter())
            .records("ConsentExpired")
            .made();

    static final Timer AUTHORISATION_ENDS = Timer.of("T-07", "Authorisation ends")
            .per(Per.CASE, Role.BILLING)
            .starts(
                    "the last day of an authorisation",
                    given -> given.notAdmitted().stream()
                            .flatMap(stage -> given.state().schedule().readinessFor(stage).approval().stream()
                                    .map(Readiness.Authorization::until)
                                    .flatMap(Stream::ofNullable)
                                    .map(until -> Cycle.on(stage.name(), until))))
            .until("a new authorisation, or the patient is admitted")
            .due(START.minus(T07_WARNING_DAYS))
            .overdue(START.dayAfter())
            .escalates(told(Role.BILLING))
            .made();

    static final Timer CLEARANCE_ENDS = Timer.of("T-08", "Clearance ends")
            .per(Per.CASE, Role.ANESTHESIOLOGIST)
            .starts(
                    "the last day of a clearance",
                    given -> given.notAdmitted().stream()
                            .flatMap(stage -> Stream.ofNullable(given.state()
                                            .schedule()
                                            .readinessFor(stage)
                                            .clearedUntil())
                                    .map(until -> Cycle.on(stage.name(), until))))
            .until("a new clearance, or the patient is admitted")
            .due(START.minus(T08_WARNING_DAYS))
            .overdue(START.dayAfter())
            .escalates(told(Role.ANESTHESIOLOGIST))
            .made();

    static final Timer PREOP_CALL = Timer.of("T-09", "Pre-operative call")
            .per(Per.CASE, Role.PREOP_NURSE)
            .kind(Kind.CONTACT)
            .starts(
                    SURGERY_DATE,
                    given -> notAdmittedCase(given)
                            .filter(each -> !willCome(given, each))
                            .map(each ->
                                    Cycle.on(each.caseId(), dayOf(given, each)).escalating(mayNotCome(given, each))))
            .until("a call, as early as the policy lets it count, in which the patient says that he or she will come")
            .opens(START.minus(T09_FROM_DAYS))
            .due(START.minus(T09_DUE_DAYS))
            .overdue(START.minus(T09_DUE_DAYS).at(T09_OVERDUE_HOUR))
            .escalates(told(Role.SURGICAL_COORDINATOR))
            .made();

    static final Timer ESCORT = Timer.of("T-10", "Reconfirm escort")
            .per(Per.CASE, Role.SURGICAL_COORDINATOR)
            .starts(
                    SURGERY_DATE + "; not for a patient who goes to after-care and named nobody",
                    given -> notAdmittedCase(given)
                            .filter(each -> !needsNoEscort(given, each) && !reconfirmed(given, each))
                            .map(each -> Cycle.on(each.caseId(), dayOf(given, each))))
            .until("the escort says again that he or she comes, as early as the policy lets it count")
            .opens(START.minus(T10_FROM_DAYS))
            .due(START.minus(T10_DUE_DAYS))
            .overdue(START.at(T10_OVERDUE_HOUR))
            .escalates(told(Role.SURGICAL_COORDINATOR))
            .made();

    static final Timer STOP_CHECKS = Timer.of("T-11", "Check nicotine and medication")
            .per(Per.CASE, Role.ANESTHESIOLOGIST)
            .starts(
                    SURGERY_DATE,
                    given -> notAdmittedCase(given)
                            .filter(each -> !given.state()
                                    .schedule()
                                    .readinessFor(each.stage())
                                    .items()
                                    .keySet()
                                    .containsAll(List.of(PreOpItem.NICOTINE_FREE, PreOpItem.MEDICATION_PLAN)))
                            .map(each -> Cycle.on(
                                    each.caseId(), given.dayOf(each.planned().startsAt()))))
            .until("a result of both items of the pre-operative list")
            .due(START.minus(T11_DUE_DAYS))
            .overdue(START.minus(T11_OVERDUE_DAYS))
            .escalates(told(Role.ANESTHESIOLOGIST))
            .made();

    static final Timer FASTING = Timer.of("T-12", "Fasting reminder")
            .per(Per.CASE, Role.SYSTEM)
            .kind(Kind.MESSAGE)
            .starts(
                    "the booked time of the operation",
                    given -> notAdmittedCase(given)
                            .map(each -> Cycle.at(each.caseId(), each.planned().startsAt())
                                    .until(each.planned().startsAt().toInstant())))
            .until("the start of the operation")
            .due(START.minus(T12_DUE_DAYS).at(T12_DUE_HOUR))
            .sends(MessageKind.FASTING_REMINDER)
            .made();

    static final Timer READY = Timer.of("T-13", "Ready for the first step")
            .per(Per.CASE, Role.OR_NURSE)
            .starts(
                    "the booked time of the operation",
                    given -> given.booked().stream()
                            .filter(each -> !each.operation().has(SafetySignInCompleted.class))
                            .map(each -> Cycle.at(each.caseId(), each.planned().startsAt())))
            .until("the sign-in")
            .due(START.minus(T13_READY_MINUTES))
            .overdue(START)
            .escalates(lead(Role.OR_NURSE))
            .made();

    static final Timer LISTS = Timer.of("LISTS", "List allergies and medication")
            .per(Per.CASE, Role.PREOP_NURSE)
            .starts(
                    SURGERY_DATE,
                    given -> given.booked().stream()
                            .filter(each -> given.state().health().allergies() == null
                                    || given.state().health().medicines() == null)
                            .map(each -> Cycle.on(
                                    each.caseId(), given.dayOf(each.planned().startsAt()))))
            .until("both lists (A-15)")
            .due(START.minus(LISTS_DUE_DAYS))
            .overdue(START)
            .made();

    static final Timer CLEARANCE_AGAIN = Timer.of("T-28", "Clear again for stage two")
            .per(Per.CASE, Role.PREOP_NURSE)
            .starts(
                    "the day of a booked stage two",
                    given -> notAdmittedCase(given)
                            .filter(each -> each.stage() == Stage.TWO)
                            .flatMap(each -> uncovered(given, each)))
            .until("a clearance that holds on the day of the operation")
            .due(START.minus(T28_DUE_DAYS))
            .overdue(START.minus(T28_OVERDUE_DAYS))
            .escalates(told(Role.PREOP_NURSE), thenTold(Role.ANESTHESIOLOGIST))
            .made();

    static final Timer SLOT_HELD = Timer.of("SLOT-HELD", "Slot is held for a contradicted operation")
            .per(Per.CASE, Role.SURGICAL_COORDINATOR)
            .starts(
                    "the first contradiction of a booked operation",
                    given -> notAdmittedCase(given)
                            .flatMap(each -> given.state().oversight().stopping(each.caseId()).stream()
                                    .map(Contradiction::since)
                                    .min(Comparator.naturalOrder())
                                    .map(since -> Cycle.on(each.caseId(), given.dayOf(since)))
                                    .stream()))
            .until("the contradictions are decided, or the slot is released (A-01)")
            .due(START.plus(SLOT_HELD_BUSINESS_DAYS))
            .overdue(START.plus(SLOT_HELD_BUSINESS_DAYS).dayAfter())
            .escalates(told(Role.SURGICAL_COORDINATOR))
            .records("SurgeryCancelled")
            .lasts(Lasts.UNTIL_THE_END)
            .made();

    static final List<Timer> ALL = List.of(
            PLAN,
            CONSENT,
            CLEAR,
            SLOT,
            APPOINTMENT,
            CONSENT_ENDS,
            AUTHORISATION_ENDS,
            CLEARANCE_ENDS,
            PREOP_CALL,
            ESCORT,
            STOP_CHECKS,
            FASTING,
            READY,
            LISTS,
            CLEARANCE_AGAIN,
            SLOT_HELD);

    private PreparationTimers() {}

    private static Timer step(String code, String name, Role owner, String until) {
        Function<Given, Stream<Cycle>> open =
                given -> given.openStep().equals(code) || (code.equals("PLAN") && given.replanned())
                        ? Stream.of(Cycle.waiting(""))
                        : Stream.empty();
        return Timer.of(code, name)
                .per(Per.CASE, owner)
                .starts("the step before it", open)
                .until(until)
                .made();
    }

    private static String name(Stage stage) {
        return stage == Stage.ONE ? " one" : " two";
    }

    private static Stream<CaseProgress> notAdmittedCase(Given given) {
        return given.booked().stream()
                .filter(each -> each.operation().admittedAt().isEmpty());
    }

    private static LocalDate dayOf(Given given, CaseProgress each) {
        return given.dayOf(each.planned().startsAt());
    }

    private static Readiness readiness(Given given, CaseProgress each) {
        return given.state().schedule().readinessFor(each.stage());
    }

    private static boolean willCome(Given given, CaseProgress each) {
        Readiness.Call call = readiness(given, each).calls().patient();
        return call != null
                && call.outcome() == PreOpCallOutcome.WILL_COME
                && !given.dayOf(call.at()).isBefore(given.minusDays(dayOf(given, each), T09_FROM_DAYS));
    }

    /** The coordinators learn at once of a patient who may not come: the slot may become free. */
    private static List<Cycle.Extra> mayNotCome(Given given, CaseProgress each) {
        return Stream.ofNullable(readiness(given, each).calls().patient())
                .filter(call -> call.outcome() == PreOpCallOutcome.MAY_NOT_COME)
                .map(call -> new Cycle.Extra(
                        Escalation.atOnce(Role.SURGICAL_COORDINATOR, "Coordinator, as the patient may not come"),
                        call.at().toInstant()))
                .toList();
    }

    private static boolean needsNoEscort(Given given, CaseProgress each) {
        Readiness ready = readiness(given, each);
        return ready.escort() == null && ready.bed() != null;
    }

    private static boolean reconfirmed(Given given, CaseProgress each) {
        OffsetDateTime said = readiness(given, each).calls().escortAt();
        return said != null && !given.dayOf(said).isBefore(given.minusDays(dayOf(given, each), T10_FROM_DAYS));
    }

    private static Stream<Cycle> uncovered(Given given, CaseProgress each) {
        LocalDate day = given.dayOf(each.planned().startsAt());
        Optional<LocalDate> cleared = Optional.ofNullable(
                given.state().schedule().readinessFor(each.stage()).clearedUntil());
        return cleared.filter(until -> !until.isBefore(day)).isPresent()
                ? Stream.empty()
                : Stream.of(Cycle.on(each.caseId(), day));
    }
}
