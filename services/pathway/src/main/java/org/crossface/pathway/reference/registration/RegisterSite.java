package org.crossface.pathway.reference.registration;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.reference.ReferenceData.SiteKind;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Registers a surgery centre. */
public record RegisterSite(
        @TargetAggregateIdentifier String siteId,
        OffsetDateTime occurredAt,
        @FormField(label = "Name", min = 1, max = 200) String name,
        @FormField(label = "Organisation") String organisationId,
        @FormField(label = "Kind") SiteKind kind,

        @FormField(label = "Time zone", help = "Such as America/Los_Angeles")
        String zone,

        @FormField(label = "Rooms", min = 1, max = 50) List<String> rooms,
        @FormField(label = "Operations") List<Stage> privileges)
        implements ReferenceCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RegisterSite> USE_CASE =
            UseCase.of(RegisterSite.class, "Register surgery centre").by(Role.ADMINISTRATOR);
}
