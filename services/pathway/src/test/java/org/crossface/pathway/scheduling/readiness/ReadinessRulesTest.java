package org.crossface.pathway.scheduling.readiness;

import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.Refused;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.events.PreOpItemRecorded;
import org.crossface.pathway.scheduling.vocabulary.EscortRelation;
import org.crossface.pathway.scheduling.vocabulary.PreOpItem;
import org.crossface.pathway.scheduling.vocabulary.PreOpResult;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReadinessRulesTest {

    private static final String DAY = "2025-01-08";
    private static final OffsetDateTime FROM = Course.noon("2025-01-14");

    @Test
    @Tag("SEQ-ASA")
    void anesthesiaIsAssessedForAnOperationThatIsPlanned() {
        Map<String, Object> assessment = Map.of("stage", Stage.ONE, "asaClass", 2, "mallampati", 2);
        Course.of(Histories.approved())
                .when(Role.ANESTHESIOLOGIST, AssessAnesthesia.class, DAY, assessment)
                .expectException(Refused.by("SEQ-ASA", "stage"));
        planned()
                .when(Role.ANESTHESIOLOGIST, AssessAnesthesia.class, DAY, assessment)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-PREOP-ITEM")
    void anItemIsWaivedWithAReason() {
        send(planned(), RecordPreOpItem.class, Map.of("result", PreOpResult.WAIVED, "note", " "))
                .expectException(Refused.by("SEQ-PREOP-ITEM", "note"));
        send(planned(), RecordPreOpItem.class, Map.of("result", PreOpResult.WAIVED, "note", "Menopause"))
                .expectSuccessfulHandlerExecution();
        send(planned(), RecordPreOpItem.class, Map.of("result", PreOpResult.PASS, "note", ABSENT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-CLEARANCE")
    void nobodyIsClearedWithoutAnAnestheticAssessment() {
        Course course = planned();
        send(course, GrantClearance.class, Map.of("stage", Stage.ONE))
                .expectException(Refused.by("SEQ-CLEARANCE", "stage"));
        course.and(AnesthesiaAssessed.class, DAY, Map.of("stage", Stage.ONE));
        send(course, GrantClearance.class, Map.of("stage", Stage.ONE)).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-CLEARANCE")
    void nobodyIsClearedWithAFailedItem() {
        Course course = planned().and(AnesthesiaAssessed.class, DAY, Map.of("stage", Stage.ONE));
        course.and(PreOpItemRecorded.class, DAY, item(PreOpResult.FAIL));
        send(course, GrantClearance.class, Map.of("stage", Stage.ONE))
                .expectException(Refused.by("SEQ-CLEARANCE", "stage"));
        course.and(PreOpItemRecorded.class, DAY, item(PreOpResult.WAIVED));
        send(course, GrantClearance.class, Map.of("stage", Stage.ONE)).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-40")
    void aDriverForHireIsNotNamedAsEscort() {
        send(planned(), NameEscort.class, Map.of("relation", EscortRelation.TAXI_OR_RIDE_SHARE))
                .expectException(Refused.by("INV-40", "relation"));
        send(planned(), NameEscort.class, Map.of("relation", EscortRelation.CAREGIVER))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-ESCORT")
    void onlyANamedEscortWithdraws() {
        send(planned(), WithdrawEscort.class, Map.of("stage", Stage.ONE))
                .expectException(Refused.by("SEQ-ESCORT", "stage"));
        send(Course.of(Histories.readyForStageOne()), WithdrawEscort.class, Map.of("stage", Stage.ONE))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("REF-FACILITY")
    void aBedIsReservedInAFacilityThatWeKnowAndForSomeTime() {
        send(planned(), ReserveAftercare.class, bed("facility-unknown", FROM.plusMinutes(1)))
                .expectException(Refused.by("REF-FACILITY", "facilityId"));
        send(planned(), ReserveAftercare.class, bed("facility-harbor", FROM))
                .expectException(Refused.by("REF-FACILITY", "until"));
        send(planned(), ReserveAftercare.class, bed("facility-harbor", FROM.plusMinutes(1)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-AUTHORIZATION")
    void anAuthorizationHasItsNumberAndItsDays() {
        answer(AuthorizationDecision.OBTAINED, ABSENT, "2025-01-14")
                .expectException(Refused.by("SEQ-AUTHORIZATION", "number"));
        answer(AuthorizationDecision.OBTAINED, "A-17", "2025-01-13")
                .expectException(Refused.by("SEQ-AUTHORIZATION", "until"));
        answer(AuthorizationDecision.OBTAINED, "A-17", "2025-01-14").expectSuccessfulHandlerExecution();
        answer(AuthorizationDecision.DENIED, ABSENT, "2025-01-13").expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("REF-SITE")
    void anApprovalNamesASurgeryCentreThatIsRegisteredOrNone() {
        answer(AuthorizationDecision.OBTAINED, "A-17", "2025-01-14", "site-nowhere")
                .expectException(Refused.by("REF-SITE", "coveredSiteId"));
        answer(AuthorizationDecision.OBTAINED, "A-17", "2025-01-14", "site-lakeside")
                .expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> answer(AuthorizationDecision decision, Object number, String until) {
        return answer(decision, number, until, ABSENT);
    }

    private static ResultValidator<CarePathway> answer(
            AuthorizationDecision decision, Object number, String until, Object site) {
        Map<String, Object> values = new HashMap<>();
        values.put("decision", decision);
        values.put("number", number);
        values.put("from", LocalDate.of(2025, 1, 14));
        values.put("until", LocalDate.parse(until));
        values.put("coveredSiteId", site);
        return send(planned(), RecordAuthorization.class, values);
    }

    private static Map<String, Object> item(PreOpResult result) {
        return Map.of("stage", Stage.ONE, "item", PreOpItem.ECG, "result", result);
    }

    private static Map<String, Object> bed(String facility, OffsetDateTime until) {
        return Map.of("stage", Stage.ONE, "facilityId", facility, "from", FROM, "until", until);
    }

    private static Course planned() {
        return Course.of(Histories.planned());
    }

    private static ResultValidator<CarePathway> send(
            Course course, Class<? extends PathwayCommand> command, Map<String, ?> values) {
        return course.when(Role.SURGICAL_COORDINATOR, command, DAY, values);
    }
}
