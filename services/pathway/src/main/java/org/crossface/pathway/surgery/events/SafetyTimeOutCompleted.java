package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.surgery.vocabulary.Antibiotic;
import org.crossface.pathway.surgery.vocabulary.EquipmentKind;
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
 * @param antibiotic what was given at {@code antibioticAt}; {@code null} when it was not named
 * @param equipmentMissing what was reserved or needed and is not there
 */
@EventName(value = "surgery.safety-time-out-completed", revision = 2, upcasters = TimeOutWithAntibiotic.class)
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
        @Personal @Nullable String exceptions,
        @Nullable Antibiotic antibiotic,
        @Harmless("quantity with its unit") @Nullable String antibioticDose,
        @Nullable List<EquipmentKind> equipmentMissing)
        implements SurgeryFact, ConcernsCase, Encounter {}
