package org.crossface.pathway.surgery.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.Refused;
import org.crossface.pathway.Samples;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.neurotization.GraftStatus;
import org.crossface.pathway.recovery.events.FlapLost;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExternalStageTest {

    @Test
    @Tag("INV-21")
    void ofAMonthTheLastDayCounts() {
        DayOfSurgery day = DayOfSurgery.stageOne();
        day.when(attestation(day, "2024-06", FaceSide.RIGHT, FaceSide.LEFT)).expectState(pathway -> {
            assertThat(pathway.state().phase()).isEqualTo(Phase.NEUROTIZING);
            assertThat(pathway.state().operations().stageOneDate()).contains(LocalDate.of(2024, 6, 30));
            assertThat(pathway.state().graft().banked()).isTrue();
            assertThat(pathway.state().graft().growth().insertedMm()).isNull();
            assertThat(pathway.state().schedule().caseOf(Stage.ONE)).isEmpty();
        });
    }

    @Test
    @Tag("INV-01")
    @Tag("INV-02")
    void theAttestedSidesFitThePatient() {
        DayOfSurgery day = DayOfSurgery.stageOne();
        day.refuses("INV-01", "donorSide", attestation(day, "2024-06-11", FaceSide.LEFT, FaceSide.LEFT));
        day.refuses("INV-02", "bankSide", attestation(day, "2024-06-11", FaceSide.RIGHT, FaceSide.RIGHT));
        day.allows(attestation(day, "2024-06-11", FaceSide.RIGHT, FaceSide.LEFT));
    }

    @Test
    @Tag("INV-61")
    void theOperationLiesInThePast() {
        DayOfSurgery day = DayOfSurgery.stageOne();
        day.refuses("INV-61", "operatedOn", attestation(day, "2025-01", FaceSide.RIGHT, FaceSide.LEFT));
        day.refuses("INV-61", "operatedOn", attestation(day, "2024-13", FaceSide.RIGHT, FaceSide.LEFT));
        day.allows(attestation(day, "2025-01-13", FaceSide.RIGHT, FaceSide.LEFT));
    }

    @Test
    @Tag("SEQ-ATTESTATION")
    void aStageOneThatWasDoneHereIsNotAttested() {
        DayOfSurgery day = DayOfSurgery.stageOne()
                .upToIncision()
                .harvested()
                .coapted()
                .banked()
                .completed();
        day.refuses("SEQ-ATTESTATION", "", attestation(day, "2024-06-11", FaceSide.RIGHT, FaceSide.LEFT));
    }

    @Test
    @Tag("REF-SURGEON")
    void aSurgeonOfThisCentreAttests() {
        DayOfSurgery day = DayOfSurgery.stageOne();
        day.refuses("REF-SURGEON", "surgeonId", attestationBy(day, "surgeon-elsewhere"));
        day.allows(attestationBy(day, DayOfSurgery.SURGEON));
    }

    private static AttestExternalStage attestationBy(DayOfSurgery day, String surgeon) {
        return new AttestExternalStage(
                "pathway-1",
                day.at("09:00"),
                "Other Hospital",
                "2024-06-11",
                FaceSide.RIGHT,
                FaceSide.LEFT,
                null,
                "note-ext",
                surgeon,
                null);
    }

    private static AttestExternalStage attestation(DayOfSurgery day, String date, FaceSide donor, FaceSide bank) {
        return new AttestExternalStage(
                "pathway-1",
                day.at("09:00"),
                "Other Hospital",
                date,
                donor,
                bank,
                null,
                "note-ext",
                DayOfSurgery.SURGEON,
                null);
    }

    private static Map<String, Object> muscle(Object... more) {
        Map<String, Object> values = new HashMap<>(Map.<String, Object>of(
                "operatedOn",
                "2025-10-07",
                "faceSide",
                FaceSide.LEFT,
                "thighSide",
                BodySide.LEFT,
                "motorNerve",
                MotorNerve.CROSS_FACIAL_GRAFT,
                "surgeonId",
                DayOfSurgery.SURGEON));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return values;
    }

    private static Course grafted() {
        return Course.stageOneDone()
                .and(ParalysisCharacterised.class, "2024-11-06", Map.of("paralysedSide", ParalysedSide.LEFT));
    }

    private static ResultValidator<CarePathway> attested(Course course, Map<String, Object> entry) {
        return course.when(DayOfSurgery.SURGEON, Role.SURGEON, AttestExternalStageTwo.class, "2025-11-04", entry);
    }

    @Test
    @Tag("INV-03")
    @Tag("INV-61")
    @Tag("REF-SIGNATURE")
    @Tag("SEQ-ATTESTATION")
    void aMuscleFromElsewhereLiesOnAParalysedSideAfterItsGraft() {
        attested(grafted(), muscle("faceSide", FaceSide.RIGHT)).expectException(Refused.by("INV-03", "faceSide"));
        attested(grafted(), muscle("operatedOn", "2025-11")).expectException(Refused.by("INV-61", "operatedOn"));
        attested(grafted(), muscle("surgeonId", "surgeon-lind"))
                .expectException(Refused.by("REF-SIGNATURE", "surgeonId"));
        attested(grafted(), muscle("operatedOn", "2025-01-13"))
                .expectException(Refused.by("SEQ-ATTESTATION", "operatedOn"));
        attested(grafted(), muscle("operatedOn", "2025-01-13", "motorNerve", MotorNerve.MASSETERIC))
                .expectSuccessfulHandlerExecution();
        attested(grafted(), muscle()).expectSuccessfulHandlerExecution().expectState(pathway -> {
            assertThat(pathway.state().phase()).isEqualTo(Phase.STAGE2_DONE);
            assertThat(pathway.state().graft().status()).isEqualTo(GraftStatus.USED_IN_STAGE_TWO);
        });
    }

    @Test
    @Tag("INV-64")
    @Tag("INV-08")
    void aMuscleFromElsewhereTakesNobodysPlace() {
        Course placed = grafted()
                .and(GracilisHarvested.class, "2025-09-02", Map.of("caseId", "case-2", "thighSide", BodySide.LEFT));
        attested(placed, muscle("thighSide", BodySide.RIGHT)).expectException(Refused.by("INV-64", "faceSide"));
        attested(placed, muscle()).expectException(Refused.by("INV-08", "thighSide"));
        attested(
                        placed.and(FlapLost.class, "2025-09-03", Map.of("caseId", "case-2")),
                        muscle("thighSide", BodySide.RIGHT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-ATTESTATION")
    void anOperationThatIsUnderWayHereIsNotAttestedAsDoneElsewhere() {
        DayOfSurgery one = DayOfSurgery.stageOne();
        one.allows(attestation(one, "2024-06-11", FaceSide.RIGHT, FaceSide.LEFT));
        one.upToIncision()
                .refuses("SEQ-ATTESTATION", "", attestation(one, "2024-06-11", FaceSide.RIGHT, FaceSide.LEFT));
        DayOfSurgery two = DayOfSurgery.stageTwo();
        two.allows(muscleElsewhere(two));
        two.upToIncision().refuses("SEQ-ATTESTATION", "", muscleElsewhere(two));
    }

    private static AttestExternalStageTwo muscleElsewhere(DayOfSurgery day) {
        return Samples.of(
                AttestExternalStageTwo.class,
                muscle("occurredAt", day.at("09:00"), "operatedOn", "2025-09-20", "thighSide", BodySide.RIGHT));
    }
}
