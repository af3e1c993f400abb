package org.crossface.pathway.scheduling.readiness;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.scheduling.events.AuthorizationDenied;
import org.crossface.pathway.scheduling.events.AuthorizationObtained;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records the payer's answer. */
public record RecordAuthorization(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,
        @FormField(label = "Answer") AuthorizationDecision decision,
        @FormField(label = "Payer") String payerId,

        @FormField(label = "Authorization number", max = 60) @Nullable
        String number,

        @FormField(label = "Procedure codes", max = 20) List<String> codes,
        @FormField(label = "Valid from") @Nullable LocalDate from,
        @FormField(label = "Valid until") @Nullable LocalDate until,

        @RefersTo(Referent.SITE)
        @FormField(
                label = "Surgery centre",
                max = 64,
                help = "The one that the approval names; empty when it names none")
        @Nullable
        String coveredSiteId)
        implements StageCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordAuthorization> USE_CASE = UseCase.of(
                    RecordAuthorization.class, "Record authorization")
            .answers("T-07")
            .by(Role.BILLING)
            .in(Phases.with(Phases.PREPARATION, Phase.DECEASED))
            .checks(ReadinessRules.AUTHORIZATION_IS_WHOLE, ReadinessRules.COVERED_SITE_IS_KNOWN)
            .records(
                    AuthorizationObtained.class,
                    decision -> decision.always("decision", AuthorizationDecision.OBTAINED))
            .records(AuthorizationDenied.class, decision -> decision.always("decision", AuthorizationDecision.DENIED));
}
