package org.crossface.pathway.surgery;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.surgery.events.AnesthesiaEmerged;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.surgery.events.ChecklistDeviationReported;
import org.crossface.pathway.surgery.events.ClosureCompleted;
import org.crossface.pathway.surgery.events.FastingVerified;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.IncisionMade;
import org.crossface.pathway.surgery.events.OperationCompletedAsPerformed;
import org.crossface.pathway.surgery.events.OperationRecordSigned;
import org.crossface.pathway.surgery.events.PatientAdmitted;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.events.SafetySignInCompleted;
import org.crossface.pathway.surgery.events.SafetySignOutCompleted;
import org.crossface.pathway.surgery.events.SafetyTimeOutCompleted;
import org.crossface.pathway.surgery.events.SiteMarked;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.SurgeryFact;
import org.crossface.pathway.surgery.events.WrongSiteEventReported;
import org.crossface.pathway.surgery.vocabulary.ChecklistStep;
import org.crossface.pathway.surgery.vocabulary.CountResult;
import org.crossface.pathway.surgery.vocabulary.DeviationKind;
import org.crossface.pathway.vocabulary.Stage;

/**
 * The day of surgery of one case, as its facts tell it.
 *
 * @param facts in the order of recording
 */
public record Operation(String caseId, List<SurgeryFact> facts) {

    /** Keeps its own copy of the facts. */
    public Operation {
        facts = List.copyOf(facts);
    }

    /** A case of which nothing has happened yet. */
    public static Operation notStarted(String caseId) {
        return new Operation(caseId, List.of());
    }

    /** The latest fact of this type. */
    public <F extends SurgeryFact> Optional<F> last(Class<F> type) {
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (type.isInstance(facts.get(i))) {
                return Optional.of(type.cast(facts.get(i)));
            }
        }
        return Optional.empty();
    }

    /** All facts of this type, in their order. */
    public <F extends SurgeryFact> List<F> all(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Whether there is a fact of this type. */
    public boolean has(Class<? extends SurgeryFact> type) {
        return last(type).isPresent();
    }

    /** When the first incision was made, by the normal step or by a report that a step before it was missed. */
    public Optional<OffsetDateTime> incisionAt() {
        return last(IncisionMade.class)
                .map(IncisionMade::occurredAt)
                .or(() -> all(ChecklistDeviationReported.class).stream()
                        .flatMap(deviation -> Optional.ofNullable(deviation.incisionAt()).stream())
                        .findFirst());
    }

    /** When the patient was admitted to the surgery centre. */
    public Optional<OffsetDateTime> admittedAt() {
        return at(PatientAdmitted.class);
    }

    /** First preparation after admission: fasting verified, sites marked or signed in. */
    public Optional<OffsetDateTime> preparedAt() {
        return earliest(at(FastingVerified.class), at(SiteMarked.class), at(SafetySignInCompleted.class));
    }

    /** First sign of being in theatre: induction, time-out or incision. */
    public Optional<OffsetDateTime> enteredAt() {
        return earliest(at(AnesthesiaInduced.class), at(SafetyTimeOutCompleted.class), incisionAt());
    }

    /** The antibiotics of the operation, with their times. */
    public AntibioticDoses antibiotics() {
        return AntibioticDoses.of(this);
    }

    /** When the newest antibiotic is to be given again; empty when it is not, and once the wound is closed or the operation was stopped. */
    public Optional<OffsetDateTime> antibioticAgainAt(Policy policy) {
        return closedAt().isPresent() || isDiscontinued()
                ? Optional.empty()
                : antibiotics().nextAt(policy);
    }

    /** Whether its record was completed with a deviation, or as an operation that was not the planned one. */
    public boolean isCompletedWithDeviation() {
        return last(StageTwoCompleted.class)
                        .filter(completed -> completed.deviation() != null)
                        .isPresent()
                || has(OperationCompletedAsPerformed.class);
    }

    /** When the skin was closed. */
    public Optional<OffsetDateTime> closedAt() {
        return at(ClosureCompleted.class);
    }

    /** Signed out of theatre, with counts that are not unresolved. */
    public Optional<OffsetDateTime> leftTheatreAt() {
        return last(SafetySignOutCompleted.class)
                .filter(signOut -> signOut.counts() != CountResult.UNRESOLVED)
                .map(SurgeryFact::occurredAt);
    }

    /** Whether the sign-out is complete. */
    public boolean isSignedOut() {
        return leftTheatreAt().isPresent();
    }

    /** When the blood supply of the muscle was cut. */
    public Optional<OffsetDateTime> pedicleDividedAt() {
        return last(GracilisHarvested.class).map(GracilisHarvested::pedicleDividedAt);
    }

    /** The time that the muscle was without blood; empty before reperfusion. */
    public Optional<Ischemia> ischemia() {
        return last(FlapReperfused.class).map(fact -> new Ischemia(fact.reperfusedAt(), fact.ischemiaMinutes()));
    }

    /** The first signature under the operation record. */
    public Optional<Signature> signature() {
        return all(OperationRecordSigned.class).stream()
                .findFirst()
                .map(signed -> new Signature(signed.factId(), signed.occurredAt()));
    }

    /** Whether a never event, such as an operation on the wrong side, is on record. */
    public boolean hasNeverEvent() {
        return has(WrongSiteEventReported.class);
    }

    /** What was completed in this case, here; an operation that another centre did is not. */
    public Optional<Completion> completion() {
        return last(StageTwoCompleted.class)
                .map(done -> new Completion(caseId, Stage.TWO, done.operatedOn()))
                .or(() -> last(StageOneCompleted.class)
                        .map(done -> new Completion(caseId, Stage.ONE, done.operatedOn())));
    }

    /** Whether anesthesia was begun and the patient has neither emerged nor left the theatre. */
    public boolean isUnderAnesthesia() {
        return has(AnesthesiaInduced.class) && !has(AnesthesiaEmerged.class) && !isSignedOut() && !isDiscontinued();
    }

    /** Whether anesthesia was begun or an incision made. */
    public boolean anesthetised() {
        return has(AnesthesiaInduced.class) || incisionAt().isPresent();
    }

    /**
     * The muscle without blood.
     *
     * @param until when blood flowed again
     * @param minutes from the division of the pedicle
     */
    public record Ischemia(OffsetDateTime until, int minutes) {}

    /**
     * A signature under the operation record.
     *
     * @param factId fact that recorded it
     */
    public record Signature(String factId, OffsetDateTime at) {}

    /**
     * A completed stage.
     *
     * @param operatedOn day in the zone of the facility
     */
    public record Completion(String caseId, Stage stage, LocalDate operatedOn) {}

    private <F extends SurgeryFact> Optional<OffsetDateTime> at(Class<F> type) {
        return last(type).map(SurgeryFact::occurredAt);
    }

    private static Optional<OffsetDateTime> earliest(
            Optional<OffsetDateTime> one, Optional<OffsetDateTime> two, Optional<OffsetDateTime> three) {
        return Stream.of(one, two, three).flatMap(Optional::stream).min(OffsetDateTime::compareTo);
    }

    /** Whether this step of the safety sequence was reported as missed. */
    public boolean missed(ChecklistStep step) {
        return all(ChecklistDeviationReported.class).stream()
                .anyMatch(deviation -> deviation.step() == step && deviation.kind() == DeviationKind.MISSED);
    }

    /** Whether the operation was completed: stage one, stage two, or as it was performed. */
    public boolean isCompleted() {
        return has(StageOneCompleted.class) || has(StageTwoCompleted.class) || has(OperationCompletedAsPerformed.class);
    }

    /** Whether the procedure was stopped before it was complete. */
    public boolean isDiscontinued() {
        return has(ProcedureDiscontinued.class);
    }

    Operation with(SurgeryFact fact) {
        List<SurgeryFact> longer = new ArrayList<>(facts.size() + 1);
        longer.addAll(facts);
        longer.add(fact);
        return new Operation(caseId, longer);
    }
}
