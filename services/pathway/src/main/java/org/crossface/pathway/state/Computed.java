package org.crossface.pathway.state;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.crossface.pathway.consent.ConsentExpired;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.neurotization.NeurotizationWindowLapsed;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.oversight.LostToFollowUpDeclared;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.oversight.PathwayResumed;
import org.crossface.pathway.oversight.PatientReturned;
import org.crossface.pathway.oversight.PatientWithdrew;
import org.crossface.pathway.planning.CandidacyApproved;
import org.crossface.pathway.planning.TreatmentPlanRevised;
import org.crossface.pathway.recovery.events.AftercareDischarged;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.events.LeftAgainstMedicalAdvice;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.events.UnplannedTransferOccurred;
import org.crossface.pathway.recovery.vocabulary.CompromiseCause;
import org.crossface.pathway.rehabilitation.events.FlapFact;
import org.crossface.pathway.rehabilitation.events.RehabilitationStarted;
import org.crossface.pathway.scheduling.events.PreOpClearanceExpired;
import org.crossface.pathway.scheduling.events.PreOpClearanceGranted;
import org.crossface.pathway.scheduling.events.SurgeryRescheduled;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.surgery.events.ExternalStageOneAttested;
import org.crossface.pathway.surgery.events.ExternalStageTwoAttested;
import org.crossface.pathway.surgery.events.FastingVerified;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.OperationCompletedAsPerformed;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.WrongSiteEventReported;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The components of a fact that nobody enters: each is a function of the other components and of the state before the fact. An event
 * keeps them as they were computed when it was recorded, for those who read the event alone. The fold computes them anew, so that they follow
 * when an earlier fact is corrected or retracted. Where the facts that they rest on are missing, the kept value stands.
 */
public final class Computed {

    private Computed() {}

    /** The fact with what is computed computed from this state. */
    public static PathwayEvent anew(PathwayState before, PathwayEvent fact) {
        Map<String, ?> values = values(before, fact);
        return values.isEmpty() ? fact : Records.with(fact, values);
    }

    /** What is computed of a fact, by component; empty for a fact of which nothing is. */
    private static Map<String, ?> values(PathwayState before, PathwayEvent fact) {
        return switch (fact) {
            case FlapReperfused e -> ischemia(before, e);
            case StageOneCompleted e ->
                with(
                        times(before, e.caseId(), e.occurredAt()),
                        "patientAlreadyLeft",
                        before.recoveries().of(e.caseId()).hasLeft());
            case StageTwoCompleted e -> times(before, e.caseId(), e.occurredAt());
            case OperationCompletedAsPerformed e -> times(before, e.caseId(), e.occurredAt());
            case ExternalStageOneAttested e -> attested(e.operatedOnAsKnown());
            case ExternalStageTwoAttested e -> attested(e.operatedOnAsKnown());
            case FastingVerified e -> fasting(e);
            case PatientDischarged e -> stay(before, e.caseId(), e.occurredAt(), true);
            case LeftAgainstMedicalAdvice e -> stay(before, e.caseId(), e.occurredAt(), true);
            case UnplannedTransferOccurred e -> stay(before, e.caseId(), e.occurredAt(), false);
            case AftercareDischarged e ->
                before.recoveries()
                        .of(e.caseId())
                        .inAftercare()
                        .<Map<String, ?>>map(admitted -> Map.of("facilityId", admitted.facilityId()))
                        .orElse(Map.of());
            case FlapChecked e ->
                Map.of(
                        "passing",
                        CompromiseCause.of(e.arterial(), e.venous(), e.swelling())
                                .isEmpty());
            case CandidacyApproved e -> age(before, e);
            case TreatmentPlanRevised e -> Map.of("planVersion", before.plan().version() + 1);
            case ConsentExpired e -> lastDayOfConsent(before, e);
            case PreOpClearanceExpired e ->
                lastDay(before.schedule().readinessFor(e.stage()).clearedUntil());
            case SurgeryScheduled e -> booked(before, e.stage());
            case SurgeryRescheduled e -> booked(before, e.stage());
            case TinelAssessed e ->
                Map.of("lengthUnknown", before.graft().growth().insertedMm() == null);
            case NeurotizationWindowLapsed e -> lapsed(before, e.occurredAt());
            case RehabilitationStarted e -> started(before, e);
            case FlapFact e -> flap(before, e);
            case PathwayPutOnHold e -> phaseBefore(before.phase());
            case LostToFollowUpDeclared e -> phaseBefore(before.phase());
            case PatientWithdrew e -> phaseBefore(before.interruptedPhase());
            case PathwayResumed e -> Map.of("phaseNow", before.interruptedPhase());
            case PatientReturned e -> Map.of("phaseNow", before.interruptedPhase());
            case WrongSiteEventReported e -> phaseBefore(before.phaseAfterHold());
            default -> Map.of();
        };
    }

    private static Map<String, ?> ischemia(PathwayState before, FlapReperfused fact) {
        return before.operations()
                .of(fact.caseId())
                .last(GracilisHarvested.class)
                .map(harvest -> Map.of("ischemiaMinutes", ischemiaMinutes(harvest, fact.reperfusedAt())))
                .orElse(Map.of());
    }

    /** How long a muscle was without blood, in whole minutes. */
    public static int ischemiaMinutes(GracilisHarvested harvest, OffsetDateTime reperfusedAt) {
        return (int) Duration.between(harvest.pedicleDividedAt(), reperfusedAt).toMinutes();
    }

    private static Map<String, ?> times(PathwayState before, String caseId, OffsetDateTime completedAt) {
        return OperationTimes.of(before, caseId, completedAt)
                .map(times ->
                        Map.of("operatedOn", times.operatedOn(), "durationMinutes", (Object) times.durationMinutes()))
                .orElse(Map.of());
    }

    private static Map<String, ?> attested(String operatedOnAsKnown) {
        return PartialDate.parse(operatedOnAsKnown)
                .map(day -> Map.of("operatedOn", day.latest()))
                .orElse(Map.of());
    }

    private static Map<String, ?> fasting(FastingVerified fact) {
        Map<String, @Nullable Object> hours = new HashMap<>();
        hours.put("clearHours", hoursSince(fact.lastClearAt(), fact.occurredAt()));
        hours.put("lightMealHours", hoursSince(fact.lastLightMealAt(), fact.occurredAt()));
        hours.put("fullMealHours", hoursSince(fact.lastFullMealAt(), fact.occurredAt()));
        return hours;
    }

    /** Hours from the last intake to the time of asking; {@code null} when there was none. */
    public static @Nullable Double hoursSince(@Nullable OffsetDateTime last, OffsetDateTime asked) {
        return last == null ? null : Duration.between(last, asked).toMinutes() / 60.0;
    }

    private static Map<String, ?> stay(
            PathwayState before, String caseId, OffsetDateTime left, boolean withCalendarDay) {
        Optional<Stay> stay = Stay.until(before, caseId, left);
        return stay.isEmpty()
                ? Map.of()
                : withCalendarDay
                        ? Map.of(
                                "stage", stay.get().stage(),
                                "sameCalendarDay", stay.get().sameCalendarDay(),
                                "stayMinutes", stay.get().minutes())
                        : Map.of(
                                "stage",
                                stay.get().stage(),
                                "stayMinutes",
                                stay.get().minutes());
    }

    private static Map<String, ?> age(PathwayState before, CandidacyApproved fact) {
        LocalDate day = before.dayOf(fact.occurredAt());
        return before.intake()
                .ageOn(day)
                .<Map<String, ?>>map(age -> Map.of("ageAtDecision", age.most()))
                .orElse(Map.of());
    }

    private static Map<String, ?> booked(PathwayState before, Stage stage) {
        return before.consents()
                .standing(ConsentType.SURGICAL, stage)
                .map(consent ->
                        Map.of("planVersion", before.plan().version(), "consentId", (Object) consent.consentId()))
                .orElse(Map.of());
    }

    private static Map<String, ?> lastDayOfConsent(PathwayState before, ConsentExpired fact) {
        return before.consents().all().stream()
                .filter(consent -> consent.consentId().equals(fact.consentId()))
                .findFirst()
                .<Map<String, ?>>map(consent -> lastDay(consent.validUntil()))
                .orElse(Map.of());
    }

    private static Map<String, ?> lastDay(@Nullable LocalDate until) {
        return until == null ? Map.of() : Map.of("validUntil", until);
    }

    private static Map<String, ?> lapsed(PathwayState before, OffsetDateTime at) {
        return before.operations()
                .stageOneDate()
                .map(day -> Map.of("monthsSinceStageOne", (int) MONTHS.between(day, before.dayOf(at))))
                .orElse(Map.of());
    }

    private static Map<String, ?> started(PathwayState before, RehabilitationStarted fact) {
        Map<String, Object> values = new HashMap<>(flap(before, fact));
        before.flaps()
                .of(fact.flapId())
                .or(() -> before.flaps().lastTransferred())
                .map(MuscleFlap::operatedOn)
                .ifPresent(day -> values.put("dayZero", day));
        return values;
    }

    /** What was recorded before facts named their muscle is about the one that was transferred last. */
    private static Map<String, ?> flap(PathwayState before, FlapFact fact) {
        return before.flaps()
                .lastTransferred()
                .filter(last -> fact.flapId() == null)
                .map(last -> Map.of("flapId", last.flapId()))
                .orElse(Map.of());
    }

    private static Map<String, ?> phaseBefore(Phase phase) {
        return Map.of("phaseBefore", phase);
    }

    private static Map<String, ?> with(Map<String, ?> some, String name, Object value) {
        Map<String, Object> all = new HashMap<>(some);
        all.put(name, value);
        return all;
    }

    /**
     * A corrected fact whose validity follows the day on which it happened: a policy said for how many days it holds, and the policy of that
     * day is not asked again.
     */
    static PathwayEvent withValidity(PathwayEvent recorded, PathwayEvent corrected) {
        long moved = DAYS.between(
                recorded.occurredAt().toLocalDate(), corrected.occurredAt().toLocalDate());
        return switch (corrected) {
            case PreOpClearanceGranted e ->
                Records.with(e, Map.of("validUntil", e.validUntil().plusDays(moved)));
            case ConsentObtained e
            when e.validUntil() != null ->
                Records.with(e, Map.of("validUntil", e.validUntil().plusDays(moved)));
            default -> corrected;
        };
    }
}
