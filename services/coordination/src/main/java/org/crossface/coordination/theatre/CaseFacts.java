package org.crossface.coordination.theatre;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.coordination.projection.Facts;
import org.crossface.pathway.ConcernsCase;
import org.crossface.pathway.PathwayEvent;
import org.crossface.pathway.Stage;
import org.crossface.pathway.recovery.LeftAgainstMedicalAdvice;
import org.crossface.pathway.recovery.PatientDischarged;
import org.crossface.pathway.recovery.RecoveryAdmitted;
import org.crossface.pathway.recovery.UnplannedTransferOccurred;
import org.crossface.pathway.scheduling.SurgeryCancelled;
import org.crossface.pathway.scheduling.SurgeryRescheduled;
import org.crossface.pathway.scheduling.SurgeryScheduled;
import org.crossface.pathway.surgery.AnesthesiaInduced;
import org.crossface.pathway.surgery.FastingVerified;
import org.crossface.pathway.surgery.IncisionMade;
import org.crossface.pathway.surgery.PatientAdmitted;
import org.crossface.pathway.surgery.ProcedureDiscontinued;
import org.crossface.pathway.surgery.SafetySignInCompleted;
import org.crossface.pathway.surgery.SafetySignOutCompleted;
import org.crossface.pathway.surgery.SafetyTimeOutCompleted;
import org.crossface.pathway.surgery.SiteMarked;

/** The facts of one surgical case. */
public final class CaseFacts {

    private final Facts facts;
    private final SurgeryScheduled opened;

    private CaseFacts(Facts facts, SurgeryScheduled opened) {
        this.facts = facts;
        this.opened = opened;
    }

    /** Every case of the pathway, in the order of their opening. */
    public static List<CaseFacts> all(Facts facts) {
        return facts.all(SurgeryScheduled.class).stream()
                .map(opened -> new CaseFacts(facts, opened))
                .toList();
    }

    /** The newest case of this stage that was not cancelled. */
    public static Optional<CaseFacts> newest(Facts facts, Stage stage) {
        return all(facts).reversed().stream()
                .filter(each -> each.stage() == stage
                        && each.last(SurgeryCancelled.class).isEmpty())
                .findFirst();
    }

    /** The newest fact of this type in this case. */
    public <E extends PathwayEvent & ConcernsCase> Optional<E> last(Class<E> type) {
        return facts.last(type, each -> each.caseId().equals(caseId()));
    }

    /** When the newest fact of this type happened. */
    public <E extends PathwayEvent & ConcernsCase> Optional<OffsetDateTime> at(Class<E> type) {
        return last(type).map(PathwayEvent::occurredAt);
    }

    public String caseId() {
        return opened.caseId();
    }

    public Stage stage() {
        return opened.stage();
    }

    public String siteId() {
        return opened.siteId();
    }

    /** As scheduled last. */
    public OffsetDateTime startsAt() {
        return last(SurgeryRescheduled.class).map(SurgeryRescheduled::startsAt).orElse(opened.startsAt());
    }

    /** As scheduled last. */
    public OffsetDateTime endsAt() {
        return startsAt()
                .plusMinutes(last(SurgeryRescheduled.class)
                        .map(SurgeryRescheduled::estimatedMinutes)
                        .orElse(opened.estimatedMinutes()));
    }

    /** Planned minutes in recovery, as scheduled last. */
    public int recoveryMinutes() {
        return last(SurgeryRescheduled.class)
                .map(SurgeryRescheduled::recoveryMinutes)
                .orElse(opened.recoveryMinutes());
    }

    /** As scheduled last. */
    public String room() {
        return last(SurgeryRescheduled.class).map(SurgeryRescheduled::room).orElse(opened.room());
    }

    /** As scheduled last. */
    public List<String> surgeonIds() {
        return last(SurgeryRescheduled.class)
                .map(SurgeryRescheduled::surgeonIds)
                .orElse(opened.surgeonIds());
    }

    public Optional<OffsetDateTime> admittedAt() {
        return at(PatientAdmitted.class);
    }

    /** First preparation after admission: fasting verified, sites marked or signed in. */
    public Optional<OffsetDateTime> preparedAt() {
        return earliest(at(FastingVerified.class), at(SiteMarked.class), at(SafetySignInCompleted.class));
    }

    /** First sign of being in theatre: induction, time-out or incision. */
    public Optional<OffsetDateTime> enteredAt() {
        return earliest(at(AnesthesiaInduced.class), at(SafetyTimeOutCompleted.class), at(IncisionMade.class));
    }

    /** Signed out of theatre. */
    public Optional<OffsetDateTime> leftTheatreAt() {
        return at(SafetySignOutCompleted.class);
    }

    /** Taken over by recovery; the sign-out when nobody recorded the take-over. */
    public Optional<OffsetDateTime> recoveryAt() {
        Optional<OffsetDateTime> admitted = at(RecoveryAdmitted.class);
        return admitted.isPresent() ? admitted : leftTheatreAt();
    }

    /** Left the facility: discharged, transferred or against advice. */
    public Optional<OffsetDateTime> departedAt() {
        return earliest(
                at(PatientDischarged.class), at(UnplannedTransferOccurred.class), at(LeftAgainstMedicalAdvice.class));
    }

    /** Cancelled, discontinued, or the patient has left. */
    public boolean isOver() {
        return endedAs().isPresent();
    }

    /** How it ended, such as {@code DISCHARGED} or {@code CANCELLED}; empty while it has not. */
    public Optional<String> endedAs() {
        if (last(SurgeryCancelled.class).isPresent()) {
            return Optional.of("CANCELLED");
        }
        if (last(PatientDischarged.class).isPresent()) {
            return Optional.of("DISCHARGED");
        }
        if (last(UnplannedTransferOccurred.class).isPresent()) {
            return Optional.of("TRANSFERRED");
        }
        if (last(LeftAgainstMedicalAdvice.class).isPresent()) {
            return Optional.of("AGAINST_ADVICE");
        }
        return last(ProcedureDiscontinued.class).map(each -> "DISCONTINUED");
    }

    /** The step of the ladder that the facts alone tell. */
    public Rung rung() {
        if (departedAt().isPresent()) {
            return Rung.DISCHARGED;
        }
        if (recoveryAt().isPresent()) {
            return Rung.RECOVERY;
        }
        if (enteredAt().isPresent()) {
            return Rung.IN_THEATRE;
        }
        if (preparedAt().isPresent()) {
            return Rung.PRE_OP;
        }
        return admittedAt().isPresent() ? Rung.ADMITTED : Rung.EXPECTED;
    }

    private static Optional<OffsetDateTime> earliest(
            Optional<OffsetDateTime> one, Optional<OffsetDateTime> two, Optional<OffsetDateTime> three) {
        return Stream.of(one, two, three).flatMap(Optional::stream).min(OffsetDateTime::compareTo);
    }
}
