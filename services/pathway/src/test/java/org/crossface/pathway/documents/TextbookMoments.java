package org.crossface.pathway.documents;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.Samples;
import org.crossface.pathway.recovery.vocabulary.CaseEnd;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.state.Rung;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;

/** Every moment of the textbook patient, and what would be had a case been cancelled or discontinued. */
final class TextbookMoments {

    /** The states of a case in the order of a day; {@link Rung#READY} follows from time and is no fact. */
    static final List<String> CASE_STATES = List.of(
            "Expected", "Admitted", "Pre-op", "In theatre", "Recovery", "Discharged", "Cancelled", "Discontinued");

    private TextbookMoments() {}

    /**
     * A pathway just after a fact, and one of its cases.
     *
     * @param caseState one of {@link #CASE_STATES}
     */
    record Moment(String caseState, CaseProgress surgery, PathwayState state, List<PathwayEvent> facts) {

        OffsetDateTime now() {
            return facts.getLast().occurredAt().plusMinutes(1);
        }
    }

    /** What the textbook patient's story records. */
    static List<PathwayEvent> facts() {
        return new PathwayInMemory("pathway-1", "P-0101", "OR-2")
                .play(WrittenStory.textbook().steps(FaceSide.LEFT, LocalDate.of(2025, 1, 14)))
                .facts();
    }

    /** Every moment at which there is a case. */
    static List<Moment> ofCases() {
        List<PathwayEvent> all = facts();
        List<Moment> moments = new ArrayList<>();
        for (int end = 1; end <= all.size(); end++) {
            add(moments, all.subList(0, end));
        }
        return moments;
    }

    private static void add(List<Moment> moments, List<PathwayEvent> facts) {
        PathwayState state = PathwayState.of(facts);
        for (Stage stage : Stage.values()) {
            CaseProgress.newest(state, stage).ifPresent(surgery -> {
                moments.add(new Moment(stateOf(surgery), surgery, state, facts));
                if (surgery.rung() == Rung.EXPECTED || surgery.rung() == Rung.PRE_OP) {
                    ending(moments, facts, surgery, SurgeryCancelled.class, "Cancelled");
                }
                if (surgery.rung() == Rung.PRE_OP || surgery.rung() == Rung.IN_THEATRE) {
                    ending(moments, facts, surgery, ProcedureDiscontinued.class, "Discontinued");
                }
            });
        }
    }

    private static String stateOf(CaseProgress surgery) {
        return surgery.end().filter(end -> end == CaseEnd.CANCELLED).isPresent()
                ? "Cancelled"
                : surgery.rung().label();
    }

    private static void ending(
            List<Moment> moments,
            List<PathwayEvent> facts,
            CaseProgress surgery,
            Class<? extends PathwayEvent> end,
            String caseState) {
        List<PathwayEvent> ended = new ArrayList<>(facts);
        ended.add(Samples.of(
                end,
                Map.of(
                        "factId", "fact-end",
                        "occurredAt", facts.getLast().occurredAt().plusMinutes(1),
                        "caseId", surgery.caseId(),
                        "stage", surgery.stage())));
        PathwayState state = PathwayState.of(ended);
        CaseProgress after = CaseProgress.all(state).stream()
                .filter(each -> each.caseId().equals(surgery.caseId()))
                .findFirst()
                .orElseThrow();
        moments.add(new Moment(caseState, after, state, List.copyOf(ended)));
    }
}
