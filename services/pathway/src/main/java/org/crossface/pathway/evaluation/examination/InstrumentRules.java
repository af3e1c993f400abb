package org.crossface.pathway.evaluation.examination;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.AssessmentEntry;
import org.crossface.pathway.evaluation.FaceQuestionnaire;
import org.crossface.pathway.evaluation.Scale;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Recording;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** The definitions of the instruments, for the baseline and for every outcome visit. */
public final class InstrumentRules {

    private InstrumentRules() {}

    public static final Check<AssessmentEntry> SOMETHING_IS_GRADED =
            Check.hard("SEQ-ASSESSMENT", "An assessment grades at least one instrument.", (state, command, given) -> {
                boolean nothing = command.houseBrackmann() == null
                        && command.sunnybrookResting() == null
                        && command.sunnybrookVoluntary() == null
                        && command.sunnybrookSynkinesis() == null
                        && command.smileExcursionMm() == null
                        && command.faceAnswers() == null
                        && command.faceRawSum() == null;
                return Verdict.refusedIf(nothing, "", "Nothing is graded", "Grade at least one instrument");
            });

    public static final Check<AssessmentEntry> SUNNYBROOK_ADDS_UP = Check.hard(
            "INV-51",
            "Each Sunnybrook item is within its scale, and the total is the sum of the items.",
            (state, command, given) -> {
                List<Integer> resting = command.sunnybrookResting();
                List<Integer> voluntary = command.sunnybrookVoluntary();
                List<Integer> synkinesis = command.sunnybrookSynkinesis();
                Integer claimed = command.sunnybrookComposite();
                if (resting == null && voluntary == null && synkinesis == null && claimed == null) {
                    return Verdict.ALLOWED;
                }
                if (resting == null || voluntary == null || synkinesis == null) {
                    return Verdict.refused(
                            "sunnybrookResting",
                            "Not all Sunnybrook items are given",
                            "Give three resting, five voluntary and five synkinesis items");
                }
                if (!Sunnybrook.inRange(resting, voluntary, synkinesis)) {
                    return Verdict.refused(
                            "sunnybrookVoluntary",
                            "Sunnybrook items " + resting + " " + voluntary + " " + synkinesis
                                    + " are not all on their scales",
                            "Resting: eye 0-1, cheek 0-2, mouth 0-1; voluntary: five of 1-5; synkinesis: five of 0-3");
                }
                Sunnybrook computed = Sunnybrook.of(resting, voluntary, synkinesis);
                return Verdict.refusedIf(
                        claimed != null && claimed != computed.composite() && claimed != computed.rawComposite(),
                        "sunnybrookComposite",
                        "The total given is " + claimed + ", the items make " + computed.rawComposite(),
                        "Check the items, or leave the total empty");
            });

    public static final Check<AssessmentEntry> HOUSE_BRACKMANN_ON_ITS_SCALE = Check.hard(
            "INV-52",
            "House-Brackmann is a grade from 1 to 6.",
            (state, command, given) -> houseBrackmann(command.houseBrackmann()));

    public static final Check<AssessmentEntry> FACE_ANSWERS_COMPLETE =
            Check.hard("INV-52", "The FaCE questionnaire has 15 answers from 1 to 5.", (state, command, given) -> {
                List<Integer> answers = command.faceAnswers();
                Integer sum = command.faceRawSum();
                if (answers != null && !FaceQuestionnaire.inRange(answers)) {
                    return Verdict.refused(
                            "faceAnswers",
                            "There are " + answers.size() + " answers: " + answers,
                            "Give 15 answers from 1 to 5");
                }
                if (sum != null && !FaceQuestionnaire.sumInRange(sum)) {
                    return Verdict.refused("faceRawSum", "The sum is " + sum, "15 answers from 1 to 5 add up to 15-75");
                }
                return Verdict.refusedIf(
                        answers != null
                                && sum != null
                                && FaceQuestionnaire.ofAnswers(answers).rawSum() != sum,
                        "faceRawSum",
                        "The sum given is " + sum + ", the answers add up to something else",
                        "Check the answers, or leave the sum empty");
            });

    static final Check<RecordEface> EFACE_ON_ITS_SCALE = Check.hard(
            "INV-52",
            "The eFACE has all its items, each on its scale.",
            (state, command, given) -> Stream.of(
                            off("statics", Scale.EFACE_STATIC, command.statics()),
                            off("dynamics", Scale.EFACE_DYNAMIC, command.dynamics()),
                            off("synkinesis", Scale.EFACE_SYNKINESIS, command.synkinesis()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(Verdict.ALLOWED));

    private static Optional<Verdict> off(String field, Scale scale, List<Integer> items) {
        return scale.fits(items)
                ? Optional.empty()
                : Optional.of(Verdict.refused(
                        field,
                        items.isEmpty() ? "No item is graded" : "The items are " + items,
                        "Give " + scale.items().size() + " items, each from 0 to 100"));
    }

    static Verdict houseBrackmann(@Nullable Integer grade) {
        return Verdict.refusedIf(
                grade != null && (grade < 1 || grade > 6),
                "houseBrackmann",
                "The entered grade is " + grade,
                "Give a grade from 1 (normal) to 6 (no movement)");
    }

    /** Where the entry of an assessment stands in the event that keeps it with its totals, which are computed. */
    public static <C extends AssessmentEntry, E extends PathwayEvent> Recording<C, E> entered(
            Recording<C, E> event, Function<E, Assessment> kept) {
        String assessment = "assessment";
        return event.with("houseBrackmann", assessment, of(kept, Assessment::houseBrackmann))
                .with("sunnybrookResting", assessment, of(kept, each -> items(each, Sunnybrook::resting)))
                .with("sunnybrookVoluntary", assessment, of(kept, each -> items(each, Sunnybrook::voluntary)))
                .with("sunnybrookSynkinesis", assessment, of(kept, each -> items(each, Sunnybrook::synkinesis)))
                .with("sunnybrookComposite", "", fact -> null)
                .with("smileExcursionMm", assessment, of(kept, Assessment::smileExcursionMm))
                .with("faceAnswers", assessment, of(kept, InstrumentRules::answers))
                .with("faceRawSum", assessment, of(kept, InstrumentRules::rawSum));
    }

    private static <E> Function<E, @Nullable Object> of(
            Function<E, Assessment> kept, Function<Assessment, @Nullable Object> value) {
        return fact -> value.apply(kept.apply(fact));
    }

    private static @Nullable Object items(Assessment assessment, Function<Sunnybrook, List<Integer>> items) {
        return assessment.sunnybrook() == null ? null : items.apply(assessment.sunnybrook());
    }

    private static @Nullable Object answers(Assessment assessment) {
        return assessment.face() == null || assessment.face().answers().isEmpty()
                ? null
                : assessment.face().answers();
    }

    private static @Nullable Object rawSum(Assessment assessment) {
        return assessment.face() == null || !assessment.face().answers().isEmpty()
                ? null
                : assessment.face().rawSum();
    }
}
