package org.crossface.pathway.scheduling.booking;

import java.util.List;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.surgery.vocabulary.CouplerSize;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What may be reserved for an operation beside room and surgeons, and where it may take place. */
class NeedsTest {

    private static final String FIRST = "microscope-1";
    private static final String SECOND = "microscope-2";

    private static ReserveEquipment needs(
            DayOfSurgery day, String caseId, List<String> devices, List<String> team, @Nullable String anesthetist) {
        return new ReserveEquipment(
                "pathway-1", day.at("05:00"), caseId, devices, List.of(CouplerSize.MM_2_5), team, anesthetist);
    }

    @Test
    @Tag("SEQ-EQUIPMENT")
    void devicesAndPeopleAreNamedOnceAndAreNotTheSurgeons() {
        DayOfSurgery day = DayOfSurgery.stageTwo();
        String id = day.caseId();
        day.allows(needs(day, id, List.of(FIRST, SECOND), List.of("surgeon-lind"), "user-AN"));
        day.refuses("SEQ-EQUIPMENT", "devices", needs(day, id, List.of(FIRST, FIRST), List.of(), null));
        day.refuses(
                "SEQ-EQUIPMENT",
                "secondTeam",
                needs(day, id, List.of(), List.of("surgeon-lind", "surgeon-lind"), null));
        day.refuses("SEQ-EQUIPMENT", "secondTeam", needs(day, id, List.of(), List.of(DayOfSurgery.SURGEON), null));
        day.refuses("SEQ-EQUIPMENT", "anesthetist", needs(day, id, List.of(), List.of(), DayOfSurgery.SURGEON));
    }

    @Test
    @Tag("REF-DEVICE")
    void aDeviceIsRegisteredHereAndInUse() {
        DayOfSurgery day = DayOfSurgery.stageTwo();
        String id = day.caseId();
        for (String missing : List.of("microscope-9", "microscope-far", "microscope-old")) {
            day.refuses("REF-DEVICE", "devices", needs(day, id, List.of(FIRST, missing), List.of(), null));
        }
        day.allows(needs(day, id, List.of(FIRST), List.of(), null));
    }

    @Test
    @Tag("SEQ-SCHEDULED")
    void equipmentIsReservedForAnOperationThatIsBooked() {
        DayOfSurgery day = DayOfSurgery.stageTwo();
        day.refuses("SEQ-SCHEDULED", "caseId", needs(day, "case-unknown", List.of(FIRST), List.of(), null));
    }
}
