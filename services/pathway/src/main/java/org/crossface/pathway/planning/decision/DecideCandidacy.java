package org.crossface.pathway.planning.decision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.planning.CandidacyApproved;
import org.crossface.pathway.planning.CandidacyDeclined;
import org.crossface.pathway.planning.CandidacyDeferred;
import org.crossface.pathway.planning.GuidelineException;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the patient is a candidate.
 *
 * @param option the treatment approved, or the alternative recommended when declined
 * @param reviewOn when to look again; needed when deferred
 * @param guidelineExceptions guidelines knowingly departed from; each needs the rationale
 */
public record DecideCandidacy(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Decision") CandidacyDecision decision,

        @FormField(label = "Treatment", help = "What is approved, or recommended instead") @Nullable
        TreatmentOption option,

        @FormField(label = "Reasons", max = 2000, multiline = true) @Nullable
        String reasons,

        @FormField(label = "Review on", help = "When deferred") @Nullable
        LocalDate reviewOn,

        @FormField(
                label = "Guideline exceptions",
                help = "AGE: {ageLimitYears} or older; DURATION: paralysis younger than {longStandingMonths} months")
        List<GuidelineException> guidelineExceptions,

        @FormField(
                label = "Rationale of the exceptions",
                max = 2000,
                multiline = true,
                help = "At least {reasonCharacters} characters when an exception is made")
        @Nullable
        String exceptionRationale)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<DecideCandidacy> USE_CASE = UseCase.of(DecideCandidacy.class, "Decide candidacy")
            .by(Role.SURGEON)
            .in(Phase.UNDER_EVALUATION, Phase.DEFERRED)
            .answers("T-04", "T-05")
            .requires(CandidacyRules.EVALUATION_IS_COMPLETE)
            .checks(
                    CandidacyRules.DECISION_IS_WHOLE,
                    CandidacyRules.GRAFT_NEEDS_ONE_HEALTHY_SIDE,
                    CandidacyRules.HEALTHY_SMILE_IS_CONFIRMED,
                    CandidacyRules.YOUNG_ENOUGH_OR_EXCEPTION,
                    CandidacyRules.LONG_STANDING_OR_PROVEN)
            .records(
                    CandidacyDeferred.class,
                    decision -> decision.always("decision", CandidacyDecision.DEFER)
                            .always("guidelineExceptions", List.of()))
            .records(
                    CandidacyDeclined.class,
                    decision -> decision.always("decision", CandidacyDecision.DECLINE)
                            .always("guidelineExceptions", List.of())
                            .with("option", "recommended", CandidacyDeclined::recommended))
            .records(CandidacyApproved.class, decision -> decision.always("decision", CandidacyDecision.APPROVE));
}
