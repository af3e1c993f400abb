package org.crossface.pathway.reference;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.EquipmentKind;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * A device of a surgery centre was registered.
 *
 * @param name as the staff call it, such as {@code Microscope 2}
 * @param serialNumber of its maker; {@code null} when it is not known
 */
@EventName("reference.device-registered")
public record DeviceRegistered(
        @Harmless String deviceId,
        OffsetDateTime occurredAt,
        @Harmless String siteId,
        EquipmentKind kind,
        @Harmless("name of a device") String name,
        @Harmless("serial number of a device") @Nullable String serialNumber)
        implements ReferenceEvent {}
