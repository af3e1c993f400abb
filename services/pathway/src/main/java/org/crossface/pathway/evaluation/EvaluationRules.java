package org.crossface.pathway.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.FaceSide;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;

/** Rules of the evaluation. */
final class EvaluationRules {

    /** A complete paralysis is House-Brackmann V at best. */
    private static final int BEST_GRADE_OF_COMPLETE = 5;

    private EvaluationRules() {}

    @Invariant(
            value = "SEQ-EVALUATION",
            kind = RuleClass.HARD,
            says = "Evaluation ends with the decision on the candidacy.")
    static Verdict evaluationIsOpen(PathwayState state, PathwayCommand command, Circumstances given) {
        boolean open = switch (state.phase()) {
            case REFERRED, UNDER_EVALUATION, DEFERRED -> true;
            default -> false;
        };
        return Verdict.refusedIf(
                !open,
                "",
                "The pathway is in the phase " + state.phase(),
                "Correct the record if something recorded was wrong");
    }

    @Invariant(value = "SEQ-GOALS", kind = RuleClass.HARD, says = "No goal of the patient is named twice.")
    static Verdict goalsAreDistinct(PathwayState state, RecordGoals command, Circumstances given) {
        return Verdict.refusedIf(
                Set.copyOf(command.priorities()).size() < command.priorities().size(),
                "priorities",
                "The priorities are " + command.priorities(),
                "Name each priority once");
    }

    @Invariant(value = "INV-52", kind = RuleClass.HARD, says = "House-Brackmann is a grade from 1 to 6.")
    static Verdict gradeOnItsScale(PathwayState state, CharacteriseParalysis command, Circumstances given) {
        return InstrumentRules.houseBrackmann(command.houseBrackmann());
    }

    @Invariant(value = "INV-10", kind = RuleClass.HARD, says = "A complete paralysis is House-Brackmann V or VI.")
    static Verdict completeMeansNoMovement(PathwayState state, CharacteriseParalysis command, Circumstances given) {
        return contradiction(command.completeness(), command.houseBrackmann());
    }

    @Invariant(value = "INV-10", kind = RuleClass.HARD, says = "A complete paralysis is House-Brackmann V or VI.")
    static Verdict gradeFitsCompleteness(PathwayState state, RecordAssessment command, Circumstances given) {
        ParalysisCharacterised paralysis = state.evaluation().paralysis();
        Integer grade = command.houseBrackmann();
        return paralysis == null || grade == null ? Verdict.ALLOWED : contradiction(paralysis.completeness(), grade);
    }

    private static Verdict contradiction(Completeness completeness, int grade) {
        return Verdict.refusedIf(
                completeness == Completeness.COMPLETE && grade < BEST_GRADE_OF_COMPLETE,
                "houseBrackmann",
                "The paralysis is complete but graded " + grade,
                "Record a partial paralysis, or grade it 5 or 6");
    }

    @Invariant(
            value = "REF-ONSET",
            kind = RuleClass.HARD,
            says = "A paralysis is congenital, or it has an onset of year, month or day.")
    static Verdict onsetIsGiven(PathwayState state, CharacteriseParalysis command, Circumstances given) {
        String onset = command.onset();
        boolean stated = onset != null && !onset.isBlank();
        if (stated == command.congenital()) {
            return Verdict.refused(
                    "onset",
                    stated ? "An onset is given for a congenital paralysis" : "No onset is given",
                    "Give the onset, or say that the paralysis is congenital");
        }
        return Verdict.refusedIf(
                onset != null && stated && PartialDate.parse(onset).isEmpty(),
                "onset",
                "The onset given is " + onset,
                "Write YYYY, YYYY-MM or YYYY-MM-DD");
    }

    @Invariant(
            value = "INV-14",
            kind = RuleClass.HARD,
            says = "The paralysis began after the patient's birth and not in the future.")
    static Verdict onsetIsPossible(PathwayState state, CharacteriseParalysis command, Circumstances given) {
        LocalDate today = state.intake().dayOf(command.occurredAt());
        LocalDate birth = state.intake().birthDate();
        Optional<PartialDate> onset = Optional.ofNullable(command.onset()).flatMap(PartialDate::parse);
        boolean future = onset.filter(date -> date.earliest().isAfter(today)).isPresent();
        boolean beforeBirth = birth != null
                && onset.filter(date -> date.latest().isBefore(birth)).isPresent();
        return Verdict.refusedIf(
                future || beforeBirth,
                "onset",
                "The onset " + command.onset() + (future ? " lies in the future" : " lies before the birth"),
                "Give an onset between the patient's birth and today");
    }

    @Invariant(
            value = "INV-11",
            kind = RuleClass.HARD,
            says = "The healthy side is the one opposite the paralysed side.")
    static Verdict testedTheHealthySide(PathwayState state, ConfirmHealthySide command, Circumstances given) {
        Optional<FaceSide> healthy = state.evaluation().healthySide();
        return Verdict.refusedIf(
                healthy.filter(side -> side == command.testedSide()).isEmpty(),
                "testedSide",
                healthy.map(side -> "The healthy side is " + side + ", tested was " + command.testedSide())
                        .orElse("No healthy side follows from the paralysis as it is recorded"),
                "Characterise a one-sided paralysis and test the side opposite");
    }

    @Invariant(
            value = "INV-09",
            kind = RuleClass.HARD,
            says =
                    "An evaluation is complete when desires, age, cause, duration and severity are known and House-Brackmann, "
                            + "Sunnybrook, smile excursion and FaCE are graded.")
    static Verdict fiveFactorsAndBaseline(PathwayState state, CompleteEvaluation command, Circumstances given) {
        Evaluation evaluation = state.evaluation();
        Assessment baseline = evaluation.baseline();
        List<String> missing = new ArrayList<>();
        addIf(missing, !evaluation.goalsRecorded(), "the patient's goals");
        addIf(missing, state.intake().birthDate() == null, "the birth date");
        addIf(missing, evaluation.paralysis() == null, "cause, onset and severity");
        addIf(missing, baseline.houseBrackmann() == null, "House-Brackmann");
        addIf(missing, baseline.sunnybrook() == null, "Sunnybrook");
        addIf(missing, baseline.smileExcursionMm() == null, "the smile excursion");
        addIf(missing, baseline.face() == null, "the FaCE questionnaire");
        return Verdict.refusedIf(
                !missing.isEmpty(), "", "Missing: " + String.join(", ", missing), "Record what is missing first");
    }

    private static void addIf(List<String> missing, boolean absent, String what) {
        if (absent) {
            missing.add(what);
        }
    }
}
