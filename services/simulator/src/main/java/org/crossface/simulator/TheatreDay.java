package org.crossface.simulator;

import static org.crossface.simulator.Staff.ANESTHESIOLOGIST;
import static org.crossface.simulator.Staff.OR_NURSE;
import static org.crossface.simulator.Staff.PREOP_NURSE;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.crossface.simulator.Theatres.Slot;

/** The day of surgery, from admission to the arrival in recovery. */
final class TheatreDay {

    private static final List<String> TEAM = List.of("SURGEON", "ANESTHESIOLOGIST", "OR_NURSE");

    /** Minutes before the incision. */
    private static final int ANTIBIOTIC_BEFORE = 25;

    /** Cefazolin is given again every four hours until closure. */
    private static final int ANTIBIOTIC_AGAIN = 235;

    private final Course course;
    private final World world;
    private final Operation operation;
    private final Slot slot;
    private final String caseId;

    TheatreDay(Course course, Operation operation, Slot slot, String caseId) {
        this.course = course;
        this.world = course.world();
        this.operation = operation;
        this.slot = slot;
        this.caseId = caseId;
    }

    /** Plans the day. */
    void follow() {
        OffsetDateTime start = World.at(slot.day(), slot.start());
        OffsetDateTime incision = start.plusMinutes(minutes(20, 40));
        beforeTheatre(start);
        plan(incision.minusMinutes(28), PREOP_NURSE, "verify-fasting", fasting(start));
        plan(incision.minusMinutes(22), ANESTHESIOLOGIST, "induce-anesthesia", "technique", "GENERAL_INTRAVENOUS");
        plan(incision.minusMinutes(4), OR_NURSE, "complete-time-out", timeOut(incision));
        plan(incision, OR_NURSE, "make-incision");
        OffsetDateTime closed = switch (operation) {
            case STAGE_ONE -> graft(incision);
            case STAGE_TWO -> transfer(incision);
        };
        repeatAntibiotic(incision, closed);
        plan(closed, OR_NURSE, "close-incision");
        plan(closed.plusMinutes(6), OR_NURSE, "complete-sign-out", signOut());
        plan(closed.plusMinutes(9), ANESTHESIOLOGIST, "record-emergence");
        new Recovery(course, operation, slot, caseId).follow(closed.plusMinutes(15));
    }

    private String surgeon() {
        return Staff.userOf(slot.surgeon());
    }

    private int minutes(int low, int high) {
        return slot.brisk() ? low : world.between(low, high);
    }

    private void beforeTheatre(OffsetDateTime start) {
        plan(
                start.minusMinutes(80),
                PREOP_NURSE,
                "admit-patient",
                "identifiersChecked",
                2,
                "allergiesConfirmed",
                true,
                "preSurgicalAssessmentBy",
                "Pre-op nurse",
                "medicationConfirmed",
                true);
        if (course.mishap(0.05)) {
            NearMiss.follow(course, start.minusMinutes(70), consentRead(course.healthy()));
        }
        plan(start.minusMinutes(65), PREOP_NURSE, "verify-consent", consentRead(course.paralysed()));
        if (world.chance(0.05)) {
            OffsetDateTime early = start.minusMinutes(55);
            course.plan(early, () -> attempt(early, OR_NURSE, "complete-sign-in", signIn()));
        }
        plan(
                start.minusMinutes(45),
                surgeon(),
                "mark-sites",
                "sites",
                marks(),
                "surgeonId",
                slot.surgeon(),
                "patientAwake",
                true);
        plan(start.minusMinutes(18), OR_NURSE, "complete-sign-in", signIn());
    }

    private Object[] consentRead(String faceSide) {
        return new Object[] {
            "type", "SURGICAL", "stage", operation.stage(), "faceSide", faceSide, "donorSide", donorSide()
        };
    }

    private String donorSide() {
        return operation == Operation.STAGE_ONE ? course.leg() : course.thigh();
    }

    private List<Map<String, String>> marks() {
        return operation == Operation.STAGE_ONE
                ? List.of(
                        Map.of("anatomy", "FACE", "side", course.paralysed()),
                        Map.of("anatomy", "DONOR_BRANCH", "side", course.healthy()),
                        Map.of("anatomy", "LEG", "side", course.leg()))
                : List.of(
                        Map.of("anatomy", "FACE", "side", course.paralysed()),
                        Map.of("anatomy", "THIGH", "side", course.thigh()));
    }

    static Object[] signIn() {
        return new Object[] {
            "identifiersChecked", 2,
            "procedureConfirmed", true,
            "consentConfirmed", true,
            "machineAndDrugsChecked", true,
            "pulseOximeterOn", true,
            "allergiesKnown", true,
            "difficultAirway", false,
            "bloodLossRisk", false,
            "participants", TEAM
        };
    }

    private Object[] fasting(OffsetDateTime start) {
        if (course.history().takesGlp1()) {
            return new Object[] {
                "lastClearAt", start.minusHours(4).toString(),
                "lastLightMealAt", start.minusHours(27).toString(),
                "lastFullMealAt", start.minusHours(30).toString()
            };
        }
        return new Object[] {
            "lastClearAt", start.minusHours(3).toString(),
            "lastLightMealAt", start.minusHours(11).toString(),
            "lastFullMealAt", start.minusHours(13).toString()
        };
    }

    private Object[] timeOut(OffsetDateTime incision) {
        boolean one = operation == Operation.STAGE_ONE;
        return Fields.of(
                "faceSide",
                course.paralysed(),
                "donorBranchSide",
                one ? course.healthy() : null,
                "legSide",
                one ? course.leg() : null,
                "thighSide",
                one ? null : course.thigh(),
                "teamIntroduced",
                true,
                "patientConfirmed",
                true,
                "procedureConfirmed",
                true,
                "antibioticAt",
                incision.minusMinutes(ANTIBIOTIC_BEFORE).toString(),
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
                one ? 215 : 470,
                "expectedBloodLossMl",
                one ? 50 : 150,
                "sterilityConfirmed",
                true,
                "asaClass",
                2,
                "participants",
                TEAM);
    }

    private void repeatAntibiotic(OffsetDateTime incision, OffsetDateTime closed) {
        if (!course.history().antibiotic().equals("CEFAZOLIN")) {
            return;
        }
        OffsetDateTime again = incision.minusMinutes(ANTIBIOTIC_BEFORE).plusMinutes(ANTIBIOTIC_AGAIN);
        while (again.isBefore(closed)) {
            plan(
                    again,
                    ANESTHESIOLOGIST,
                    "give-drug",
                    "purpose",
                    "ANTIBIOTIC",
                    "antibiotic",
                    "CEFAZOLIN",
                    "dose",
                    "2 g");
            again = again.plusMinutes(ANTIBIOTIC_AGAIN);
        }
    }

    static Object[] signOut() {
        return new Object[] {
            "procedureRecorded", true, "counts", "CORRECT", "specimensLabelled", true, "participants", TEAM
        };
    }

    /** Stage one: the sural nerve becomes the cross-facial graft. Returns the end of closure. */
    private OffsetDateTime graft(OffsetDateTime incision) {
        double harvested = world.normal(14.5, 1.3, 11.0, 19.0, 0.1);
        double grafted = world.normal(harvested - 0.6, 0.2, harvested - 1.2, harvested, 0.1);
        course.graftIs(grafted);
        plan(
                incision.plusMinutes(48),
                surgeon(),
                "record-sural-harvest",
                "legSide",
                course.leg(),
                "lengthCm",
                harvested,
                "technique",
                world.oneOf(List.of("ENDOSCOPIC", "STAIR_STEP_INCISIONS", "TENDON_STRIPPER")),
                "incisions",
                3,
                "reversed",
                true,
                "level",
                world.chance(0.7) ? "UPPER_PART_SPARED" : "WHOLE_LENGTH");
        OffsetDateTime coapted = incision.plusMinutes(minutes(112, 130));
        if (world.chance(0.06)) {
            course.plan(
                    coapted.minusMinutes(1),
                    () -> attempt(
                            coapted.minusMinutes(1),
                            surgeon(),
                            "record-donor-coaptation",
                            coaptation(course.paralysed())));
        }
        plan(coapted, surgeon(), "record-donor-coaptation", coaptation(course.healthy()));
        plan(
                coapted.plusMinutes(35),
                surgeon(),
                "record-banking",
                "route",
                "UPPER_LIP",
                "distalSide",
                course.paralysed(),
                "location",
                "UPPER_GINGIVOBUCCAL_SULCUS",
                "tunnelLengthCm",
                world.normal(11.0, 0.8, 8.0, 14.0, 0.1),
                "tagged",
                true);
        OffsetDateTime closed = coapted.plusMinutes(minutes(75, 105));
        plan(
                closed.plusMinutes(2),
                surgeon(),
                "complete-stage-one",
                "graftedLengthCm",
                grafted,
                "bloodLossMl",
                world.between(20, 90),
                "operationNoteRef",
                "note-" + caseId);
        signRecord(closed);
        return closed;
    }

    /** Stage two: the gracilis muscle is joined to vessels and graft. Returns the end of closure. */
    private OffsetDateTime transfer(OffsetDateTime incision) {
        OffsetDateTime divided = incision.plusMinutes(world.between(130, 165));
        OffsetDateTime reperfused = divided.plusMinutes(world.between(72, 128));
        plan(divided.plusMinutes(4), surgeon(), "record-gracilis-harvest", muscle(divided));
        plan(reperfused.minusMinutes(25), surgeon(), "record-anastomosis", anastomosis("ARTERIAL"));
        plan(reperfused.minusMinutes(6), surgeon(), "record-anastomosis", anastomosis("VENOUS"));
        plan(
                reperfused.plusMinutes(1),
                surgeon(),
                "record-reperfusion",
                "reperfusedAt",
                reperfused.toString(),
                "bleedingEdge",
                true);
        plan(
                reperfused.plusMinutes(40),
                surgeon(),
                "record-nerve-coaptation",
                "faceSide",
                course.paralysed(),
                "motorNerve",
                course.treatment().motorNerve(),
                "type",
                "END_TO_END");
        plan(
                reperfused.plusMinutes(85),
                surgeon(),
                "record-inset",
                "faceSide",
                course.paralysed(),
                "origin",
                "ZYGOMA",
                "insertion",
                "MODIOLUS_AND_UPPER_LIP",
                "vectors",
                2,
                "tension",
                "NORMAL");
        OffsetDateTime closed = reperfused.plusMinutes(world.between(140, 170));
        plan(
                closed.plusMinutes(2),
                surgeon(),
                "complete-stage-two",
                "bloodLossMl",
                world.between(60, 220),
                "operationNoteRef",
                "note-" + caseId,
                "dopplerSiteMarked",
                true,
                "drain",
                world.chance(0.4));
        signRecord(closed);
        course.stageTwoWasOn(slot.day());
        FlapWatch.follow(course, caseId, reperfused, closed);
        return closed;
    }

    private Object[] muscle(OffsetDateTime divided) {
        return new Object[] {
            "thighSide", course.thigh(),
            "lengthCm", world.normal(10.0, 0.8, 8.0, 13.0, 0.1),
            "widthCm", world.normal(3.2, 0.3, 2.4, 4.5, 0.1),
            "weightG", world.normal(24, 4, 15, 40, 1),
            "pedicleArteryMm", world.normal(1.5, 0.2, 1.0, 2.0, 0.1),
            "veins", world.between(1, 2),
            "nerveLengthCm", world.normal(7.0, 1.0, 4.0, 10.0, 0.1),
            "pedicleDividedAt", divided.toString()
        };
    }

    private Object[] anastomosis(String kind) {
        return Fields.of(
                "kind",
                kind,
                "recipientVessel",
                "FACIAL",
                "faceSide",
                course.paralysed(),
                "technique",
                kind.equals("VENOUS") ? "COUPLER" : "HAND_SEWN",
                "configuration",
                "END_TO_END",
                "couplerMm",
                kind.equals("VENOUS") ? 2.0 : null,
                "patencyConfirmed",
                true);
    }

    private Object[] coaptation(String side) {
        return new Object[] {
            "faceSide",
            side,
            "branch",
            "BUCCAL",
            "type",
            "END_TO_END",
            "count",
            1,
            "stimulationConfirmed",
            true,
            "suture",
            "10-0 nylon",
            "glue",
            true
        };
    }

    private void signRecord(OffsetDateTime closed) {
        plan(closed.plusHours(world.between(2, 30)), surgeon(), "sign-operation-record", "surgeonId", slot.surgeon());
    }

    private void plan(OffsetDateTime when, String user, String command, Object... fields) {
        course.plan(when, user, command, withCase(command, fields));
    }

    private void attempt(OffsetDateTime when, String user, String command, Object... fields) {
        course.attempt(when, user, command, withCase(command, fields));
    }

    private Object[] withCase(String command, Object... fields) {
        return command.equals("verify-consent") ? fields : Fields.and(fields, "caseId", caseId);
    }
}
