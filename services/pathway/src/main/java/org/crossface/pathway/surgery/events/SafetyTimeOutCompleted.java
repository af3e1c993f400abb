package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * The time-out was completed; all agreed on patient, procedure and sides.
 *
 * @param faceSide the paralysed side
 * @param donorBranchSide stage one: the healthy side
 * @param legSide stage one
 * @param thighSide stage two
 * @param expectedMinutes minutes, 30 to 900
 * @param expectedBloodLossMl mL, 0 to 2000
 * @param asaClass 1 to 6
 */
@EventName("surgery.safety-time-out-completed")
public record SafetyTimeOutCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        FaceSide faceSide,
        @Nullable FaceSide donorBranchSide,
        @Nullable BodySide legSide,
        @Nullable BodySide thighSide,
        boolean teamIntroduced,
        boolean patientConfirmed,
        boolean procedureConfirmed,
        @Nullable OffsetDateTime antibioticAt,
        boolean imagesDisplayed,
        boolean criticalStepsReviewed,
        int expectedMinutes,
        int expectedBloodLossMl,
        boolean sterilityConfirmed,
        int asaClass,
        List<Role> participants,
        @Personal @Nullable String exceptions)
        implements SurgeryFact, ConcernsCase, Encounter {}
