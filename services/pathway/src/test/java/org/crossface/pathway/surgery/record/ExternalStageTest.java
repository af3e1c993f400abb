package org.crossface.pathway.surgery.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
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
}
