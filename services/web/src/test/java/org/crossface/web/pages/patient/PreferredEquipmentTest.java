package org.crossface.web.pages.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture.KnownReference;
import org.crossface.pathway.scheduling.events.EquipmentReserved;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.vocabulary.CouplerSize;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.junit.jupiter.api.Test;

/** The form that reserves equipment begins with the surgeon's preference card. */
class PreferredEquipmentTest {

    /** The accountable surgeon of the booked operation has a card for stage one alone. */
    private static final KnownReference REFERENCE = new KnownReference() {
        @Override
        public Map<Stage, PreferenceCard> preferenceCards(String practitionerId) {
            return practitionerId.equals(surgeon())
                    ? Map.of(
                            Stage.ONE,
                            new PreferenceCard(
                                    List.of("microscope-1", "microscope-far", "microscope-old", "microscope-2"),
                                    List.of(CouplerSize.MM_2_5),
                                    List.of(surgeon(), "surgeon-lind")))
                    : Map.of();
        }
    };

    private static String surgeon() {
        return PathwayState.of(Histories.stageOneScheduled())
                .schedule()
                .cases()
                .getLast()
                .surgeonIds()
                .getFirst();
    }

    @Test
    void theDevicesOfTheCentreThatAreInUseAreProposedAndTheSurgeonIsNoSecondTeam() {
        assertThat(PreferredEquipment.of(PathwayState.of(Histories.stageOneScheduled()), REFERENCE))
                .isEqualTo(Map.of(
                        "devices[0]", List.of("microscope-1"),
                        "devices[1]", List.of("microscope-2"),
                        "secondTeam[0]", List.of("surgeon-lind"),
                        "couplerSizes", List.of("MM_2_5")));
    }

    @Test
    void nothingIsProposedWithoutACardOrOverWhatIsReserved() {
        assertThat(PreferredEquipment.of(PathwayState.of(Histories.stageOneScheduled()), new KnownReference()))
                .isEmpty();
        List<PathwayEvent> facts = new ArrayList<>(Histories.stageOneScheduled());
        facts.add(new EquipmentReserved(
                Histories.PATHWAY,
                "needs",
                Histories.time("2025-01-10T09:00"),
                "case-1",
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of("microscope-1")));
        assertThat(PreferredEquipment.of(PathwayState.of(facts), REFERENCE)).isEmpty();
    }
}
