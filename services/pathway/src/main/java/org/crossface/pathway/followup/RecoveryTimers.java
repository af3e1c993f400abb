package org.crossface.pathway.followup;

import static org.crossface.pathway.followup.Ladders.director;
import static org.crossface.pathway.followup.Ladders.lastlyOnCall;
import static org.crossface.pathway.followup.Ladders.lastlyTransfer;
import static org.crossface.pathway.followup.Ladders.lead;
import static org.crossface.pathway.followup.Ladders.onCall;
import static org.crossface.pathway.followup.Ladders.soon;
import static org.crossface.pathway.followup.Ladders.soonDirector;
import static org.crossface.pathway.followup.Ladders.told;
import static org.crossface.pathway.followup.Offset.START;
import static org.crossface.pathway.policy.Threshold.DAY_CASE_MAX_HOURS;
import static org.crossface.pathway.policy.Threshold.FLAP_DOUBT_ANSWER_MINUTES;
import static org.crossface.pathway.policy.Threshold.RECOVERY_DECISION_HOURS;
import static org.crossface.pathway.policy.Threshold.RECOVERY_REVIEW_HOURS;
import static org.crossface.pathway.policy.Threshold.T14_DUE_HOURS;
import static org.crossface.pathway.policy.Threshold.T14_OVERDUE_HOURS;
import static org.crossface.pathway.policy.Threshold.T16_WARNING_HOURS;
import static org.crossface.pathway.policy.Threshold.T29_TOLERANCE_MINUTES;
import static org.crossface.pathway.policy.Threshold.T31_DUE_MINUTES;
import static org.crossface.pathway.policy.Threshold.T31_OVERDUE_MINUTES;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.consent.Consents;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.recovery.Recovery;
import org.crossface.pathway.recovery.events.FlapCompromiseConfirmed;
import org.crossface.pathway.recovery.events.FlapCompromiseRuledOut;
import org.crossface.pathway.recovery.events.FlapLost;
import org.crossface.pathway.recovery.events.FlapSalvaged;
import org.crossface.pathway.recovery.events.RecoveryFact;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.events.OperationCompletedAsPerformed;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.SurgeryFact;
import org.crossface.platform.api.Role;

/** From the admission until the patient has left, and the flap wherever the patient is. */
final class RecoveryTimers {

    static final Timer RECORD = Timer.of("T-14", "Sign operation record")
            .per(Per.CASE, Role.SURGEON)
            .starts(
                    "the end of the operation",
                    given -> cases(given)
                            .filter(each -> each.operation().anesthetised())
                            .filter(each -> each.operation().signature().isEmpty())
                            .flatMap(each -> ended(each.operation()).stream().map(end -> Cycle.at(each.caseId(), end))))
            .until("the first signature under the record")
            .due(START.plus(T14_DUE_HOURS))
            .overdue(START.plus(T14_OVERDUE_HOURS))
            .escalates(told(Role.SURGEON), Ladders.thenDirector())
            .lasts(Lasts.ALWAYS)
            .made();

    static final Timer RECOVERY = Timer.of("T-15", "Review recovery")
            .per(Per.CASE, Role.ANESTHESIOLOGIST)
            .kind(Kind.SAFETY)
            .starts(
                    "the admission to recovery",
                    given -> here(given)
                            .filter(each -> each.recovery().extendedAt().isEmpty())
                            .flatMap(each ->
                                    each.recovery().admittedAt().stream().map(at -> Cycle.at(each.caseId(), at))))
            .until("the patient has left, or an extended recovery began")
            .due(START.plus(RECOVERY_REVIEW_HOURS))
            .overdue(START.plus(RECOVERY_DECISION_HOURS))
            .escalates(told(Role.ANESTHESIOLOGIST), soon(Role.SURGEON))
            .lasts(Lasts.UNTIL_DEATH)
            .made();

    static final Timer STAY = Timer.of("T-16", "End of the stay")
            .per(Per.CASE, Role.ADMINISTRATOR)
            .kind(Kind.SAFETY)
            .starts(
                    "the admission, where no inpatient stay is planned",
                    given -> here(given)
                            .filter(each -> !inpatient(given, each))
                            .flatMap(each ->
                                    Stream.ofNullable(each.admittedAt()).map(at -> Cycle.at(each.caseId(), at))))
            .until("the patient has left")
            .due(START.plus(T16_WARNING_HOURS))
            .overdue(START.plus(DAY_CASE_MAX_HOURS))
            .escalates(told(Role.ADMINISTRATOR))
            .lasts(Lasts.UNTIL_DEATH)
            .made();

    static final Timer FLAP_CHECK = Timer.of("T-29", "Check flap")
            .per(Per.FLAP, Role.AFTERCARE_NURSE)
            .kind(Kind.SAFETY)
            .starts("the reperfusion; each time of the schedule is a start of its own", FlapWatch::next)
            .until("a check, which counts for every time of the schedule so near to it")
            .overdue(START.plus(T29_TOLERANCE_MINUTES))
            .escalates(lead(Role.AFTERCARE_NURSE), soon(Role.SURGEON), lastlyOnCall())
            .lasts(Lasts.UNTIL_DEATH)
            .made();

    static final Timer FLAP_EMERGENCY = Timer.of("T-30", "Answer flap emergency")
            .per(Per.FLAP, Role.SURGEON)
            .kind(Kind.SAFETY)
            .starts(
                    "a suspected compromise of the flap",
                    given -> given.state().flapEmergencySince().stream().map(since -> Cycle.at("", since)))
            .until("a surgeon has taken it over")
            .due(START.plus(FLAP_DOUBT_ANSWER_MINUTES))
            .overdue(START.plus(FLAP_DOUBT_ANSWER_MINUTES))
            .escalates(onCall(), soonDirector(), lastlyTransfer())
            .answeredOnly()
            .lasts(Lasts.UNTIL_DEATH)
            .made();

    static final Timer DECISION_TO_INCISION = Timer.of("T-31", "Return to theatre")
            .per(Per.FLAP, Role.SURGEON)
            .kind(Kind.SAFETY)
            .starts("the confirmed compromise of the flap", RecoveryTimers::confirmed)
            .until("the incision of the return, or the flap is salvaged, lost or well")
            .due(START.plus(T31_DUE_MINUTES))
            .overdue(START.plus(T31_OVERDUE_MINUTES))
            .escalates(director(), soon(Role.QUALITY_AUDITOR))
            .lasts(Lasts.UNTIL_DEATH)
            .made();

    static final List<Timer> ALL = List.of(RECORD, RECOVERY, STAY, FLAP_CHECK, FLAP_EMERGENCY, DECISION_TO_INCISION);

    private RecoveryTimers() {}

    private static Stream<CaseProgress> cases(Given given) {
        return CaseProgress.all(given.state()).stream()
                .filter(each -> !each.planned().cancelled());
    }

    /** Cases whose patient is in the centre. */
    private static Stream<CaseProgress> here(Given given) {
        return cases(given).filter(each -> each.admittedAt() != null && !each.isOver());
    }

    private static boolean inpatient(Given given, CaseProgress each) {
        return given.state()
                .consents()
                .newestFor(each.stage())
                .map(Consents.Consent::setting)
                .filter(PlannedSetting.INPATIENT::equals)
                .isPresent();
    }

    /** The closure; for an operation without one, its completion or that it was stopped. */
    private static Optional<OffsetDateTime> ended(Operation operation) {
        if (!operation.isCompleted() && !operation.isDiscontinued()) {
            return operation.closedAt();
        }
        return operation
                .closedAt()
                .or(() -> Stream.of(
                                StageOneCompleted.class,
                                StageTwoCompleted.class,
                                OperationCompletedAsPerformed.class,
                                ProcedureDiscontinued.class)
                        .flatMap(type -> operation.last(type).stream())
                        .map(SurgeryFact::occurredAt)
                        .min(OffsetDateTime::compareTo));
    }

    private static Stream<Cycle> confirmed(Given given) {
        return given.state().recoveries().byCase().values().stream()
                .flatMap(recovery -> decided(recovery).stream()
                        .filter(decision -> !incised(given, recovery.caseId(), decision.occurredAt()))
                        .map(decision -> Cycle.at(recovery.caseId(), decision.occurredAt())));
    }

    /** The last confirmation of a compromise that nothing has ended. */
    private static Optional<FlapCompromiseConfirmed> decided(Recovery recovery) {
        FlapCompromiseConfirmed open = null;
        for (RecoveryFact fact : recovery.facts()) {
            open = switch (fact) {
                case FlapCompromiseConfirmed confirmed -> open == null ? confirmed : open;
                case FlapCompromiseRuledOut well -> null;
                case FlapSalvaged rescued -> null;
                case FlapLost lost -> null;
                default -> open;
            };
        }
        return Optional.ofNullable(open);
    }

    private static boolean incised(Given given, String caseId, OffsetDateTime since) {
        return given.state().schedule().cases().stream()
                .filter(each -> caseId.equals(each.follows()))
                .flatMap(each -> given.state().operations().of(each.caseId()).incisionAt().stream())
                .anyMatch(incision -> !incision.isBefore(since));
    }
}
