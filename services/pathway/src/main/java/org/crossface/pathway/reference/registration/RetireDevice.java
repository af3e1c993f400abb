package org.crossface.pathway.reference.registration;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.Role;

/** Takes a device out of use; operations that start later cannot reserve it. */
public record RetireDevice(@TargetAggregateIdentifier String deviceId, OffsetDateTime occurredAt)
        implements ReferenceCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RetireDevice> USE_CASE =
            UseCase.of(RetireDevice.class, "Retire device").by(Role.ADMINISTRATOR);
}
