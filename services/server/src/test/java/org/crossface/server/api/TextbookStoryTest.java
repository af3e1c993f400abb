package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.crossface.audit.access.JdbcAccessLog;
import org.crossface.audit.refusals.JdbcRefusals;
import org.crossface.audit.refusals.KeptRefusal;
import org.crossface.pathway.story.Step;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.vocabulary.FaceSide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Story SC-01 from the referral to the outcome, through HTTP, each step in the role and at the time of the clinic. */
@Tag("SC-01")
class TextbookStoryTest extends RunningServer {

    /** The steps of the story, on the dates of SC-01. */
    static final List<Step> STEPS = WrittenStory.textbook().steps(FaceSide.LEFT, LocalDate.of(2025, 1, 14));

    @Test
    void theTextbookPathAndItsRefusals(@Autowired ApplicationContext context) {
        Clinic clinic = new Clinic(http());
        clinic.registerStandingData();
        Story story = new Story(clinic);
        evaluation(story);
        stageOne(story);
        neurotization(story);
        stageTwo(story);
        rehabilitation(story);

        assertThat(story.state().path("phase").asString()).isEqualTo("COMPLETED");
        isPublishedByPhase(story.state());
        assertThat(story.accepted()).isGreaterThan(100);
        everyRefusalAndReadIsKept(context, story);
    }

    private static void play(Story story, String chapter) {
        List<Step> steps =
                STEPS.stream().filter(step -> step.chapter().equals(chapter)).toList();
        assertThat(steps).as(chapter).isNotEmpty();
        story.play(steps);
    }

    private static void evaluation(Story story) {
        play(story, "Evaluation");
        JsonNode baseline = story.last("evaluation.baseline-assessed").path("assessment");
        assertThat(baseline.path("sunnybrook").path("rawComposite").asInt(-1)).isZero();
        assertThat(baseline.path("face").path("total").asDouble()).isEqualTo(50.0);
        assertThat(story.last("planning.candidacy-approved")
                        .path("ageAtDecision")
                        .asInt())
                .isEqualTo(34);
    }

    private static void stageOne(Story story) {
        play(story, "The first operation");
        isValidUntil(story, "2025-03-17", "2025-01-19");
        goesHomeOnTheSameDay(story, 555);
    }

    private static void isValidUntil(Story story, String consent, String clearance) {
        assertThat(story.last("consent.consent-obtained").path("validUntil").asString())
                .isEqualTo(consent);
        assertThat(story.last("scheduling.clearance-granted").path("validUntil").asString())
                .isEqualTo(clearance);
    }

    private static void goesHomeOnTheSameDay(Story story, int stayMinutes) {
        JsonNode discharge = story.last("recovery.patient-discharged");
        assertThat(discharge.path("stayMinutes").asInt()).isEqualTo(stayMinutes);
        assertThat(discharge.path("sameCalendarDay").asBoolean()).isTrue();
    }

    private static void neurotization(Story story) {
        play(story, "While the nerve grows");
        assertThat(story.state().path("phase").asString()).isEqualTo("READY_FOR_STAGE2");
    }

    private static void stageTwo(Story story) {
        play(story, "The second operation");
        isValidUntil(story, "2025-12-08", "2025-10-16");
        assertThat(story.last("surgery.flap-reperfused").path("ischemiaMinutes").asInt())
                .isEqualTo(98);
        goesHomeOnTheSameDay(story, 885);
    }

    private static void rehabilitation(Story story) {
        play(story, "Therapy and outcome");
        assertThat(story.last("rehabilitation.rehabilitation-started")
                        .path("dayZero")
                        .asString())
                .isEqualTo("2025-10-07");
        JsonNode last = story.last("rehabilitation.outcome-assessed").path("assessment");
        assertThat(last.path("sunnybrook").path("rawComposite").asInt()).isEqualTo(61);
    }

    private static void isPublishedByPhase(JsonNode pathway) {
        assertThat(pathway.path("cases").size()).isEqualTo(2);
        assertThat(pathway.path("cases").valueStream())
                .allMatch(each -> each.path("completed").asBoolean()
                        && each.path("left").asBoolean()
                        && !each.path("incisionAt").asString().isEmpty());
        assertThat(pathway.path("graft").path("status").asString()).isEqualTo("USED_IN_STAGE_TWO");
        assertThat(pathway.path("flap").path("condition").asString()).isEqualTo("VIABLE");
        assertThat(pathway.path("flap").path("ischemiaMinutes").asInt()).isPositive();
        assertThat(pathway.path("plan").path("version").asInt()).isPositive();
        assertThat(pathway.path("therapy").path("programme").asString()).isEqualTo("COMPLETED");
        assertThat(pathway.path("therapy").path("spontaneousSmile").asString()).isEqualTo("YES");
        assertThat(pathway.has("state")).as("the fold itself is not published").isFalse();
    }

    private static void everyRefusalAndReadIsKept(ApplicationContext context, Story story) {
        List<KeptRefusal> kept = context.getBean(JdbcRefusals.class).ofStream(story.pathwayId());
        assertThat(kept)
                .extracting(KeptRefusal::rule)
                .containsExactly(
                        "INV-09",
                        "INV-68",
                        "INV-15",
                        "INV-19",
                        "INV-34",
                        "INV-01",
                        "INV-40",
                        "REF-SIGNATURE",
                        "INV-20",
                        "INV-03",
                        "INV-49",
                        "INV-50",
                        "INV-50",
                        "INV-68");
        assertThat(kept).allSatisfy(refusal -> {
            assertThat(refusal.commandJson()).isNotBlank();
            assertThat(refusal.actor()).isNotBlank();
            assertThat(refusal.policyVersion()).isEqualTo("default-1");
        });
        String patientId = story.state().path("patientId").asString();
        assertThat(context.getBean(JdbcAccessLog.class)
                        .ofPatient(patientId, START, Instant.parse("2028-01-01T00:00:00Z")))
                .isNotEmpty()
                .allSatisfy(access -> {
                    assertThat(access.actor()).isEqualTo(Clinic.SURGEON);
                    assertThat(access.purpose()).isEqualTo("TREAT");
                    assertThat(access.outcome()).isEqualTo("SHOWN");
                });
    }
}
