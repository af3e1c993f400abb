package org.crossface.pathway.evaluation.examination;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.Completeness;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the evaluation. */
final class EvaluationRules {

    /** A complete paralysis is House-Brackmann V at best. */
    private static final int BEST_GRADE_OF_COMPLETE = 5;

    private static final String COMPLETE =
            "An evaluation is complete when desires, age, cause, duration and severity are known and House-Brackmann, "
                    + "Sunnybrook, smile excursion and FaCE are graded.";

    private EvaluationRules() {}

    static final Check<RecordGoals> GOALS_ARE_DISTINCT = Check.hard(
            "SEQ-GOALS",
            "No goal of the patient is named twice.",
            (state, command, given) -> Verdict.refusedIf(
                    Set.copyOf(command.priorities()).size()
                            < command.priorities().size(),
                    "priorities",
                    "The priorities are " + command.priorities(),
                    "Name each priority once"));

    static final Check<CharacteriseParalysis> GRADE_ON_ITS_SCALE = Check.hard(
            "INV-52",
            "House-Brackmann is a grade from 1 to 6.",
            (state, command, given) -> InstrumentRules.houseBrackmann(command.houseBrackmann()));

    static final Check<CharacteriseParalysis> COMPLETE_MEANS_NO_MOVEMENT = Check.hard(
            "INV-10",
            "A complete paralysis is House-Brackmann V or VI.",
            (state, command, given) -> contradiction(command.completeness(), command.houseBrackmann()));

    static final Check<RecordAssessment> GRADE_FITS_COMPLETENESS =
            Check.hard("INV-10", "A complete paralysis is House-Brackmann V or VI.", (state, command, given) -> {
                ParalysisCharacterised paralysis = state.evaluation().paralysis();
                Integer grade = command.houseBrackmann();
                return paralysis == null || grade == null
                        ? Verdict.ALLOWED
                        : contradiction(paralysis.completeness(), grade);
            });

    private static Verdict contradiction(Completeness completeness, int grade) {
        return Verdict.refusedIf(
                completeness == Completeness.COMPLETE && grade < BEST_GRADE_OF_COMPLETE,
                "houseBrackmann",
                "The paralysis is complete but graded " + grade,
                "Record a partial paralysis, or grade it 5 or 6");
    }

    static final Check<CharacteriseParalysis> ONSET_IS_GIVEN = Check.hard(
            "REF-ONSET",
            "A paralysis is congenital, or it has an onset of year, month or day.",
            (state, command, given) -> {
                String onset = command.onset();
                boolean stated = onset != null && !onset.isBlank();
                if (stated == command.congenital()) {
                    return Verdict.refused(
                            "onset",
                            stated ? "An onset is given for a congenital paralysis" : "No onset is given",
                            "Enter the onset, or mark the paralysis as congenital");
                }
                return Verdict.refusedIf(
                        onset != null && stated && PartialDate.parse(onset).isEmpty(),
                        "onset",
                        "The entered onset is " + onset,
                        "Write YYYY, YYYY-MM or YYYY-MM-DD");
            });

    static final Check<CharacteriseParalysis> ONSET_IS_POSSIBLE = Check.hard(
            "INV-14",
            "The paralysis began after the patient's birth and not in the future.",
            (state, command, given) -> {
                LocalDate today = state.intake().dayOf(command.occurredAt());
                PartialDate birth = state.intake().birthDate();
                Optional<PartialDate> onset =
                        Optional.ofNullable(command.onset()).flatMap(PartialDate::parse);
                boolean future =
                        onset.filter(date -> date.earliest().isAfter(today)).isPresent();
                boolean beforeBirth = birth != null
                        && onset.filter(date -> date.latest().isBefore(birth.earliest()))
                                .isPresent();
                return Verdict.refusedIf(
                        future || beforeBirth,
                        "onset",
                        "The onset " + command.onset() + (future ? " is in the future" : " lies before the birth"),
                        "Give an onset between the patient's birth and today");
            });

    static final Condition VISIT_WAS_TO_BE = Condition.hard(
                    "SEQ-VISIT", "A visit is missed when it was booked and its time has come.", on -> {
                        OffsetDateTime visit = on.state().evaluation().visitAt();
                        if (visit == null) {
                            return Verdict.refused("", "No evaluation visit is booked", "Book the evaluation");
                        }
                        return on.at().isBefore(visit)
                                ? Verdict.refusedUntil(
                                        visit.toInstant(),
                                        "occurredAt",
                                        "The visit is booked on " + on.state().dayOf(visit) + " at " + on.timeOf(visit),
                                        "Book another time if the patient cannot come")
                                : Verdict.ALLOWED;
                    })
            .fulfilledBy(ScheduleEvaluation.class);

    static final Condition VISIT_DID_NOT_TAKE_PLACE =
            Condition.hard("SEQ-VISIT", "A visit at which the evaluation was completed was not missed.", on -> {
                OffsetDateTime visit = on.state().evaluation().visitAt();
                OffsetDateTime completed = on.state().evaluation().completedAt();
                return Verdict.refusedIf(
                        visit != null && completed != null && !completed.isBefore(visit),
                        "",
                        "The evaluation was completed at the visit",
                        "Retract what was recorded of the wrong patient");
            });

    static final Condition HEALTHY_SIDE_IS_KNOWN = Condition.hard(
                    "INV-11",
                    "The healthy side follows from a paralysis of one side.",
                    on -> Verdict.refusedIf(
                            on.state().evaluation().healthySide().isEmpty(),
                            "testedSide",
                            "The recorded paralysis leaves no healthy side",
                            "Characterise a one-sided paralysis first"))
            .fulfilledBy(CharacteriseParalysis.class);

    static final Check<ConfirmHealthySide> TESTED_THE_HEALTHY_SIDE = Check.hard(
            "INV-11",
            "The healthy side is the one opposite the paralysed side.",
            (state, command, given) -> state.evaluation()
                    .healthySide()
                    .filter(side -> side != command.testedSide())
                    .map(side -> Verdict.refused(
                            "testedSide",
                            "The healthy side is " + side + ", tested was " + command.testedSide(),
                            "Test the side opposite the paralysed one"))
                    .orElse(Verdict.ALLOWED));

    static final Condition GOALS_ARE_KNOWN = factor(
                    on -> !on.state().evaluation().goalsRecorded(), "the patient's goals", "Record the goals")
            .fulfilledBy(RecordGoals.class);

    static final Condition BIRTH_DATE_IS_KNOWN =
            factor(on -> on.state().intake().birthDate() == null, "the birth date", "Register the birth date");

    static final Condition PARALYSIS_IS_KNOWN = factor(
                    on -> on.state().evaluation().paralysis() == null,
                    "cause, onset and severity",
                    "Characterise the paralysis")
            .fulfilledBy(CharacteriseParalysis.class);

    static final Condition BASELINE_IS_GRADED = Condition.hard("INV-09", COMPLETE, on -> {
                Assessment baseline = on.state().evaluation().baseline();
                List<String> missing = new ArrayList<>();
                addIf(missing, baseline.houseBrackmann() == null, "House-Brackmann");
                addIf(missing, baseline.sunnybrook() == null, "Sunnybrook");
                addIf(missing, baseline.smileExcursionMm() == null, "the smile excursion");
                addIf(missing, baseline.face() == null, "the FaCE questionnaire");
                return Verdict.refusedIf(
                        !missing.isEmpty(),
                        "",
                        "Missing: " + String.join(", ", missing),
                        "Record the baseline grading");
            })
            .fulfilledBy(RecordAssessment.class);

    private static Condition factor(Predicate<Situation> missing, String what, String remedy) {
        return Condition.hard(
                "INV-09", COMPLETE, on -> Verdict.refusedIf(missing.test(on), "", "Missing: " + what, remedy));
    }

    private static void addIf(List<String> missing, boolean absent, String what) {
        if (absent) {
            missing.add(what);
        }
    }
}
