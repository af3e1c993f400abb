package org.crossface.pathway.planning.decision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.intake.Age;
import org.crossface.pathway.planning.GuidelineException;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the candidacy decision. */
final class CandidacyRules {

    private CandidacyRules() {}

    static final Condition EVALUATION_IS_COMPLETE = Condition.hard(
                    "INV-10",
                    "The candidacy is decided after the evaluation is complete.",
                    on -> Verdict.refusedIf(
                            !on.state().evaluation().completed(),
                            "",
                            "The evaluation is not complete",
                            "Complete the evaluation first"))
            .fulfilledBy(org.crossface.pathway.evaluation.examination.CompleteEvaluation.class);

    static final Check<DecideCandidacy> DECISION_IS_WHOLE = Check.hard(
            "SEQ-DECISION",
            "An approval names the treatment, a deferral the day of review, an exception its rationale of at least {reasonCharacters} characters.",
            (state, command, given) -> {
                if (command.decision() == CandidacyDecision.APPROVE && command.option() == null) {
                    return Verdict.refused("option", "No treatment is named", "Name the treatment that is approved");
                }
                LocalDate review = command.reviewOn();
                if (command.decision() == CandidacyDecision.DEFER
                        && (review == null || !review.isAfter(state.intake().dayOf(command.occurredAt())))) {
                    return Verdict.refused(
                            "reviewOn",
                            "The day of review is missing or not after the decision",
                            "Give a day after the decision");
                }
                return Verdict.refusedIf(
                        !command.guidelineExceptions().isEmpty()
                                && !isRationale(command.exceptionRationale(), given.policy()),
                        "exceptionRationale",
                        "The exception is not explained",
                        given.policy().fill("Explain it in at least {reasonCharacters} characters"));
            });

    static final Check<DecideCandidacy> GRAFT_NEEDS_ONE_HEALTHY_SIDE = Check.hard(
            "INV-05",
            "A cross-facial nerve graft needs a healthy side, so it is not for a paralysis of both sides.",
            (state, command, given) -> {
                TreatmentOption option = command.option();
                return Verdict.refusedIf(
                        approves(command) && option != null && option.needsNerveGraft() && bilateral(state),
                        "option",
                        "Both sides are paralysed",
                        "Choose a treatment with another motor nerve");
            });

    static final Check<DecideCandidacy> HEALTHY_SMILE_IS_CONFIRMED = Check.hard(
            "INV-11",
            "A cross-facial nerve graft needs a healthy side whose smile was shown to work.",
            (state, command, given) -> {
                TreatmentOption option = command.option();
                return Verdict.refusedIf(
                        approves(command)
                                && option != null
                                && option.needsNerveGraft()
                                && !state.evaluation().healthySmileConfirmed(),
                        "option",
                        "A usable smile of the healthy side is not confirmed",
                        "Test the healthy side, or choose a treatment without the graft");
            });

    static final Check<DecideCandidacy> YOUNG_ENOUGH_OR_EXCEPTION = Check.clinical(
            "INV-12",
            "At {ageLimitYears} years or more a cross-facial nerve graft needs a documented exception.",
            Set.of(Role.SURGEON),
            (state, command, given) -> {
                TreatmentOption option = command.option();
                if (!approves(command) || option == null || !option.needsNerveGraft()) {
                    return Verdict.ALLOWED;
                }
                Optional<Age> age = state.intake().ageOn(state.intake().dayOf(command.occurredAt()));
                boolean young = age.filter(years -> years.isBelow(given.policy().of(Threshold.AGE_LIMIT_YEARS)))
                        .isPresent();
                return Verdict.refusedIf(
                        !young && !documents(command, GuidelineException.AGE, given.policy()),
                        "guidelineExceptions",
                        age.map(years -> "The patient is " + years.words()).orElse("The patient's age is not known"),
                        "Document the exception AGE with its rationale, or choose another treatment; a birth date without its day is completed by correcting it");
            });

    static final Check<DecideCandidacy> LONG_STANDING_OR_PROVEN = Check.clinical(
            "INV-13",
            "A muscle transfer is for a long-standing paralysis: {longStandingMonths} months, from {reversibleMonths} with EMG evidence, sooner only after "
                    + "irreversible loss.",
            Set.of(Role.SURGEON),
            (state, command, given) -> {
                TreatmentOption option = command.option();
                ParalysisCharacterised paralysis = state.evaluation().paralysis();
                if (!approves(command) || option == null || !option.transfersMuscle() || paralysis == null) {
                    return Verdict.ALLOWED;
                }
                long months = months(state, paralysis, state.intake().dayOf(command.occurredAt()));
                boolean proven = months >= given.policy().of(Threshold.LONG_STANDING_MONTHS)
                        || paralysis.irreversibleLoss()
                        || (months >= given.policy().of(Threshold.REVERSIBLE_MONTHS) && paralysis.emgEvidence());
                return Verdict.refusedIf(
                        !proven && !documents(command, GuidelineException.DURATION, given.policy()),
                        "guidelineExceptions",
                        "The paralysis is " + months + " months old, without the evidence that its age asks for",
                        given.policy()
                                .fill(
                                        "Record EMG evidence ({reversibleMonths} to {longStandingMonths} months) or irreversible loss, or document the exception DURATION"));
            });

    /** Full months of certain duration: a partly known onset counts from its last possible day. */
    private static long months(PathwayState state, ParalysisCharacterised paralysis, LocalDate today) {
        PartialDate birth = state.intake().birthDate();
        if (paralysis.congenital()) {
            return birth == null ? 0 : ChronoUnit.MONTHS.between(birth.latest(), today);
        }
        String onset = paralysis.onset();
        return onset == null
                ? 0
                : PartialDate.parse(onset)
                        .map(date -> ChronoUnit.MONTHS.between(date.latest(), today))
                        .orElse(0L);
    }

    static boolean isRationale(@Nullable String text, Policy policy) {
        return text != null && text.strip().length() >= policy.of(Threshold.REASON_CHARACTERS);
    }

    static boolean bilateral(PathwayState state) {
        ParalysisCharacterised paralysis = state.evaluation().paralysis();
        return paralysis != null && paralysis.paralysedSide() == ParalysedSide.BILATERAL;
    }

    private static boolean approves(DecideCandidacy command) {
        return command.decision() == CandidacyDecision.APPROVE;
    }

    private static boolean documents(DecideCandidacy command, GuidelineException exception, Policy policy) {
        return command.guidelineExceptions().contains(exception) && isRationale(command.exceptionRationale(), policy);
    }
}
