package org.crossface.server.sites;

import static org.crossface.platform.api.Role.ANESTHESIOLOGIST;
import static org.crossface.platform.api.Role.PREOP_NURSE;
import static org.crossface.platform.api.Role.SURGEON;
import static org.crossface.platform.api.Role.SURGICAL_COORDINATOR;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A patient's way from the referral to the morning of the first operation. */
final class Course {

    static final String REFERRED = "2024-11-05 09:00";
    static final String SCHEDULED = "2024-12-20 11:00";

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

    private final String surgeon;
    private final String day;
    private final Texts texts;

    /** @param day of the first operation */
    Course(String surgeon, String day, Texts texts) {
        this.surgeon = surgeon;
        this.day = day;
        this.texts = texts;
    }

    /** What is said about the person. */
    private static final AtomicInteger OTHERS = new AtomicInteger();

    record Texts(
            String familyName,
            String givenNames,
            String birthDate,
            String phone,
            String email,
            String street,
            String identifier,
            String representative,
            String referrer,
            String reason,
            String goals,
            String escort,
            String escortPhone) {

        /** Somebody else: a centre registers a person of one name and birth date once. */
        Texts another() {
            String number = Integer.toString(OTHERS.incrementAndGet(), Character.MAX_RADIX);
            return new Texts(
                    familyName,
                    givenNames + number,
                    birthDate,
                    phone,
                    email,
                    street,
                    identifier + number,
                    representative,
                    referrer,
                    reason,
                    goals,
                    escort,
                    escortPhone);
        }

        Map<String, Object> person() {
            Map<String, Object> person = new LinkedHashMap<>();
            person.put("familyName", familyName);
            person.put("givenNames", givenNames);
            person.put("birthDate", birthDate);
            person.put("sex", "FEMALE");
            person.put("phone", phone);
            person.put("email", email);
            person.put("street", street);
            person.put("language", "en-US");
            person.put("interpreterNeeded", false);
            person.put("timeZone", Step.ZONE.getId());
            person.put("identifiers", List.of(identifier));
            person.put("contactConsent", true);
            person.put("representativeName", representative);
            person.put("representativeRelation", "PARENT");
            return person;
        }

        Map<String, Object> referral(String patientId, String siteId, String side) {
            return new LinkedHashMap<>(Map.of(
                    "patientId", patientId,
                    "siteId", siteId,
                    "referredOn", REFERRED.substring(0, 10),
                    "referredSide", side,
                    "referrer", referrer,
                    "reason", reason));
        }
    }

    /** Up to the booking of the operation. */
    List<Step> untilScheduled() {
        List<Step> steps = new ArrayList<>(evaluation());
        steps.add(Step.of(
                "2024-12-17 13:30",
                SURGEON,
                "obtain-consent",
                "type",
                "SURGICAL",
                "stage",
                "ONE",
                "procedure",
                "CFNG_GRACILIS_2STAGE",
                "faceSide",
                "LEFT",
                "donorSide",
                "RIGHT",
                "surgeonId",
                surgeon,
                "setting",
                "OUTPATIENT",
                "signer",
                "PATIENT",
                "signerName",
                texts.givenNames() + " " + texts.familyName(),
                "lacksCapacity",
                false,
                "afterSedation",
                false));
        steps.addAll(clearance());
        steps.add(Step.of(
                SCHEDULED,
                SURGICAL_COORDINATOR,
                "schedule-surgery",
                "stage",
                "ONE",
                "startsAt",
                Step.at(day + " 07:30").toString(),
                "estimatedMinutes",
                240,
                "room",
                "OR-1",
                "surgeonIds",
                List.of(surgeon)));
        return steps;
    }

    private List<Step> evaluation() {
        return List.of(
                Step.of(
                        "2024-11-05 10:00",
                        SURGICAL_COORDINATOR,
                        "schedule-evaluation",
                        "visitAt",
                        "2024-11-19T09:00:00-08:00",
                        "mode",
                        "IN_PERSON"),
                Step.of(
                        "2024-11-19 09:10",
                        SURGEON,
                        "record-goals",
                        "goals",
                        texts.goals(),
                        "priorities",
                        List.of("SPONTANEOUS_SMILE")),
                Step.of(
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
                        false),
                Step.of(
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
                        "CLINICAL"),
                Step.of(
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
                        45),
                Step.of("2024-11-19 10:00", SURGEON, "complete-evaluation"),
                Step.of(
                        "2024-11-26 15:00",
                        SURGEON,
                        "decide-candidacy",
                        "decision",
                        "APPROVE",
                        "option",
                        "CFNG_GRACILIS_2STAGE",
                        "guidelineExceptions",
                        List.of()),
                Step.of(
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
                        "LEFT"));
    }

    private List<Step> clearance() {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(
                "2024-12-20 10:00",
                ANESTHESIOLOGIST,
                "assess-anesthesia",
                "stage",
                "ONE",
                "asaClass",
                2,
                "mallampati",
                2,
                "plan",
                "GENERAL"));
        for (String item : CLEARANCE_ITEMS) {
            steps.add(Step.of(
                    "2024-12-20 10:10",
                    PREOP_NURSE,
                    "record-pre-op-item",
                    "stage",
                    "ONE",
                    "item",
                    item,
                    "result",
                    "PASS"));
        }
        steps.add(Step.of(
                "2024-12-20 10:20",
                SURGICAL_COORDINATOR,
                "name-escort",
                "stage",
                "ONE",
                "name",
                texts.escort(),
                "phone",
                texts.escortPhone(),
                "relation",
                "SPOUSE_OR_PARTNER",
                "overnight",
                true));
        steps.add(Step.of("2024-12-20 10:30", ANESTHESIOLOGIST, "grant-clearance", "stage", "ONE"));
        return steps;
    }

    /** On the morning of the operation. */
    List<Step> admission(String caseId) {
        return List.of(
                Step.of(
                        day + " 06:10",
                        PREOP_NURSE,
                        "admit-patient",
                        "caseId",
                        caseId,
                        "identifiersChecked",
                        2,
                        "allergiesConfirmed",
                        true,
                        "preSurgicalAssessmentBy",
                        "Rosa Keller"),
                Step.of(
                        day + " 06:15",
                        PREOP_NURSE,
                        "verify-consent",
                        "type",
                        "SURGICAL",
                        "stage",
                        "ONE",
                        "faceSide",
                        "LEFT",
                        "donorSide",
                        "RIGHT"),
                Step.of(
                        day + " 06:20",
                        PREOP_NURSE,
                        "verify-fasting",
                        "caseId",
                        caseId,
                        "lastClearAt",
                        Step.at(day + " 04:00").toString(),
                        "lastFullMealAt",
                        Step.at(day + " 19:00").minusDays(1).toString()));
    }
}
