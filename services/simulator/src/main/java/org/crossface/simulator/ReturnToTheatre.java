package org.crossface.simulator;

import static org.crossface.simulator.Staff.ANESTHESIOLOGIST;
import static org.crossface.simulator.Staff.OR_NURSE;
import static org.crossface.simulator.Staff.PACU_NURSE;
import static org.crossface.simulator.Staff.PREOP_NURSE;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.crossface.simulator.Theatres.Slot;

/** A bleeding into the cheek after the muscle transfer: from the check that finds it to the second arrival in recovery (INV-55). */
final class ReturnToTheatre {

    private static final List<String> TEAM = List.of("SURGEON", "ANESTHESIOLOGIST", "OR_NURSE");

    /** From the check to the arrival in recovery. */
    private static final int MINUTES = 110;

    private final Course course;
    private final Slot slot;
    private final String surgeon;

    ReturnToTheatre(Course course, Slot slot) {
        this.course = course;
        this.slot = slot;
        this.surgeon = Staff.userOf(slot.surgeon());
    }

    /** Plans it, and then the recovery after it. */
    void follow(String caseId, OffsetDateTime found) {
        course.plan(
                found,
                PACU_NURSE,
                "check-flap",
                "caseId",
                caseId,
                "arterial",
                "STRONG",
                "venous",
                "ABSENT",
                "swelling",
                "TENSE",
                "bleeding",
                false,
                "method",
                "HANDHELD_DOPPLER",
                "place",
                "RECOVERY");
        course.plan(found.plusMinutes(4), surgeon, "acknowledge-flap-compromise", "caseId", caseId);
        course.plan(found.plusMinutes(9), surgeon, "confirm-flap-compromise", "caseId", caseId, "cause", "HEMATOMA");
        OffsetDateTime back = found.plusMinutes(15);
        course.plan(back, () -> goBack(caseId, back));
    }

    /** The hematoma is a complication of grade IIIb, since the return under general anesthesia treats it. */
    private void recordHematoma(OffsetDateTime when, String returnCaseId) {
        LocalDate day = when.toLocalDate();
        String complicationId = course.now(
                        when,
                        surgeon,
                        "record-complication",
                        "type",
                        "HEMATOMA",
                        "grade",
                        "IIIB",
                        "disability",
                        false,
                        "stage",
                        "TWO",
                        "site",
                        "FACE_PARALYSED_SIDE",
                        "onsetOn",
                        day.toString(),
                        "related",
                        "RELATED",
                        "operatingCaseId",
                        returnCaseId,
                        "treatment",
                        "Evacuated in theatre")
                .body()
                .path("factIds")
                .path(0)
                .asString();
        LocalDate healed = Weekdays.onOrAfter(day.plusDays(15));
        course.plan(
                World.at(healed, "14:20"),
                surgeon,
                "resolve-complication",
                "complicationId",
                complicationId,
                "resolvedOn",
                healed.toString());
    }

    private void goBack(String indexCaseId, OffsetDateTime back) {
        String caseId = course.now(
                        back,
                        surgeon,
                        "return-to-theatre",
                        "caseId",
                        indexCaseId,
                        "planned",
                        false,
                        "reason",
                        "Hematoma of the cheek, the vein is compressed",
                        "generalAnesthesia",
                        true,
                        "surgeonIds",
                        List.of(slot.surgeon()),
                        "estimatedMinutes",
                        60)
                .body()
                .path("caseId")
                .asString();
        recordHematoma(back, caseId);
        Case again = new Case(caseId, back);
        prepare(again);
        operate(again);
        OffsetDateTime arrival = back.plusMinutes(MINUTES - 15L);
        new Recovery(course, Operation.STAGE_TWO, slot, caseId).followReturn(arrival);
    }

    /** Plans steps of the return, minutes after its begin. */
    private final class Case {

        private final String caseId;
        private final OffsetDateTime begin;

        Case(String caseId, OffsetDateTime begin) {
            this.caseId = caseId;
            this.begin = begin;
        }

        void at(int minutes, String user, String command, Object... fields) {
            course.plan(begin.plusMinutes(minutes), user, command, Fields.and(fields, "caseId", caseId));
        }
    }

    private void prepare(Case back) {
        back.at(
                2,
                surgeon,
                "mark-sites",
                "sites",
                List.of(Map.of("anatomy", "FACE", "side", course.paralysed())),
                "surgeonId",
                slot.surgeon(),
                "patientAwake",
                true);
        back.at(
                3,
                PREOP_NURSE,
                "verify-fasting",
                "lastFullMealAt",
                back.begin.minusHours(30).toString());
        course.plan(
                back.begin.plusMinutes(5),
                PREOP_NURSE,
                "verify-consent",
                "type",
                "SURGICAL",
                "stage",
                "TWO",
                "faceSide",
                course.paralysed(),
                "donorSide",
                course.thigh());
        back.at(8, OR_NURSE, "complete-sign-in", TheatreDay.signIn());
        back.at(14, ANESTHESIOLOGIST, "induce-anesthesia", "technique", "GENERAL_INTRAVENOUS");
        back.at(
                24,
                OR_NURSE,
                "complete-time-out",
                "faceSide",
                course.paralysed(),
                "teamIntroduced",
                true,
                "patientConfirmed",
                true,
                "procedureConfirmed",
                true,
                "antibioticAt",
                back.begin.plusMinutes(16).toString(),
                "antibiotic",
                course.history().antibiotic(),
                "antibioticDose",
                course.history().antibioticDose(),
                "equipmentMissing",
                List.of(),
                "imagesDisplayed",
                true,
                "criticalStepsReviewed",
                true,
                "expectedMinutes",
                60,
                "expectedBloodLossMl",
                100,
                "sterilityConfirmed",
                true,
                "asaClass",
                2,
                "participants",
                TEAM);
    }

    private void operate(Case back) {
        back.at(28, OR_NURSE, "make-incision");
        back.at(66, OR_NURSE, "close-incision");
        back.at(
                70,
                surgeon,
                "complete-as-performed",
                "findings",
                "Hematoma of 40 mL, the vein compressed; artery open",
                "performed",
                "Hematoma evacuated, drain placed",
                "bloodLossMl",
                60,
                "operationNoteRef",
                "note-" + back.caseId);
        back.at(74, OR_NURSE, "complete-sign-out", TheatreDay.signOut());
        back.at(80, ANESTHESIOLOGIST, "record-emergence");
        back.at(110, surgeon, "record-flap-salvage", "treatment", "Hematoma evacuated, the vein is free");
        back.at(200, surgeon, "sign-operation-record", "surgeonId", slot.surgeon());
    }
}
