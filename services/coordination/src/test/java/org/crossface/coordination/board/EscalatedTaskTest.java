package org.crossface.coordination.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.crossface.pathway.Histories;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.OpenTask.Told;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.oversight.EscalationAcknowledged;
import org.crossface.pathway.oversight.TaskEscalated;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Test;

/** What the banner of every page shows: who was told is on record, and nobody has it in hand. */
class EscalatedTaskTest {

    /** The nerve is tested three months after stage one; the coordinator is told, then the surgeon. */
    private static final String ROW = "T-22";

    private static final List<PathwayEvent> FACTS = Histories.stageOneDone();

    private static Timetable timetable(List<PathwayEvent> facts) {
        return Timetable.of(PathwayState.of(facts), Policy.defaults());
    }

    private static OpenTask task() {
        return timetable(FACTS).tasks().stream()
                .filter(each -> each.code().equals(ROW))
                .findFirst()
                .orElseThrow();
    }

    private static OffsetDateTime at(Told step) {
        return step.at().atOffset(ZoneOffset.UTC);
    }

    private static List<PathwayEvent> with(List<PathwayEvent> facts, PathwayEvent more) {
        List<PathwayEvent> all = new ArrayList<>(facts);
        all.add(more);
        return all;
    }

    private static List<PathwayEvent> escalated(List<PathwayEvent> facts, int step) {
        Told told = task().steps().get(step - 1);
        return with(
                facts,
                new TaskEscalated(
                        Histories.PATHWAY,
                        "escalated-" + step,
                        at(told),
                        ROW,
                        task().key(),
                        step,
                        told.role(),
                        told.who(),
                        at(told)));
    }

    private static List<EscalatedTask> shown(List<PathwayEvent> facts) {
        return EscalatedTask.of(PathwayState.of(facts), timetable(facts)).tasks();
    }

    @Test
    void whoeverWasToldSeesItUntilSomebodyHasItInHand() {
        assertThat(shown(FACTS))
                .as("its time may have come, and nothing is recorded")
                .isEmpty();

        List<PathwayEvent> once = escalated(FACTS, 1);
        assertThat(shown(once)).singleElement().satisfies(each -> {
            assertThat(each.task()).isEqualTo(task().name());
            assertThat(each.since()).isEqualTo(task().steps().getFirst().at());
            assertThat(each.roles()).containsExactly(Role.SURGICAL_COORDINATOR);
        });

        List<PathwayEvent> twice = escalated(once, 2);
        assertThat(shown(twice)).singleElement().satisfies(each -> {
            assertThat(each.since()).isEqualTo(task().steps().getFirst().at());
            assertThat(each.roles()).containsExactly(Role.SURGICAL_COORDINATOR, Role.SURGEON);
        });

        EscalationAcknowledged inHand = new EscalationAcknowledged(
                Histories.PATHWAY,
                "acknowledged-1",
                at(task().steps().getLast()).plusHours(1),
                ROW,
                task().key(),
                task().start(),
                2,
                "Call the patient",
                "surgeon-osei");
        assertThat(shown(with(twice, inHand))).isEmpty();
    }
}
