package org.crossface.pathway.scheduling.booking;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.scheduling.events.EquipmentReserved;
import org.crossface.pathway.surgery.vocabulary.CouplerSize;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Reserves what an operation needs beside room and surgeons; the list takes the place of the one before. */
public record ReserveEquipment(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @RefersTo(Referent.DEVICE) @FormField(label = "Devices", max = 20)
        List<String> devices,

        @FormField(label = "Coupler sizes", max = 7) List<CouplerSize> couplerSizes,

        @RefersTo(Referent.PRACTITIONER) @FormField(label = "Second team", max = 4)
        List<String> secondTeam,

        @FormField(label = "Anesthetist", max = 64) @Nullable
        String anesthetist)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReserveEquipment> USE_CASE = UseCase.of(ReserveEquipment.class, "Reserve equipment")
            .by(Role.SURGICAL_COORDINATOR, Role.OR_NURSE, Role.SURGEON)
            .in(Phases.OPERATION)
            .requires(NeedsRules.CASE_IS_OPEN)
            .checks(NeedsRules.NAMED_ONCE, NeedsRules.DEVICES_ARE_THERE, NeedsRules.NOT_A_SURGEON_OF_THE_CASE)
            .records(EquipmentReserved.class);
}
