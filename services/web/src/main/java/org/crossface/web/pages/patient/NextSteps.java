package org.crossface.web.pages.patient;

import java.util.List;
import org.crossface.coordination.board.Due;
import org.crossface.coordination.projection.Facts;
import org.crossface.pathway.Phase;
import org.crossface.pathway.evaluation.BaselineAssessmentRecorded;
import org.crossface.pathway.evaluation.HealthySideFunctionConfirmed;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.evaluation.PatientGoalsRecorded;

/** Which commands do what is due. */
final class NextSteps {

    private NextSteps() {}

    /** Names of the commands, as in addresses, that do what is due, the most apt first; empty when none does. */
    static List<String> commands(Due due, Facts facts) {
        return switch (due.code()) {
            case "T-02" -> List.of("schedule-evaluation");
            case "T-03" -> List.of(ofTheVisit(facts));
            case "T-04", "T-05" -> List.of("decide-candidacy");
            case "PLAN" -> List.of(facts.phase() == Phase.REPLANNED ? "revise-plan" : "select-plan");
            case "CONSENT", "T-06" -> List.of("obtain-consent");
            case "CLEAR", "T-08" -> List.of("grant-clearance", "assess-anesthesia", "record-pre-op-item");
            case "SLOT", "T-27" -> List.of("schedule-surgery");
            case "APPT" -> List.of("admit-patient");
            case "T-17" -> List.of("complete-day-one-call");
            case "T-18" -> List.of("assess-wound");
            case "T-19" -> List.of("close-surveillance");
            case "T-22", "T-23", "T-24" -> List.of("assess-tinel");
            case "T-25" -> List.of("confirm-neurotization");
            case "T-33" -> List.of("acknowledge-red-flag");
            case "T-40" -> List.of("start-rehabilitation");
            case "T-41" -> List.of("record-therapy-session");
            case "T-44" -> List.of("complete-rehabilitation");
            case "T-45" -> List.of("observe-first-movement");
            case "T-48" -> List.of("assess-outcome");
            case "T-53" -> List.of("complete-pathway");
            case "T-54" -> List.of("record-return");
            case "HOLD" -> List.of("resume-pathway");
            default -> List.of();
        };
    }

    /** The evaluation is complete once all of these are recorded. */
    private static String ofTheVisit(Facts facts) {
        if (!facts.has(PatientGoalsRecorded.class)) {
            return "record-goals";
        }
        if (!facts.has(ParalysisCharacterised.class)) {
            return "characterise-paralysis";
        }
        if (!facts.has(HealthySideFunctionConfirmed.class)) {
            return "confirm-healthy-side";
        }
        return facts.has(BaselineAssessmentRecorded.class) ? "complete-evaluation" : "record-assessment";
    }
}
