package org.crossface.pathway.health.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.evaluation.Scale;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the screening for low mood. */
final class MoodRules {

    private MoodRules() {}

    static final Check<ScreenMood> QUESTIONNAIRE_IS_COMPLETE = Check.hard(
            "INV-52", "A questionnaire about mood has all its answers, each on its scale.", (state, command, given) -> {
                if (command.phq2() == null
                        && command.phq9() == null
                        && command.hadsAnxiety() == null
                        && command.hadsDepression() == null) {
                    return Verdict.refused("phq2", "No questionnaire is answered", "Give the answers of at least one");
                }
                return Stream.of(
                                off("phq2", Scale.PHQ2, command.phq2()),
                                off("phq9", Scale.PHQ9, command.phq9()),
                                off("hadsAnxiety", Scale.HADS, command.hadsAnxiety()),
                                off("hadsDepression", Scale.HADS, command.hadsDepression()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(Verdict.ALLOWED);
            });

    private static Optional<Verdict> off(String field, Scale scale, @Nullable List<Integer> answers) {
        return Optional.ofNullable(answers)
                .filter(each -> !scale.fits(each))
                .map(each -> Verdict.refused(
                        field,
                        "The answers are " + each,
                        "Give " + scale.items().size() + " answers, each from 0 to 3"));
    }

    static final Condition A_SCREENING_IS_OPEN = Condition.policy(
                    "SEQ-SCREENING",
                    "A screening is followed up when it is positive: PHQ-2 from {phq2Positive}, PHQ-9 from {phq9Positive}, a part of the"
                            + " HADS from {hadsPositive}, or any thought of self-harm.",
                    on -> Verdict.refusedIf(
                            on.state().health().openScreens(on.policy()).isEmpty(),
                            "",
                            "No positive screening is open",
                            "No action is needed"))
            .fulfilledBy(ScreenMood.class);
}
