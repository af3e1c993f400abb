package org.crossface.pathway.scheduling;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.scheduling.events.SurgeryRescheduled;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The case of one operation as the schedule knows it: one that was booked, or a return to theatre, which nobody books; what happens in theatre is in {@link org.crossface.pathway.surgery.Operations}.
 *
 * @param estimatedMinutes operation, min
 * @param recoveryMinutes end of the operation to expected discharge, min
 * @param surgeonIds the accountable surgeon first
 * @param planVersion the plan that will be carried out
 * @param consentId the consent that covers it; of a return, that of the operation that it follows
 * @param follows the operation to which it is a return; {@code null} for one that was booked
 */
public record SurgicalCase(
        String caseId,
        Stage stage,
        String siteId,
        OffsetDateTime startsAt,
        int estimatedMinutes,
        int recoveryMinutes,
        String room,
        List<String> surgeonIds,
        int planVersion,
        String consentId,
        boolean cancelled,
        @Nullable String follows) {

    /** Whether it is a return to theatre and not an operation that was booked. */
    public boolean isReturn() {
        return follows != null;
    }

    /** Who is accountable for the operation. */
    public String accountableSurgeon() {
        return surgeonIds.getFirst();
    }

    /** Planned end of the operation. */
    public OffsetDateTime endsAt() {
        return startsAt.plusMinutes(estimatedMinutes);
    }

    static SurgicalCase of(SurgeryScheduled scheduled) {
        return new SurgicalCase(
                scheduled.caseId(),
                scheduled.stage(),
                scheduled.siteId(),
                scheduled.startsAt(),
                scheduled.estimatedMinutes(),
                scheduled.recoveryMinutes(),
                scheduled.room(),
                scheduled.surgeonIds(),
                scheduled.planVersion(),
                scheduled.consentId(),
                false,
                null);
    }

    /** The case that a return to theatre opens; where it does not say who operates and where, it is as in the operation before. */
    static SurgicalCase of(ReturnedToTheatre returned, SurgicalCase before) {
        return new SurgicalCase(
                returned.caseId(),
                before.stage(),
                before.siteId(),
                returned.occurredAt(),
                Objects.requireNonNullElse(returned.estimatedMinutes(), before.estimatedMinutes()),
                before.recoveryMinutes(),
                Objects.requireNonNullElse(returned.room(), before.room()),
                Objects.requireNonNullElse(returned.surgeonIds(), before.surgeonIds()),
                before.planVersion(),
                before.consentId(),
                false,
                before.caseId());
    }

    SurgicalCase moved(SurgeryRescheduled moved) {
        return new SurgicalCase(
                caseId,
                stage,
                siteId,
                moved.startsAt(),
                moved.estimatedMinutes(),
                moved.recoveryMinutes(),
                moved.room(),
                moved.surgeonIds(),
                moved.planVersion(),
                moved.consentId(),
                cancelled,
                follows);
    }

    SurgicalCase cancel() {
        return new SurgicalCase(
                caseId,
                stage,
                siteId,
                startsAt,
                estimatedMinutes,
                recoveryMinutes,
                room,
                surgeonIds,
                planVersion,
                consentId,
                true,
                follows);
    }
}
