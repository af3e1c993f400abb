package org.crossface.pathway.state;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.crossface.pathway.recovery.Recovery;
import org.crossface.pathway.recovery.events.HospitalDischarged;
import org.crossface.pathway.recovery.vocabulary.CaseEnd;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One surgical case from its slot to the departure: what is planned, what happened in theatre, and what happened after it.
 *
 * @param admittedAt when the patient was admitted for the stay in which the case lies; {@code null} before
 * @param takenBackAt when the patient was taken back to theatre before leaving, which another case tells; {@code null} otherwise
 */
public record CaseProgress(
        SurgicalCase planned,
        Operation operation,
        Recovery recovery,
        @Nullable OffsetDateTime admittedAt,
        @Nullable OffsetDateTime takenBackAt) {

    /** Every case that was opened, in their order, the cancelled ones and the returns to theatre too. */
    public static List<CaseProgress> all(PathwayState state) {
        return state.schedule().cases().stream().map(each -> of(state, each)).toList();
    }

    /** The newest case of this stage that was not cancelled. */
    public static Optional<CaseProgress> newest(PathwayState state, Stage stage) {
        return state.schedule().caseOf(stage).map(each -> of(state, each));
    }

    /** The newest case of this stage, if it is still to be done or under way. */
    public static Optional<CaseProgress> open(PathwayState state, Stage stage) {
        return newest(state, stage).filter(each -> !each.isOver());
    }

    public static CaseProgress of(PathwayState state, SurgicalCase planned) {
        return new CaseProgress(
                planned,
                state.operations().of(planned.caseId()),
                state.recoveries().of(planned.caseId()),
                state.admittedAt(planned.caseId()).orElse(null),
                state.schedule()
                        .returnAfter(planned.caseId())
                        .filter(back ->
                                state.recoveries().stayBefore(back.caseId()).isPresent())
                        .map(SurgicalCase::startsAt)
                        .orElse(null));
    }

    public String caseId() {
        return planned.caseId();
    }

    public Stage stage() {
        return planned.stage();
    }

    /** Taken over by recovery; the sign-out of theatre when nobody recorded the take-over. */
    public Optional<OffsetDateTime> recoveryAt() {
        return recovery.admittedAt().or(operation::leftTheatreAt);
    }

    /** How it ended; empty while it has not. */
    public Optional<CaseEnd> end() {
        if (planned.cancelled()) {
            return Optional.of(CaseEnd.CANCELLED);
        }
        Optional<CaseEnd> departure = recovery.departure();
        if (departure.isPresent()) {
            return departure;
        }
        if (takenBackAt != null) {
            return Optional.of(CaseEnd.RETURNED);
        }
        return operation.isDiscontinued() ? Optional.of(CaseEnd.DISCONTINUED) : Optional.empty();
    }

    /** Cancelled, discontinued, followed by a return to theatre, or the patient has left. */
    public boolean isOver() {
        return end().isPresent();
    }

    /** Whether the patient was transferred to a hospital and is not known to have left it. */
    public boolean isInHospital() {
        return end().filter(CaseEnd.TRANSFERRED::equals).isPresent() && !recovery.has(HospitalDischarged.class);
    }

    /** When the patient came home or to after-care: from the centre, or from the hospital to which the centre transferred the patient. */
    public Optional<OffsetDateTime> homeAt() {
        if (isInHospital()) {
            return Optional.empty();
        }
        return recovery.last(HospitalDischarged.class)
                .map(HospitalDischarged::occurredAt)
                .or(recovery::departedAt);
    }

    /** Whether it ended before anesthesia, so that there is nothing to recover from. */
    public boolean endedBeforeAnesthesia() {
        return (operation.isDiscontinued() || planned.cancelled()) && !operation.anesthetised();
    }

    /** The step of the ladder that is known without scores and time; never {@link Rung#READY}. */
    public Rung rung() {
        if (recovery.hasLeft()) {
            return Rung.DISCHARGED;
        }
        if (recoveryAt().isPresent()) {
            return Rung.RECOVERY;
        }
        if (operation.enteredAt().isPresent()) {
            return Rung.IN_THEATRE;
        }
        if (operation.preparedAt().isPresent()) {
            return Rung.PRE_OP;
        }
        return admittedAt != null ? Rung.ADMITTED : Rung.EXPECTED;
    }
}
