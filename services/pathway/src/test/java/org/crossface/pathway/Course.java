package org.crossface.pathway;

import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.events.RehabilitationStarted;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.events.DonorBranchCoapted;
import org.crossface.pathway.surgery.events.GraftTunnelledAndBanked;
import org.crossface.pathway.surgery.events.ObturatorToGraftCoapted;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.SuralNerveHarvested;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * The course of one pathway as a test writes it: facts that were, then one command. The dates are those of the textbook patient: stage one
 * on 2025-01-14, stage two on 2025-10-07, at the surgery centre in Los Angeles.
 */
public final class Course {

    public static final LocalDate STAGE_ONE = LocalDate.of(2025, 1, 14);
    public static final LocalDate STAGE_TWO = LocalDate.of(2025, 10, 7);

    private final List<PathwayEvent> facts = new ArrayList<>();

    private Course() {}

    /** A course that begins with the referral. */
    public static Course referred() {
        return new Course().and(PatientReferred.class, "2024-11-05", Map.of("zone", "America/Los_Angeles"));
    }

    /** A course that begins with these facts. */
    public static Course of(List<PathwayEvent> facts) {
        Course course = new Course();
        course.facts.addAll(facts);
        return course;
    }

    /** Until a graft of 14.5 cm was banked. */
    public static Course stageOneDone() {
        return referred()
                .and(SuralNerveHarvested.class, "2025-01-14", Map.of("lengthCm", 14.5, "caseId", "case-1"))
                .and(DonorBranchCoapted.class, "2025-01-14", Map.of("caseId", "case-1"))
                .and(GraftTunnelledAndBanked.class, "2025-01-14", Map.of("caseId", "case-1"))
                .and(PatientDischarged.class, "2025-01-14", Map.of("caseId", "case-1"))
                .and(
                        StageOneCompleted.class,
                        "2025-01-14",
                        Map.of("operatedOn", STAGE_ONE, "caseId", "case-1", "graftedLengthCm", 14.5));
    }

    /** Until the muscle was transferred. */
    public static Course stageTwoDone() {
        return stageOneDone()
                .and(NeurotizationConfirmed.class, "2025-09-02")
                .and(ObturatorToGraftCoapted.class, "2025-10-07", Map.of("caseId", "case-2"))
                .and(
                        StageTwoCompleted.class,
                        "2025-10-07",
                        Map.of("operatedOn", STAGE_TWO, "caseId", "case-2", "secondSurgeonId", ABSENT));
    }

    /** Until therapy started. */
    public static Course inTherapy() {
        return stageTwoDone().and(RehabilitationStarted.class, "2025-10-27", Map.of("dayZero", STAGE_TWO));
    }

    /** With the final set of a visit. */
    public Course assessed(OutcomeVisit visit, String day) {
        Sunnybrook sunnybrook = Sunnybrook.of(List.of(0, 1, 0), List.of(3, 4, 4, 3, 3), List.of(1, 0, 1, 0, 0));
        return and(
                OutcomeAssessed.class,
                day,
                Map.of("visit", visit, "assessment", new Assessment(2, sunnybrook, 8.1, null)));
    }

    /** With one more fact at noon of that day. */
    public Course and(Class<? extends PathwayEvent> fact, String day) {
        return and(fact, day, Map.of());
    }

    /** With one more fact at noon of that day, these components with these values. */
    public Course and(Class<? extends PathwayEvent> fact, String day, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(Map.of("factId", "fact-" + facts.size(), "occurredAt", noon(day)));
        all.putAll(values);
        facts.add(Samples.of(fact, all));
        return this;
    }

    /** The facts so far. */
    public List<PathwayEvent> facts() {
        return List.copyOf(facts);
    }

    /** The state that the facts make. */
    public PathwayState state() {
        return PathwayState.of(facts);
    }

    /** What a surgeon's command at noon of that day comes to. */
    public ResultValidator<CarePathway> when(
            Class<? extends PathwayCommand> command, String day, Map<String, ?> values) {
        return when(Role.SURGEON, command, day, values);
    }

    /** What a command of this role at noon of that day comes to. */
    public ResultValidator<CarePathway> when(
            Role role, Class<? extends PathwayCommand> command, String day, Map<String, ?> values) {
        return when(role, command, noon(day), noon(day), values, null);
    }

    /** What a command of this person at noon of that day comes to. */
    public ResultValidator<CarePathway> when(
            String actorId, Role role, Class<? extends PathwayCommand> command, String day, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(Map.of("occurredAt", noon(day)));
        all.putAll(values);
        return PathwayFixture.at(noon(day).toInstant())
                .given(facts)
                .when(Samples.of(command, all), PathwayFixture.as(actorId, role));
    }

    /** What a command comes to that is given later than what it tells of. */
    public ResultValidator<CarePathway> when(
            Role role,
            Class<? extends PathwayCommand> command,
            OffsetDateTime occurredAt,
            OffsetDateTime now,
            Map<String, ?> values,
            @Nullable String lateReason) {
        Map<String, Object> all = new HashMap<>(Map.of("occurredAt", occurredAt));
        all.putAll(values);
        Map<String, String> metadata = new HashMap<>(PathwayFixture.as(role));
        metadata.put(Metadata.ROLE, role.name());
        if (lateReason != null) {
            metadata.put(CircumstancesResolver.LATE_REASON, lateReason);
        }
        FixtureConfiguration<CarePathway> fixture = PathwayFixture.at(now.toInstant());
        return fixture.given(facts).when(Samples.of(command, all), metadata);
    }

    /** Noon of that day at the surgery centre. */
    public static OffsetDateTime noon(String day) {
        return LocalDate.parse(day)
                .atTime(12, 0)
                .atZone(ZoneId.of("America/Los_Angeles"))
                .toOffsetDateTime();
    }
}
