package org.crossface.pathway.scheduling.booking;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.neurotization.growth.NeurotizationRules;
import org.crossface.pathway.policy.CentreRange;
import org.crossface.pathway.policy.Narrowed;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.usecase.CentreRanges;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Books theatre and surgeons for the operation of one stage; answers with the identifier of the new case. */
public record ScheduleSurgery(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,
        @FormField(label = "Starts at") OffsetDateTime startsAt,

        @Narrowed(CentreRange.OPERATION_MINUTES)
        @FormField(
                label = "Estimated duration",
                unit = "min",
                min = 30,
                max = 900,
                step = 5,
                help = "The centre books {operationMinMinutes} to {operationMaxMinutes} min")
        int estimatedMinutes,

        @FormField(
                label = "Expected recovery",
                unit = "min",
                min = 60,
                max = 1440,
                step = 5,
                help = "From the end of the operation to discharge; empty for the usual time")
        @Nullable
        Integer recoveryMinutes,

        @FormField(label = "Room") String room,

        @FormField(label = "Surgeons", min = 1, max = 4, help = "The accountable surgeon first")
        List<String> surgeonIds)
        implements SlotEntry {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ScheduleSurgery> USE_CASE = UseCase.of(ScheduleSurgery.class, "Schedule surgery")
            .by(Role.SURGICAL_COORDINATOR)
            .in(Phases.PLANNING)
            .answers("SLOT", "T-27")
            .requires(
                    OpenCaseRules.NO_OPEN_CASE,
                    SlotRules.NOT_WITHDRAWN,
                    NeurotizationRules.GRAFT_IS_NEUROTIZED,
                    SlotRules.NO_GRAVE_COMPLICATION_IS_OPEN,
                    SlotRules.PLAN_HAS_THE_OPERATION,
                    SlotRules.OPERATION_IS_DUE,
                    SlotRules.CONSENTED_THIS_PLAN,
                    SlotRules.CONSENT_IS_IN_FORCE,
                    SlotRules.CLEARANCE_IS_IN_FORCE,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .checks(
                    CentreRanges.WITHIN,
                    SlotRules.AXONS_HAD_TIME,
                    SlotRules.START_IS_TO_COME,
                    SlotRules.SLOT_IS_POSSIBLE,
                    SlotRules.PRIVILEGED,
                    SlotRules.CONSENT_COVERS_THE_DAY,
                    SlotRules.RISK_IS_ACCEPTED,
                    SlotRules.HIGH_RISK_IS_DECIDED,
                    SlotRules.CLEARED_ON_THE_DAY,
                    SlotRules.STAY_IS_SHORT,
                    SlotRules.SETTING_FITS_THE_CENTRE)
            .records(
                    SurgeryScheduled.class,
                    slot -> slot.with("recoveryMinutes", "recoveryMinutes", SurgeryScheduled::recoveryMinutes));
}
