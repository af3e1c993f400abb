package org.crossface.pathway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.events.PathwayCompleted;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeClass;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SC-01: the textbook patient from the referral to the outcome after two years, refusals included. */
@Tag("SC-01")
class TextbookPathwayTest {

    private static final LocalDate STAGE_ONE = LocalDate.of(2025, 1, 14);

    private final WrittenStory story = WrittenStory.textbook();
    private final PathwayInMemory pathway = new PathwayInMemory("pathway-1", "P-0101", "OR-2");

    @Test
    void theTextbookPatientReachesTheGoal() {
        play("Evaluation");
        assertThat(pathway.state().evaluation().baseline().sunnybrook().composite())
                .isZero();
        assertThat(pathway.state().phase()).isEqualTo(Phase.CANDIDATE);

        play("The first operation");
        goesHomeOnTheSameDay(555);
        assertThat(pathway.state().phase()).isEqualTo(Phase.NEUROTIZING);
        assertThat(pathway.state().operations().stageOneDate()).contains(STAGE_ONE);
        assertThat(pathway.state().graft().banked()).isTrue();

        play("While the nerve grows");
        assertThat(pathway.state().afterCare().hasOpenComplication()).isFalse();
        assertThat(pathway.state().phase()).isEqualTo(Phase.READY_FOR_STAGE2);

        play("The second operation");
        goesHomeOnTheSameDay(885);
        assertThat(pathway.last(FlapReperfused.class).ischemiaMinutes()).isEqualTo(98);
        assertThat(pathway.state().newestFlap().ischemiaMinutes()).isEqualTo(98);
        assertThat(pathway.state().phase()).isEqualTo(Phase.STAGE2_DONE);
        assertThat(pathway.state().operations().stageTwoDate()).contains(LocalDate.of(2025, 10, 7));

        play("Therapy and outcome");
        assertThat(pathway.state().newestRehabilitation().dayZero()).isEqualTo("2025-10-07");
        assertThat(pathway.last(OutcomeAssessed.class).assessment().sunnybrook().composite())
                .isEqualTo(61);
        assertThat(pathway.state().phase()).isEqualTo(Phase.COMPLETED);
        assertThat(pathway.last(PathwayCompleted.class).outcome()).isEqualTo(OutcomeClass.GOAL_MET);
    }

    private void play(String chapter) {
        List<Step> steps = story.steps(FaceSide.LEFT, STAGE_ONE).stream()
                .filter(step -> step.chapter().equals(chapter))
                .toList();
        assertThat(steps).as(chapter).isNotEmpty();
        pathway.play(steps);
    }

    private void goesHomeOnTheSameDay(int stayMinutes) {
        PatientDischarged discharge = pathway.last(PatientDischarged.class);
        assertThat(discharge.stayMinutes()).isEqualTo(stayMinutes);
        assertThat(discharge.sameCalendarDay()).isTrue();
    }

    /** Other tests play the story on days of their own; months differ in length, and clocks are put forward and back. */
    @Test
    void theStoryHoldsOnOtherDaysAndForTheOtherSide() {
        for (LocalDate day = STAGE_ONE; day.isBefore(STAGE_ONE.plusYears(1)); day = day.plusDays(9)) {
            FaceSide paralysed = day.getDayOfMonth() % 2 == 0 ? FaceSide.LEFT : FaceSide.RIGHT;
            PathwayInMemory other = new PathwayInMemory("pathway-" + day, "P-0102", "OR-1");
            assertThat(other.play(story.steps(paralysed, day)).state().phase())
                    .as("%s", day)
                    .isEqualTo(Phase.COMPLETED);
        }
    }
}
