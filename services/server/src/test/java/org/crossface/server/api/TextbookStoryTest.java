package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.platform.api.Role.AFTERCARE_NURSE;
import static org.crossface.platform.api.Role.ANESTHESIOLOGIST;
import static org.crossface.platform.api.Role.OR_NURSE;
import static org.crossface.platform.api.Role.PACU_NURSE;
import static org.crossface.platform.api.Role.PREOP_NURSE;
import static org.crossface.platform.api.Role.SURGEON;
import static org.crossface.platform.api.Role.SURGICAL_COORDINATOR;
import static org.crossface.platform.api.Role.THERAPIST;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.crossface.audit.access.JdbcAccessLog;
import org.crossface.audit.refusals.JdbcRefusals;
import org.crossface.audit.refusals.KeptRefusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Story SC-01 from the referral to the outcome, through HTTP, each step in the role and at the time of the clinic. */
@Tag("SC-01")
class TextbookStoryTest extends RunningServer {

    private static final List<String> TEAM = List.of("SURGEON", "ANESTHESIOLOGIST", "OR_NURSE");
    private static final List<String> CLEARANCE_ITEMS = List.of(
            "HISTORY_AND_PHYSICAL",
            "ALLERGIES",
            "LABORATORY",
            "MEDICATION_PLAN",
            "NICOTINE_FREE",
            "FIRST_NIGHT_DISTANCE",
            "CONSENTS",
            "PHOTOGRAPHS_AND_PLAN",
            "PRIVILEGES",
            "TRANSFER_AGREEMENT");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Test
    void theTextbookPathAndItsRefusals(@Autowired ApplicationContext context) {
        Clinic clinic = new Clinic(http());
        clinic.registerStandingData();
        Story story = new Story(clinic);
        play(story);

        assertThat(story.state().path("phase").asString()).isEqualTo("COMPLETED");
        isPublishedByPhase(story.state());
        assertThat(story.accepted()).isGreaterThan(100);
        assertThat(story.refused()).isEqualTo(11);
        everyRefusalAndReadIsKept(context, story);
    }

    /** Plays the whole story. */
    static void play(Story story) {
        story.begin("2024-11-05 09:00", "LEFT");
        evaluation(story);
        stageOne(story);
        neurotization(story);
        stageTwo(story);
        rehabilitation(story);
    }

    private static void evaluation(Story story) {
        story.ok(
                "2024-11-05 10:00",
                SURGICAL_COORDINATOR,
                "schedule-evaluation",
                "visitAt",
                "2024-11-19T09:00:00-08:00",
                "mode",
                "IN_PERSON");
        story.ok(
                "2024-11-19 09:10",
                SURGEON,
                "record-goals",
                "goals",
                "smile without thinking",
                "priorities",
                List.of("SPONTANEOUS_SMILE"));
        story.no("INV-09", "2024-11-19 09:15", SURGEON, "complete-evaluation");
        story.ok(
                "2024-11-19 09:20",
                SURGEON,
                "characterise-paralysis",
                "paralysedSide",
                "LEFT",
                "cause",
                "BELL_PALSY",
                "onset",
                "2020-09",
                "congenital",
                false,
                "completeness",
                "COMPLETE",
                "houseBrackmann",
                6,
                "radiation",
                false,
                "synkinesis",
                false,
                "emgEvidence",
                false,
                "irreversibleLoss",
                false);
        story.ok(
                "2024-11-19 09:30",
                SURGEON,
                "confirm-healthy-side",
                "testedSide",
                "RIGHT",
                "branch",
                "BUCCAL",
                "smileFunctional",
                true,
                "method",
                "CLINICAL");
        story.ok(
                "2024-11-19 09:40",
                SURGEON,
                "record-assessment",
                "houseBrackmann",
                6,
                "sunnybrookResting",
                List.of(1, 2, 1),
                "sunnybrookVoluntary",
                List.of(1, 1, 1, 1, 1),
                "sunnybrookSynkinesis",
                List.of(0, 0, 0, 0, 0),
                "smileExcursionMm",
                0.4,
                "faceRawSum",
                45);
        JsonNode baseline = story.last("evaluation.baseline-assessed").path("assessment");
        assertThat(baseline.path("sunnybrook").path("rawComposite").asInt(-1)).isZero();
        assertThat(baseline.path("face").path("total").asDouble()).isEqualTo(50.0);
        story.ok("2024-11-19 10:00", SURGEON, "complete-evaluation");
        story.no(
                "INV-68",
                "2024-11-26 14:00",
                SURGICAL_COORDINATOR,
                "decide-candidacy",
                "decision",
                "APPROVE",
                "option",
                "CFNG_GRACILIS_2STAGE",
                "guidelineExceptions",
                List.of());
        story.ok(
                "2024-11-26 15:00",
                SURGEON,
                "decide-candidacy",
                "decision",
                "APPROVE",
                "option",
                "CFNG_GRACILIS_2STAGE",
                "guidelineExceptions",
                List.of());
        assertThat(story.last("planning.candidacy-approved")
                        .path("ageAtDecision")
                        .asInt())
                .isEqualTo(34);
        story.ok(
                "2024-11-26 15:10",
                SURGEON,
                "select-plan",
                "option",
                "CFNG_GRACILIS_2STAGE",
                "stageOneSetting",
                "OUTPATIENT",
                "stageTwoSetting",
                "OUTPATIENT",
                "nerveSource",
                "CFNG",
                "donorLeg",
                "RIGHT",
                "donorThigh",
                "LEFT");
    }

    private static void consent(Story story, String time, String stage, String donorSide) {
        story.ok(
                time,
                SURGEON,
                "obtain-consent",
                "type",
                "SURGICAL",
                "stage",
                stage,
                "procedure",
                "CFNG_GRACILIS_2STAGE",
                "faceSide",
                "LEFT",
                "donorSide",
                donorSide,
                "surgeonId",
                Clinic.SURGEON,
                "setting",
                "OUTPATIENT",
                "signer",
                "PATIENT",
                "signerName",
                "Ada Quill",
                "lacksCapacity",
                false,
                "afterSedation",
                false);
    }

    private static void clearance(Story story, String day, String stage) {
        story.ok(
                day + " 10:00",
                ANESTHESIOLOGIST,
                "assess-anesthesia",
                "stage",
                stage,
                "asaClass",
                2,
                "mallampati",
                2,
                "plan",
                "GENERAL");
        for (String item : CLEARANCE_ITEMS) {
            story.ok(day + " 10:10", PREOP_NURSE, "record-pre-op-item", "stage", stage, "item", item, "result", "PASS");
        }
        story.ok(
                day + " 10:20",
                SURGICAL_COORDINATOR,
                "name-escort",
                "stage",
                stage,
                "name",
                "Ben Quill",
                "phone",
                "555-0100",
                "relation",
                "SPOUSE_OR_PARTNER",
                "overnight",
                true);
        story.ok(day + " 10:30", ANESTHESIOLOGIST, "grant-clearance", "stage", stage);
    }

    private static Object[] slot(String stage, String startsAt, int minutes) {
        return new Object[] {
            "stage",
            stage,
            "startsAt",
            Clinic.at(startsAt).toString(),
            "estimatedMinutes",
            minutes,
            "room",
            "OR-1",
            "surgeonIds",
            List.of(Clinic.SURGEON)
        };
    }

    private static void stageOne(Story story) {
        story.no(
                "INV-15",
                "2024-12-17 12:00",
                SURGICAL_COORDINATOR,
                "schedule-surgery",
                slot("ONE", "2025-01-14 07:30", 240));
        consent(story, "2024-12-17 13:30", "ONE", "RIGHT");
        assertThat(story.last("consent.consent-obtained").path("validUntil").asString())
                .isEqualTo("2025-03-17");
        story.no(
                "INV-19",
                "2024-12-17 14:00",
                SURGICAL_COORDINATOR,
                "schedule-surgery",
                slot("ONE", "2025-01-14 07:30", 240));
        clearance(story, "2024-12-20", "ONE");
        assertThat(story.last("scheduling.clearance-granted").path("validUntil").asString())
                .isEqualTo("2025-01-19");
        String caseId = story.ok(
                        "2024-12-20 11:00",
                        SURGICAL_COORDINATOR,
                        "schedule-surgery",
                        slot("ONE", "2025-01-14 07:30", 240))
                .text("caseId");
        intoTheatre(story, "2025-01-14", "06:10", caseId, "ONE");
        story.ok(
                "2025-01-14 08:40",
                SURGEON,
                "record-sural-harvest",
                "caseId",
                caseId,
                "legSide",
                "RIGHT",
                "lengthCm",
                14.5,
                "technique",
                "ENDOSCOPIC",
                "incisions",
                3,
                "reversed",
                true);
        story.no("INV-01", "2025-01-14 09:25", SURGEON, "record-donor-coaptation", donorCoaptation(caseId, "LEFT"));
        story.ok("2025-01-14 09:30", SURGEON, "record-donor-coaptation", donorCoaptation(caseId, "RIGHT"));
        story.ok(
                "2025-01-14 10:40",
                SURGEON,
                "record-banking",
                "caseId",
                caseId,
                "route",
                "UPPER_LIP",
                "distalSide",
                "LEFT",
                "location",
                "UPPER_GINGIVOBUCCAL_SULCUS",
                "tunnelLengthCm",
                12,
                "tagged",
                true);
        story.ok("2025-01-14 11:38", OR_NURSE, "close-incision", "caseId", caseId);
        story.ok(
                "2025-01-14 11:40",
                SURGEON,
                "complete-stage-one",
                "caseId",
                caseId,
                "graftedLengthCm",
                14.0,
                "bloodLossMl",
                80,
                "operationNoteRef",
                "note-1");
        outOfTheatre(story, "2025-01-14", caseId, "11:45", "11:50", "12:05");
        homeOnTheSameDay(story, caseId);
        afterStageOne(story, caseId);
    }

    private static Object[] donorCoaptation(String caseId, String side) {
        return new Object[] {
            "caseId",
            caseId,
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
            "glue",
            false
        };
    }

    private static void intoTheatre(Story story, String day, String admission, String caseId, String stage) {
        boolean one = stage.equals("ONE");
        String donorSide = one ? "RIGHT" : "LEFT";
        story.ok(
                day + " " + admission,
                PREOP_NURSE,
                "admit-patient",
                "caseId",
                caseId,
                "identifiersChecked",
                2,
                "allergiesConfirmed",
                true,
                "preSurgicalAssessmentBy",
                "Rosa Keller");
        story.ok(
                day + " 06:15",
                PREOP_NURSE,
                "verify-consent",
                "type",
                "SURGICAL",
                "stage",
                stage,
                "faceSide",
                "LEFT",
                "donorSide",
                donorSide);
        story.ok(
                day + " 06:20",
                PREOP_NURSE,
                "verify-fasting",
                "caseId",
                caseId,
                "lastClearAt",
                Clinic.at(day + " 04:00").toString(),
                "lastFullMealAt",
                Clinic.at(day + " 19:00").minusDays(1).toString());
        story.ok(
                day + " 06:40",
                SURGEON,
                "mark-sites",
                "caseId",
                caseId,
                "sites",
                List.of(
                        Map.of("anatomy", "FACE", "side", "LEFT"),
                        Map.of("anatomy", one ? "LEG" : "THIGH", "side", donorSide)),
                "surgeonId",
                Clinic.SURGEON,
                "patientAwake",
                true);
        story.ok(
                day + " 07:12",
                OR_NURSE,
                "complete-sign-in",
                "caseId",
                caseId,
                "identifiersChecked",
                2,
                "procedureConfirmed",
                true,
                "consentConfirmed",
                true,
                "machineAndDrugsChecked",
                true,
                "pulseOximeterOn",
                true,
                "allergiesKnown",
                true,
                "difficultAirway",
                false,
                "bloodLossRisk",
                false,
                "participants",
                TEAM);
        story.ok(
                day + " 07:20",
                ANESTHESIOLOGIST,
                "induce-anesthesia",
                "caseId",
                caseId,
                "technique",
                "GENERAL_INTRAVENOUS");
        if (one) {
            story.no("INV-34", day + " 07:40", SURGEON, "make-incision", "caseId", caseId);
        }
        timeOut(story, day, caseId, one);
        story.ok(day + " 08:00", OR_NURSE, "make-incision", "caseId", caseId);
    }

    private static void timeOut(Story story, String day, String caseId, boolean one) {
        story.ok(
                day + " 07:55",
                OR_NURSE,
                "complete-time-out",
                "caseId",
                caseId,
                "faceSide",
                "LEFT",
                one ? "donorBranchSide" : "thighSide",
                one ? "RIGHT" : "LEFT",
                one ? "legSide" : "thighSide",
                one ? "RIGHT" : "LEFT",
                "teamIntroduced",
                true,
                "patientConfirmed",
                true,
                "procedureConfirmed",
                true,
                "antibioticAt",
                Clinic.at(day + " 07:30").toString(),
                "imagesDisplayed",
                true,
                "criticalStepsReviewed",
                true,
                "expectedMinutes",
                one ? 210 : 420,
                "expectedBloodLossMl",
                150,
                "sterilityConfirmed",
                true,
                "asaClass",
                2,
                "participants",
                TEAM);
    }

    private static void outOfTheatre(
            Story story, String day, String caseId, String signOut, String emergence, String recovery) {
        story.ok(
                day + " " + signOut,
                OR_NURSE,
                "complete-sign-out",
                "caseId",
                caseId,
                "procedureRecorded",
                true,
                "counts",
                "CORRECT",
                "specimensLabelled",
                true,
                "participants",
                TEAM);
        story.ok(day + " " + emergence, ANESTHESIOLOGIST, "record-emergence", "caseId", caseId);
        story.ok(day + " " + recovery, PACU_NURSE, "admit-to-recovery", "caseId", caseId);
    }

    private static Object[] aldrete(String caseId) {
        return new Object[] {
            "caseId",
            caseId,
            "activity",
            2,
            "respiration",
            2,
            "circulation",
            2,
            "consciousness",
            1,
            "oxygenSaturation",
            2
        };
    }

    private static void homeOnTheSameDay(Story story, String caseId) {
        String day = "2025-01-14 ";
        story.ok(day + "12:35", PACU_NURSE, "score-aldrete", aldrete(caseId));
        story.ok(day + "12:45", PACU_NURSE, "enter-phase-two", "caseId", caseId);
        story.ok(day + "14:30", ANESTHESIOLOGIST, "evaluate-anesthesia-recovery", "caseId", caseId, "fit", true);
        story.ok(
                day + "14:50",
                SURGEON,
                "sign-discharge-order",
                "caseId",
                caseId,
                "destination",
                "HOME",
                "surgeonId",
                Clinic.SURGEON);
        instructions(story, day + "15:00", caseId, "FAMILY", "2025-01-21 09:00");
        story.ok(
                day + "15:10",
                PACU_NURSE,
                "score-padss",
                "caseId",
                caseId,
                "variant",
                "PADSS",
                "vitals",
                2,
                "activity",
                2,
                "nausea",
                1,
                "bleeding",
                2,
                "intakeOutput",
                2);
        story.no("INV-40", day + "15:12", PACU_NURSE, "discharge-patient", "caseId", caseId, "destination", "HOME");
        story.ok(
                day + "15:15",
                PACU_NURSE,
                "record-escort-arrival",
                "caseId",
                caseId,
                "name",
                "Ben Quill",
                "kind",
                "FAMILY");
        story.ok(day + "15:25", PACU_NURSE, "discharge-patient", "caseId", caseId, "destination", "HOME");
        JsonNode discharge = story.last("recovery.patient-discharged");
        assertThat(discharge.path("stayMinutes").asInt()).isEqualTo(555);
        assertThat(discharge.path("sameCalendarDay").asBoolean()).isTrue();
    }

    private static void instructions(Story story, String time, String caseId, String receiver, String followUp) {
        story.ok(
                time,
                PACU_NURSE,
                "give-discharge-instructions",
                "caseId",
                caseId,
                "version",
                "v1",
                "teachBack",
                true,
                "language",
                "en",
                "receiver",
                receiver,
                "followUpAt",
                Clinic.at(followUp).toString());
    }

    private static void afterStageOne(Story story, String caseId) {
        story.noTo(
                "surgeon-varga",
                "REF-SIGNATURE",
                "2025-01-14 18:00",
                "sign-operation-record",
                "caseId",
                caseId,
                "surgeonId",
                Clinic.SURGEON);
        story.ok("2025-01-14 18:00", SURGEON, "sign-operation-record", "caseId", caseId, "surgeonId", Clinic.SURGEON);
        story.ok(
                "2025-01-15 10:20",
                AFTERCARE_NURSE,
                "complete-day-one-call",
                "stage",
                "ONE",
                "pain",
                3,
                "nausea",
                0,
                "temperatureCelsius",
                36.8,
                "flags",
                List.of(),
                "disposition",
                "CONTINUE_AT_HOME",
                "note",
                "Outer foot numb");
        story.ok(
                "2025-02-13 10:00",
                AFTERCARE_NURSE,
                "close-surveillance",
                "stage",
                "ONE",
                "kind",
                "SSI30",
                "outcome",
                "NONE");
    }

    private static void tinel(Story story, String time, int millimetres, boolean atEnd) {
        story.ok(time, SURGEON, "assess-tinel", "present", true, "advanceMm", millimetres, "atDistalEnd", atEnd);
    }

    private static void neurotization(Story story) {
        tinel(story, "2025-04-15 11:00", 62, false);
        tinel(story, "2025-07-15 11:00", 118, false);
        story.no(
                "INV-20",
                "2025-07-16 09:00",
                SURGICAL_COORDINATOR,
                "schedule-surgery",
                slot("TWO", "2025-08-05 07:30", 430));
        tinel(story, "2025-08-26 11:00", 145, true);
        story.ok("2025-09-02 11:00", SURGEON, "confirm-neurotization", "basis", "TINEL_AT_DISTAL_END");
        assertThat(story.state().path("phase").asString()).isEqualTo("READY_FOR_STAGE2");
    }

    private static void stageTwo(Story story) {
        consent(story, "2025-09-09 13:30", "TWO", "LEFT");
        assertThat(story.last("consent.consent-obtained").path("validUntil").asString())
                .isEqualTo("2025-12-08");
        clearance(story, "2025-09-16", "TWO");
        assertThat(story.last("scheduling.clearance-granted").path("validUntil").asString())
                .isEqualTo("2025-10-16");
        story.ok(
                "2025-09-16 10:40",
                SURGICAL_COORDINATOR,
                "reserve-aftercare",
                "stage",
                "TWO",
                "facilityId",
                "facility-harbor",
                "from",
                Clinic.at("2025-10-07 18:00").toString(),
                "until",
                Clinic.at("2025-10-10 18:00").toString());
        String caseId = story.ok(
                        "2025-09-16 11:00",
                        SURGICAL_COORDINATOR,
                        "schedule-surgery",
                        slot("TWO", "2025-10-07 07:30", 430))
                .text("caseId");
        intoTheatre(story, "2025-10-07", "05:45", caseId, "TWO");
        muscle(story, caseId);
        outOfTheatre(story, "2025-10-07", caseId, "15:00", "15:05", "15:10");
        toTheFacility(story, caseId);
        flapWatch(story, caseId);
    }

    private static void vessel(Story story, String caseId, String kind) {
        story.ok(
                "2025-10-07 11:40",
                SURGEON,
                "record-anastomosis",
                "caseId",
                caseId,
                "kind",
                kind,
                "recipientVessel",
                "FACIAL",
                "faceSide",
                "LEFT",
                "technique",
                "HAND_SEWN",
                "configuration",
                "END_TO_END",
                "patencyConfirmed",
                true);
    }

    private static void muscle(Story story, String caseId) {
        String day = "2025-10-07 ";
        story.ok(
                day + "10:42",
                SURGEON,
                "record-gracilis-harvest",
                "caseId",
                caseId,
                "thighSide",
                "LEFT",
                "lengthCm",
                9.8,
                "widthCm",
                3.2,
                "weightG",
                24,
                "pedicleArteryMm",
                1.5,
                "veins",
                2,
                "nerveLengthCm",
                7,
                "pedicleDividedAt",
                Clinic.at(day + "10:42").toString());
        vessel(story, caseId, "ARTERIAL");
        vessel(story, caseId, "VENOUS");
        story.ok(
                day + "12:20",
                SURGEON,
                "record-reperfusion",
                "caseId",
                caseId,
                "reperfusedAt",
                Clinic.at(day + "12:20").toString(),
                "bleedingEdge",
                true);
        assertThat(story.last("surgery.flap-reperfused").path("ischemiaMinutes").asInt())
                .isEqualTo(98);
        story.ok(
                day + "13:00",
                SURGEON,
                "record-nerve-coaptation",
                "caseId",
                caseId,
                "faceSide",
                "LEFT",
                "motorNerve",
                "CROSS_FACIAL_GRAFT",
                "type",
                "END_TO_END");
        story.ok(
                day + "14:00",
                SURGEON,
                "record-inset",
                "caseId",
                caseId,
                "faceSide",
                "LEFT",
                "origin",
                "ZYGOMA",
                "insertion",
                "MODIOLUS",
                "vectors",
                2,
                "tension",
                "NORMAL");
        story.ok(day + "14:55", OR_NURSE, "close-incision", "caseId", caseId);
        story.ok(
                day + "14:57",
                SURGEON,
                "complete-stage-two",
                "caseId",
                caseId,
                "bloodLossMl",
                150,
                "operationNoteRef",
                "note-2",
                "dopplerSiteMarked",
                true,
                "drain",
                false);
    }

    private static void checkFlap(Story story, String caseId, String time, boolean atFacility) {
        story.ok(
                time,
                atFacility ? AFTERCARE_NURSE : PACU_NURSE,
                "check-flap",
                "caseId",
                caseId,
                "arterial",
                "STRONG",
                "venous",
                "PRESENT",
                "swelling",
                "MILD",
                "bleeding",
                false,
                "method",
                "HANDHELD_DOPPLER",
                "place",
                atFacility ? "AFTERCARE_FACILITY" : "RECOVERY");
    }

    private static void toTheFacility(Story story, String caseId) {
        String day = "2025-10-07 ";
        checkFlap(story, caseId, day + "15:25", false);
        story.ok(day + "16:00", PACU_NURSE, "score-aldrete", aldrete(caseId));
        story.ok(day + "16:10", PACU_NURSE, "enter-phase-two", "caseId", caseId);
        story.ok(day + "18:30", ANESTHESIOLOGIST, "evaluate-anesthesia-recovery", "caseId", caseId, "fit", true);
        story.ok(
                day + "19:00",
                SURGEON,
                "plan-flap-monitoring",
                "caseId",
                caseId,
                "destination",
                "AFTERCARE_FACILITY",
                "facilityId",
                "facility-harbor",
                "monitoredBy",
                "Nurses of Harbor",
                "method",
                "HANDHELD_DOPPLER",
                "surgeonReachable",
                true);
        story.ok(
                day + "19:30",
                SURGEON,
                "sign-discharge-order",
                "caseId",
                caseId,
                "destination",
                "AFTERCARE_FACILITY",
                "surgeonId",
                Clinic.SURGEON);
        instructions(story, day + "19:40", caseId, "NURSE", "2025-10-14 09:00");
        checkFlap(story, caseId, day + "20:12", false);
        story.ok(
                day + "20:15",
                PACU_NURSE,
                "score-padss",
                "caseId",
                caseId,
                "variant",
                "MPADSS",
                "vitals",
                2,
                "activity",
                2,
                "nausea",
                2,
                "pain",
                1,
                "bleeding",
                2);
        story.ok(
                day + "20:20",
                PACU_NURSE,
                "record-escort-arrival",
                "caseId",
                caseId,
                "name",
                "Nurse of Harbor",
                "kind",
                "NURSE");
        story.ok(
                day + "20:30",
                PACU_NURSE,
                "discharge-patient",
                "caseId",
                caseId,
                "destination",
                "AFTERCARE_FACILITY",
                "facilityId",
                "facility-harbor");
        JsonNode discharge = story.last("recovery.patient-discharged");
        assertThat(discharge.path("stayMinutes").asInt()).isEqualTo(885);
        assertThat(discharge.path("sameCalendarDay").asBoolean()).isTrue();
        story.ok(
                day + "20:55",
                AFTERCARE_NURSE,
                "admit-to-aftercare",
                "caseId",
                caseId,
                "facilityId",
                "facility-harbor",
                "escort",
                "NURSE");
    }

    /** Hourly to 48 hours from reperfusion, then every six hours to 72. */
    private static void flapWatch(Story story, String caseId) {
        ZonedDateTime check = Clinic.at("2025-10-07 21:20").atZoneSameInstant(Clinic.ZONE);
        OffsetDateTime hourlyUntil = Clinic.at("2025-10-09 12:20");
        OffsetDateTime end = Clinic.at("2025-10-10 12:20");
        while (!check.toOffsetDateTime().isAfter(end)) {
            checkFlap(story, caseId, CLOCK.format(check), true);
            check = check.toOffsetDateTime().isBefore(hourlyUntil) ? check.plusHours(1) : check.plusHours(6);
        }
    }

    private static Object[] firstMovement(String day) {
        return new Object[] {
            "seenOn", day, "observer", "CLINICIAN", "trigger", "CONTRALATERAL_SMILE", "excursionMm", 3.0
        };
    }

    private static void rehabilitation(Story story) {
        story.ok("2025-10-27 09:00", THERAPIST, "start-rehabilitation");
        assertThat(story.last("rehabilitation.rehabilitation-started")
                        .path("dayZero")
                        .asString())
                .isEqualTo("2025-10-07");
        story.ok("2026-06-10 14:40", THERAPIST, "observe-first-movement", firstMovement("2026-06-10"));
        story.no("INV-49", "2026-09-01 14:40", THERAPIST, "observe-first-movement", firstMovement("2026-09-01"));
        story.ok("2027-04-09 09:30", THERAPIST, "assess-outcome", outcome("THERAPY_END"));
        story.ok("2027-04-09 10:00", THERAPIST, "complete-rehabilitation");
        story.no("INV-50", "2027-10-06 16:00", SURGEON, "complete-pathway", "outcome", "GOAL_MET");
        story.ok("2027-10-12 15:00", SURGEON, "assess-outcome", outcome("M24"));
        JsonNode last = story.last("rehabilitation.outcome-assessed").path("assessment");
        assertThat(last.path("sunnybrook").path("rawComposite").asInt()).isEqualTo(61);
        story.ok(
                "2027-10-12 15:20",
                SURGEON,
                "observe-spontaneous-smile",
                "seenOn",
                "2027-10-12",
                "stimulus",
                "HUMOUR",
                "degree",
                "YES");
        story.ok("2027-10-12 16:00", SURGEON, "complete-pathway", "outcome", "GOAL_MET");
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

    private static Object[] outcome(String visit) {
        return new Object[] {
            "visit",
            visit,
            "houseBrackmann",
            3,
            "sunnybrookResting",
            List.of(0, 1, 0),
            "sunnybrookVoluntary",
            List.of(3, 4, 4, 3, 3),
            "sunnybrookSynkinesis",
            List.of(1, 0, 1, 0, 0),
            "smileExcursionMm",
            8.1,
            "faceAnswers",
            Collections.nCopies(15, 4),
            "botulinumWithinFourMonths",
            false
        };
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
                        "INV-49",
                        "INV-50");
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
