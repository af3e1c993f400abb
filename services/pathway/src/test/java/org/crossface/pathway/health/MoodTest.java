package org.crossface.pathway.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Refused;
import org.crossface.pathway.health.history.FollowUpMood;
import org.crossface.pathway.health.history.ScreenMood;
import org.crossface.pathway.policy.Policy;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Screening for low mood. */
class MoodTest {

    private static final Map<String, Object> NOTHING =
            Map.of("phq2", ABSENT, "phq9", ABSENT, "hadsAnxiety", ABSENT, "hadsDepression", ABSENT);

    private static Map<String, Object> answers(String instrument, Integer... answers) {
        Map<String, Object> all = new HashMap<>(NOTHING);
        all.put(instrument, List.of(answers));
        return all;
    }

    private static Course screened(String instrument, Integer... answers) {
        return Course.referred().and(MoodScreened.class, "2024-11-19", answers(instrument, answers));
    }

    @Test
    @Tag("INV-52")
    void aQuestionnaireHasAllItsAnswersFromZeroToThree() {
        screen(NOTHING).expectException(Refused.by("INV-52", "phq2"));
        screen(answers("phq2", 1)).expectException(Refused.by("INV-52", "phq2"));
        screen(answers("phq2", 1, 4)).expectException(Refused.by("INV-52", "phq2"));
        screen(answers("hadsDepression", 1, 1, 1, 1, 1, 1)).expectException(Refused.by("INV-52", "hadsDepression"));
        screen(answers("phq2", 1, 3)).expectSuccessfulHandlerExecution();
        screen(answers("hadsDepression", 1, 1, 1, 1, 1, 1, 0)).expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> screen(Map<String, Object> answers) {
        return Course.referred().when(Role.THERAPIST, ScreenMood.class, "2024-11-19", answers);
    }

    @Test
    void aTotalAtItsThresholdIsPositive() {
        assertThat(isOpen(screened("phq2", 1, 1))).isFalse();
        assertThat(isOpen(screened("phq2", 1, 2))).isTrue();
        assertThat(isOpen(screened("phq9", 3, 3, 3, 0, 0, 0, 0, 0, 0))).isFalse();
        assertThat(isOpen(screened("phq9", 3, 3, 3, 1, 0, 0, 0, 0, 0))).isTrue();
        assertThat(isOpen(screened("hadsAnxiety", 3, 3, 1, 0, 0, 0, 0))).isFalse();
        assertThat(isOpen(screened("hadsAnxiety", 3, 3, 2, 0, 0, 0, 0))).isTrue();
    }

    @Test
    void anyThoughtOfSelfHarmIsPositiveWhateverTheTotal() {
        assertThat(isOpen(screened("phq9", 0, 0, 0, 0, 0, 0, 0, 0, 1))).isTrue();
    }

    @Test
    @Tag("SEQ-SCREENING")
    void aPositiveScreeningIsOpenUntilSomebodyTakesItUp() {
        followUp(screened("phq2", 1, 1)).expectException(Refused.by("SEQ-SCREENING", ""));
        Course positive = screened("phq2", 3, 3);
        followUp(positive).expectSuccessfulHandlerExecution();
        positive.and(MoodFollowedUp.class, "2024-11-20");
        assertThat(isOpen(positive)).isFalse();
        followUp(positive).expectException(Refused.by("SEQ-SCREENING", ""));
    }

    private static ResultValidator<CarePathway> followUp(Course course) {
        return course.when(FollowUpMood.class, "2024-11-21", Map.of("step", MoodStep.REFERRED));
    }

    private static boolean isOpen(Course course) {
        return !course.state().health().openScreens(Policy.defaults()).isEmpty();
    }
}
