package org.crossface.pathway.scheduling;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.scheduling.events.SurgeryRescheduled;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.vocabulary.Stage;

/**
 * The case of one operation as the schedule knows it; what happens in theatre is in {@link org.crossface.pathway.surgery.Operations}.
 *
 * @param estimatedMinutes operation, min
 * @param recoveryMinutes end of the operation to expected discharge, min
 * @param surgeonIds the accountable surgeon first
 * @param planVersion the plan that will be carried out
 * @param consentId the consent that covers it
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
        boolean cancelled) {

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
                false);
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
                cancelled);
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
                true);
    }
}
