package org.crossface.pathway.reference;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** A device is used no more from the time at which this happened. */
@EventName("reference.device-retired")
public record DeviceRetired(@Harmless String deviceId, OffsetDateTime occurredAt) implements ReferenceEvent {}
