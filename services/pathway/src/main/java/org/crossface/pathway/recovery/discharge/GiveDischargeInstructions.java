package org.crossface.pathway.recovery.discharge;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.DischargeInstructionsGiven;
import org.crossface.pathway.recovery.pacu.RecoveryRules;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that the written instructions were given and understood. */
public record GiveDischargeInstructions(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Version", min = 1, max = 40) String version,

        @FormField(label = "Understood in own words", help = "Teach-back")
        boolean teachBack,

        @FormField(label = "Language", min = 2, max = 35, help = "Such as en or es")
        String language,

        @FormField(label = "Given also to") @Nullable EscortKind receiver,

        @FormField(label = "Follow-up appointment", help = "Needed for discharge") @Nullable
        OffsetDateTime followUpAt)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<GiveDischargeInstructions> USE_CASE = UseCase.of(
                    GiveDischargeInstructions.class, "Give discharge instructions")
            .by(Role.PACU_NURSE)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(CaseRules.CASE_IS_KNOWN, CaseRules.PATIENT_WAS_ADMITTED, RecoveryRules.PATIENT_IS_STILL_HERE)
            .records(DischargeInstructionsGiven.class);
}
