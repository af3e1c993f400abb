package org.crossface.pathway.intake.referral;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Opens a pathway for a registered patient who was referred. */
public record RegisterReferral(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Patient") String patientId,
        @FormField(label = "Pathway number") String number,

        @RefersTo(Referent.OWN_SITE) @FormField(label = "Surgery centre")
        String siteId,

        @FormField(label = "Referral date") LocalDate referredOn,

        @FormField(label = "Paralysed side", help = "Only if the referral names it") @Nullable
        ParalysedSide referredSide,

        @FormField(label = "Referred by", max = 200) @Nullable
        String referrer,

        @FormField(label = "Reason", multiline = true, max = 2000) @Nullable
        String reason,

        @FormField(label = "Reason codes", max = 20, help = "Each as system|code") @Nullable
        List<String> reasonCodes)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RegisterReferral> USE_CASE = UseCase.of(RegisterReferral.class, "Register referral")
            .by(Role.SURGICAL_COORDINATOR)
            .checks(IntakeRules.SITE_IS_KNOWN, IntakeRules.PATIENT_IS_REGISTERED, IntakeRules.REFERRED_IN_THE_PAST)
            .records(PatientReferred.class);
}
