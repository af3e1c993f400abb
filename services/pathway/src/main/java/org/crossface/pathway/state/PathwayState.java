package org.crossface.pathway.state;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.adjunct.Adjuncts;
import org.crossface.pathway.aftercare.AfterCare;
import org.crossface.pathway.aftercare.FollowUp;
import org.crossface.pathway.aftercare.vocabulary.RedFlagLevel;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents;
import org.crossface.pathway.correspondence.Correspondence;
import org.crossface.pathway.evaluation.Evaluation;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.health.Health;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.neurotization.GraftStatus;
import org.crossface.pathway.neurotization.NerveGraft;
import org.crossface.pathway.oversight.Oversight;
import org.crossface.pathway.oversight.SecondPersonConfirmed;
import org.crossface.pathway.oversight.TaskEscalated;
import org.crossface.pathway.oversight.TaskFact;
import org.crossface.pathway.oversight.TaskOverdue;
import org.crossface.pathway.planning.CandidacyApproved;
import org.crossface.pathway.planning.TreatmentPlan;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.Recoveries;
import org.crossface.pathway.recovery.Recovery;
import org.crossface.pathway.recovery.events.LeftAgainstMedicalAdvice;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.events.UnplannedTransferOccurred;
import org.crossface.pathway.rehabilitation.Rehabilitation;
import org.crossface.pathway.rehabilitation.Rehabilitations;
import org.crossface.pathway.scheduling.Schedule;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.surgery.Flaps;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.surgery.Operations;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.NeedsSecondPerson;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One pathway as its effective facts make it: a pure fold that the live decision, time travel and what-if share. Nothing in it is
 * changed in place, so that a correction refolds the facts and an earlier state is a shorter fold. Rules, views, due dates, pages and billing
 * ask the same state, so that what people see is what decides; its parts answer with values, never with events.
 *
 * @param progress where the pathway stands
 * @param phases every change of phase, the first included, in the order of recording
 * @param waiting facts that count when a second person has confirmed them, in the order of recording
 * @param lastAt the latest time at which one of the facts happened, but for those about the work on the patient's tasks; {@code null} before the
 *     first
 */
public record PathwayState(
        Progress progress,
        List<PhaseChange> phases,
        @Nullable OffsetDateTime lastAt,
        List<NeedsSecondPerson> waiting,
        Intake intake,
        Evaluation evaluation,
        TreatmentPlan plan,
        Consents consents,
        Schedule schedule,
        Operations operations,
        Recoveries recoveries,
        NerveGraft graft,
        Flaps flaps,
        AfterCare afterCare,
        Rehabilitations rehabilitations,
        Oversight oversight,
        Health health,
        Adjuncts adjuncts,
        Correspondence correspondence) {

    /** Before the referral. */
    public static PathwayState none() {
        return new PathwayState(
                Progress.none(),
                List.of(),
                null,
                List.of(),
                Intake.none(),
                Evaluation.none(),
                TreatmentPlan.none(),
                Consents.none(),
                Schedule.none(),
                Operations.none(),
                Recoveries.none(),
                NerveGraft.none(),
                Flaps.none(),
                AfterCare.none(),
                Rehabilitations.none(),
                Oversight.none(),
                Health.unknown(),
                Adjuncts.none(),
                Correspondence.none());
    }

    /** The state that these recorded facts make, in this order, with their corrections and retractions applied. */
    public static PathwayState of(Iterable<? extends PathwayEvent> facts) {
        PathwayState state = none();
        for (PathwayEvent fact : EffectiveFacts.of(facts)) {
            state = state.evolve(fact);
        }
        return state;
    }

    /** The day of this instant at the surgery centre; before the referral, at the place that the offset tells. */
    public LocalDate dayOf(OffsetDateTime instant) {
        return intake.zone().isEmpty()
                ? instant.toLocalDate()
                : instant.atZoneSameInstant(ZoneId.of(intake.zone())).toLocalDate();
    }

    /** The zone of the surgery centre; before the referral, the offset of this time. */
    public ZoneId zoneAt(OffsetDateTime time) {
        return intake.zone().isEmpty() ? time.getOffset() : intake.zoneId();
    }

    /** The state after one more fact that corrects no other. One that needs a second person waits, and counts when it is confirmed; that
     * the patient was seen counts at once. */
    public PathwayState evolve(PathwayEvent recorded) {
        if (recorded instanceof NeedsSecondPerson fact && fact.needsSecondPerson()) {
            return with(Stream.concat(waiting.stream(), Stream.of(fact)).toList(), afterCare.evolve(fact, this::dayOf));
        }
        if (recorded instanceof SecondPersonConfirmed confirmation) {
            Optional<NeedsSecondPerson> confirmed = waiting(confirmation.confirmedFactId());
            PathwayState less = with(
                    waiting.stream()
                            .filter(each -> !confirmed.equals(Optional.of(each)))
                            .toList(),
                    afterCare);
            return confirmed.map(less::after).orElse(less).after(confirmation);
        }
        return after(recorded);
    }

    /** The fact of this identifier, if it waits for a second person. */
    public Optional<NeedsSecondPerson> waiting(String factId) {
        return waiting.stream().filter(each -> each.factId().equals(factId)).findFirst();
    }

    /** Whether a fact of this type waits for a second person. */
    public boolean waits(Class<? extends NeedsSecondPerson> type) {
        return waiting.stream().anyMatch(type::isInstance);
    }

    private PathwayState with(List<NeedsSecondPerson> facts, AfterCare seen) {
        return new PathwayState(
                progress,
                phases,
                lastAt,
                facts,
                intake,
                evaluation,
                plan,
                consents,
                schedule,
                operations,
                recoveries,
                graft,
                flaps,
                seen,
                rehabilitations,
                oversight,
                health,
                adjuncts,
                correspondence);
    }

    private PathwayState after(PathwayEvent recorded) {
        PathwayEvent event = Computed.anew(this, recorded);
        Flaps muscles = flaps.evolve(event);
        Rehabilitations therapies = rehabilitations.evolve(event);
        Progress moved = Progress.endsBooking(event) && isOfReturn(event) ? progress : progress.after(event);
        Progress next = (event instanceof CandidacyApproved && graft.live() ? moved.waitingForNerve() : moved)
                .following(muscles.atWork().stream()
                        .map(flap -> therapies.of(flap.flapId()))
                        .toList());
        return new PathwayState(
                next,
                next.phase() == phase() && !phases.isEmpty()
                        ? phases
                        : and(new PhaseChange(next.phase(), event.occurredAt())),
                isAboutWork(event) || (lastAt != null && !lastAt.isBefore(event.occurredAt()))
                        ? lastAt
                        : event.occurredAt(),
                waiting,
                intake.evolve(event),
                evaluation.evolve(event),
                plan.evolve(event),
                consents.evolve(event),
                scheduleAfter(event),
                operations.evolve(event),
                recoveries.evolve(event),
                graft.evolve(event, this::dayOf),
                muscles,
                afterCare.evolve(event, this::dayOf),
                therapies,
                oversight.evolve(event),
                health.evolve(event),
                adjuncts.evolve(event),
                correspondence.evolve(event));
    }

    /** Whether nothing happened to the patient: somebody did something about a task, or nobody did. */
    private static boolean isAboutWork(PathwayEvent event) {
        return event instanceof TaskFact || event instanceof TaskOverdue || event instanceof TaskEscalated;
    }

    /** With the departure after an operation, what the patient was prepared with is used up. */
    private Schedule scheduleAfter(PathwayEvent event) {
        Schedule next = schedule.evolve(event);
        Optional<String> left = switch (event) {
            case PatientDischarged e -> Optional.of(e.caseId());
            case UnplannedTransferOccurred e -> Optional.of(e.caseId());
            case LeftAgainstMedicalAdvice e -> Optional.of(e.caseId());
            default -> Optional.empty();
        };
        return left.map(schedule::operationOf)
                .filter(caseId -> operations.of(caseId).anesthetised())
                .map(next::usedBy)
                .orElse(next);
    }

    private boolean isOfReturn(PathwayEvent event) {
        return event instanceof ConcernsCase fact
                && schedule.caseById(fact.caseId())
                        .filter(SurgicalCase::isReturn)
                        .isPresent();
    }

    private List<PhaseChange> and(PhaseChange change) {
        return Stream.concat(phases.stream(), Stream.of(change)).toList();
    }

    /** The phase in which the pathway is. */
    public Phase phase() {
        return progress.phase();
    }

    /** The phase to which the pathway returns from a hold, a loss or a withdrawal; otherwise the present one. */
    public Phase interruptedPhase() {
        return progress.isInterrupted() ? progress.beneath() : phase();
    }

    /** The phase to which the pathway returns from a hold; otherwise the present one. */
    public Phase phaseAfterHold() {
        return phase() == Phase.ON_HOLD ? interruptedPhase() : phase();
    }

    /** The phase in which the pathway would be if it were neither on hold nor lost; otherwise the present one. */
    public Phase restingPhase() {
        return phase() == Phase.WITHDRAWN ? phase() : interruptedPhase();
    }

    /**
     * When the patient was admitted for the stay in which a case lies. A return to theatre from recovery belongs to the stay of the operation
     * before; a patient who comes back after the departure is admitted anew.
     */
    public Optional<OffsetDateTime> admittedAt(String caseId) {
        Optional<OffsetDateTime> admitted = operations.of(caseId).admittedAt();
        return admitted.isPresent() ? admitted : recoveries.stayBefore(caseId).flatMap(this::admittedAt);
    }

    /**
     * Day of the latest operation of this stage here that ended, in whatever way: after a procedure that was stopped under anesthesia, and
     * after one that was completed otherwise than planned, the patient is followed up as after any other. Empty when another centre did it.
     */
    public Optional<LocalDate> operatedHereOn(Stage stage) {
        return schedule.cases().reversed().stream()
                .filter(each -> each.stage() == stage && !each.isReturn())
                .map(each -> operations.of(each.caseId()))
                .filter(each -> each.anesthetised() && (each.isCompleted() || each.isDiscontinued()))
                .flatMap(each -> each.enteredAt().stream())
                .map(this::dayOf)
                .findFirst()
                .or(() -> operations.operatedHereOn(stage));
    }

    /** The paralysed side as it is known best, by examination or else from the referral; empty while nobody has named it. */
    public Optional<ParalysedSide> knownSide() {
        return evaluation
                .finding()
                .map(Evaluation.Paralysis::side)
                .or(() -> Optional.ofNullable(intake.referredSide()));
    }

    /** The muscle that was harvested last, whatever became of it; none before the first. */
    public MuscleFlap newestFlap() {
        return flaps.all().isEmpty() ? MuscleFlap.none() : flaps.all().getLast();
    }

    /** Therapy and outcome of the muscle that was transferred last. */
    public Rehabilitation newestRehabilitation() {
        return flaps.lastTransferred().map(this::rehabilitationOf).orElseGet(Rehabilitation::none);
    }

    /** Therapy and outcome of this muscle. */
    public Rehabilitation rehabilitationOf(MuscleFlap flap) {
        return rehabilitations.of(flap.flapId());
    }

    /**
     * The side of the face of an operation: the paralysed one, or with both sides paralysed the one that its consent names, else its plan
     * (INV-03).
     */
    public Optional<FaceSide> operatedSide(Stage stage) {
        Optional<FaceSide> side = evaluation.paralysedSide();
        return side.isPresent() || evaluation.paralysis() == null
                ? side
                : consents.standing(ConsentType.SURGICAL, stage)
                        .flatMap(consent -> Optional.ofNullable(consent.faceSide()))
                        .or(() -> Optional.ofNullable(plan.faceSide()));
    }

    /** The side of the face on which the muscle is planned: the paralysed one, or with both sides paralysed the one that the plan names. */
    public Optional<FaceSide> plannedSide() {
        return evaluation.paralysedSide().or(() -> Optional.ofNullable(plan.faceSide()));
    }

    /** The paralysed sides on which no muscle is in use. */
    public List<FaceSide> sidesWithoutMuscle() {
        return knownSide().map(ParalysedSide::sides).orElse(List.of()).stream()
                .filter(side -> flaps.inUse().stream().noneMatch(flap -> flap.mayLieOn(Optional.of(side))))
                .toList();
    }

    /** Whether the operation that a consent was given for was carried out; another one needs a consent of its own (P9). */
    public boolean isSpent(Consents.Consent consent) {
        return schedule.cases().stream()
                .filter(each -> each.consentId().equals(consent.consentId()))
                .anyMatch(each -> operations.of(each.caseId()).isCompleted());
    }

    /** Whether anesthesia was begun, or an incision made, for an operation of this consent's stage since it was signed. */
    public boolean wasBegunUnder(Consents.Consent consent) {
        return wasBegun(consent.stage(), consent.signedAt());
    }

    /** Whether an operation of this stage was begun with the clearance that is on record; another one needs a clearance of its own (P9). */
    public boolean isClearanceUsed(Stage stage) {
        OffsetDateTime cleared = schedule.readinessFor(stage).clearedAt();
        return cleared != null && wasBegun(stage, cleared);
    }

    private boolean wasBegun(@Nullable Stage stage, OffsetDateTime since) {
        return schedule.cases().stream()
                .filter(each -> each.stage() == stage && !each.cancelled() && !each.isReturn())
                .flatMap(each -> operations.of(each.caseId()).enteredAt().stream())
                .anyMatch(begun -> !begun.isBefore(since));
    }

    /**
     * Since when a threat to the flap waits for an answer, wherever it was suspected: by a check in recovery, a facility or at home, or by a
     * red flag of a call. Empty when there is none, or a surgeon took it over.
     */
    public Optional<OffsetDateTime> flapEmergencySince() {
        Stream<OffsetDateTime> checks = recoveries.byCase().values().stream()
                .flatMap(each -> each.flapDoubt().stream())
                .filter(doubt -> !doubt.answered())
                .map(Recovery.FlapDoubt::since);
        Stream<OffsetDateTime> calls = afterCare.followUp().unanswered().stream()
                .filter(flag -> flag.flag().level() == RedFlagLevel.FLAP_EMERGENCY)
                .map(FollowUp.Flag::raisedAt);
        return Stream.concat(checks, calls).min(OffsetDateTime::compareTo);
    }

    /** How many of the five mandatory factors are known; the age always is, since no referral is accepted without a birth date. */
    public int factorsKnown() {
        return 1 + evaluation.factorsKnown();
    }

    /**
     * The operation that is prepared: the second as soon as the patient has gone home after the first, and at once when the plan has no
     * first; the first again when its graft was abandoned.
     */
    public Stage nextStage() {
        boolean planHasNoFirst = plan.includes(Stage.TWO) && !plan.includes(Stage.ONE);
        boolean firstIsOver = operations.stageOneDate().isPresent()
                && graft.status() != GraftStatus.ABANDONED
                && phase() != Phase.STAGE1_PLANNED
                && phase() != Phase.STAGE1_DONE;
        return planHasNoFirst || firstIsOver ? Stage.TWO : Stage.ONE;
    }

    /** How many of the ten pre-operative items are done for the operation of this stage (P4). */
    public int preOpItemsDone(Stage stage) {
        boolean consented = consents.standing(ConsentType.SURGICAL, stage)
                .filter(consent -> !isSpent(consent))
                .isPresent();
        return schedule.readinessFor(stage).itemsDone(consented);
    }

    /** Last day of the window in which the nerve has to reach the other side; empty before stage one and without a graft in use. */
    public Optional<LocalDate> windowEnd(Policy policy) {
        return graft.windowEnd(operations.stageOneDate(), policy);
    }
}
