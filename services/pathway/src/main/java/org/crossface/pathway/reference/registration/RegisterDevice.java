package org.crossface.pathway.reference.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.vocabulary.EquipmentKind;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Registers a device of a surgery centre. */
public record RegisterDevice(
        @TargetAggregateIdentifier String deviceId,
        OffsetDateTime occurredAt,
        @FormField(label = "Surgery centre", max = 64) String siteId,
        @FormField(label = "Equipment") EquipmentKind kind,

        @FormField(label = "Name", min = 1, max = 60, help = "As the staff call it, such as Microscope 2")
        String name,

        @FormField(label = "Serial number", min = 1, max = 60) @Nullable
        String serialNumber)
        implements ReferenceCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RegisterDevice> USE_CASE =
            UseCase.of(RegisterDevice.class, "Register device").by(Role.ADMINISTRATOR);
}
