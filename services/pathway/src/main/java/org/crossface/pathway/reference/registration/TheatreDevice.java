package org.crossface.pathway.reference.registration;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.crossface.pathway.reference.DeviceRegistered;
import org.crossface.pathway.reference.DeviceRetired;
import org.crossface.pathway.requirement.Requirement;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.Reservations.AlreadyReserved;
import org.jspecify.annotations.Nullable;

/** A device of a surgery centre, such as one microscope. Its name and its serial number are reserved with its registration. */
@AggregateRoot
public final class TheatreDevice {

    private static final String NAMES = "device-name";
    private static final String SERIAL_NUMBERS = "device-serial-number";

    @AggregateIdentifier
    private @Nullable String deviceId;

    private boolean retired;

    /** For Axon, which then sources the recorded facts into it. */
    public TheatreDevice() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterDevice command, Circumstances given) {
        Registration.requireNew(deviceId == null, "deviceId");
        Requirement.fieldsInRange(command);
        Registration.requireKnownSite(command.siteId(), given);
        Requirement.that(
                isFree(
                        NAMES,
                        command.siteId() + "|" + command.kind() + "|" + command.name(),
                        command.deviceId(),
                        given.reservations()),
                "REF-DEVICE-KNOWN",
                "name",
                "Of one kind, one device of a surgery centre has a name.",
                "The surgery centre has another " + command.kind() + " of this name",
                "Use that device, or give this one another name");
        Requirement.that(
                command.serialNumber() == null
                        || isFree(
                                SERIAL_NUMBERS,
                                command.kind() + "|" + command.serialNumber(),
                                command.deviceId(),
                                given.reservations()),
                "REF-DEVICE-KNOWN",
                "serialNumber",
                "Of one kind, one device has a serial number.",
                "A " + command.kind() + " with this serial number is registered already",
                "Use that device");
        AggregateLifecycle.apply(new DeviceRegistered(
                command.deviceId(),
                command.occurredAt(),
                command.siteId(),
                command.kind(),
                command.name(),
                command.serialNumber()));
    }

    /** Its name is free again; its serial number is not, since no other device has it. */
    @CommandHandler
    void handle(RetireDevice command, Circumstances given) {
        Requirement.fieldsInRange(command);
        Requirement.that(
                !retired,
                "SEQ-DEVICE-RETIRED",
                "deviceId",
                "A device is retired once.",
                "The device is retired already",
                "Register the device that takes its place");
        given.reservations().release(NAMES, command.deviceId());
        AggregateLifecycle.apply(new DeviceRetired(command.deviceId(), command.occurredAt()));
    }

    private static boolean isFree(String set, String key, String deviceId, Reservations reservations) {
        try {
            reservations.reserve(set, key, deviceId);
            return true;
        } catch (AlreadyReserved taken) {
            return false;
        }
    }

    @EventSourcingHandler
    void on(DeviceRegistered event) {
        deviceId = event.deviceId();
    }

    @EventSourcingHandler
    void on(DeviceRetired event) {
        retired = true;
    }
}
