package org.crossface.pathway.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crossface.platform.api.Role;

/**
 * Every number of the clinical reference that a rule compares with, that a due date is reckoned with or that a page shows. The default is
 * that of the reference; a version of the {@link Policy} changes it within the bounds. A threshold stands nowhere else.
 *
 * <p>The name of a constant is part of what is stored: {@code consentValidDays} in a proposal is {@link #CONSENT_VALID_DAYS}. A constant is
 * therefore never renamed.
 */
public enum Threshold {
    // Intake, candidacy and consent

    AGE_LIMIT_YEARS(
            55,
            Unit.YEARS,
            18,
            120,
            Role.SURGEON,
            "INV-12",
            "Candidates of this age or older need a documented exception."),
    LONG_STANDING_MONTHS(
            24,
            Unit.MONTHS,
            1,
            240,
            Role.SURGEON,
            "INV-13",
            "A paralysis of this age counts as long-standing without further proof."),
    REVERSIBLE_MONTHS(
            12,
            Unit.MONTHS,
            1,
            240,
            Role.SURGEON,
            "INV-13",
            "Below this age of a paralysis irreversible loss has to be documented."),
    AGE_OF_MAJORITY_YEARS(
            18, Unit.YEARS, 14, 25, Role.ADMINISTRATOR, "INV-16", "Below this age a representative consents."),
    REFERRAL_EXPIRY_DAYS(
            90,
            Unit.DAYS,
            1,
            730,
            Role.SURGICAL_COORDINATOR,
            "SEQ-REFERRAL-EXPIRY, T-02",
            "From the referral until it expires, when no evaluation was booked."),
    REFERRAL_NOTICES(
            2,
            Unit.COUNT,
            0,
            10,
            Role.SURGICAL_COORDINATOR,
            "SEQ-REFERRAL-EXPIRY, T-02",
            "Attempts to reach the patient before a referral expires."),
    CONSENT_VALID_DAYS(
            90,
            Unit.DAYS,
            1,
            730,
            Role.SURGEON,
            "INV-15",
            "From the signature to the last day of a consent's validity (P3)."),
    CLEARANCE_VALID_DAYS(
            30,
            Unit.DAYS,
            1,
            365,
            Role.ANESTHESIOLOGIST,
            "INV-19",
            "From the clearance to the last day of its validity (P4)."),
    ASA_HIGHEST_CLASS(
            4,
            Unit.POINTS,
            1,
            6,
            Role.ANESTHESIOLOGIST,
            "INV-19",
            "Highest ASA class that is operated electively, at a hospital."),
    ASA_HIGHEST_CLASS_DAY_CASE(
            3,
            Unit.POINTS,
            1,
            6,
            Role.ANESTHESIOLOGIST,
            "INV-19",
            "Highest ASA class that is operated at a surgery centre of day cases, and at a hospital without a decision of the anesthesiologist."),

    PHQ2_POSITIVE(
            3,
            Unit.POINTS,
            1,
            6,
            Role.SURGEON,
            "SEQ-SCREENING",
            "From this total of the PHQ-2 a screening of mood is positive (A-14)."),
    PHQ9_POSITIVE(
            10,
            Unit.POINTS,
            1,
            27,
            Role.SURGEON,
            "SEQ-SCREENING",
            "From this total of the PHQ-9 a screening of mood is positive (A-14)."),
    HADS_POSITIVE(
            8,
            Unit.POINTS,
            1,
            21,
            Role.SURGEON,
            "SEQ-SCREENING",
            "From this total of a part of the HADS a screening of mood is positive (A-14)."),
    SCREENING_OVERDUE_DAYS(
            7,
            Unit.DAYS,
            0,
            90,
            Role.SURGEON,
            "SCREEN",
            "From a positive screening until its follow-up is overdue (A-14)."),
    SCREENING_MONTHS(
            12, Unit.MONTHS, 1, 60, Role.SURGEON, "SCREEN-12", "From stage two until mood is screened again (A-14)."),
    CAPRINI_DRUG_POINTS(
            5,
            Unit.POINTS,
            0,
            60,
            Role.ANESTHESIOLOGIST,
            "SEQ-THROMBOSIS",
            "From this Caprini score a drug against thrombosis is planned (A-13); to be confirmed by a reviewing surgeon."),
    APFEL_PROPHYLAXIS_POINTS(
            2,
            Unit.POINTS,
            0,
            4,
            Role.ANESTHESIOLOGIST,
            "SEQ-NAUSEA",
            "From this Apfel score something is planned against nausea (A-20); to be confirmed by a reviewing surgeon."),
    GLP1_LIQUID_DIET_HOURS(
            24,
            Unit.HOURS,
            0,
            72,
            Role.ANESTHESIOLOGIST,
            "INV-36",
            "Only liquids before induction for a patient on a GLP-1 agonist (A-12); to be confirmed by a reviewing surgeon."),

    STAGE_TWO_SETTING_REASON(
            0,
            Unit.YES_NO,
            0,
            1,
            Role.SURGEON,
            "SEQ-SETTING",
            "Whether a plan gives the reason for the setting of stage two (A-05)."),
    GRAFT_BAND_MM(
            40, Unit.MILLIMETRES, 1, 400, Role.BILLING, "section 4.2", "Longest graft of the short band of billing."),

    // Ranges of fields that a centre may narrow; the bounds are those of the fields

    SURAL_LENGTH_MIN_MM(
            80,
            Unit.MILLIMETRES,
            80,
            400,
            Role.SURGEON,
            "FIELD-RANGE-CENTRE",
            "Shortest length that a centre expects of a harvested sural nerve."),
    SURAL_LENGTH_MAX_MM(
            400,
            Unit.MILLIMETRES,
            80,
            400,
            Role.SURGEON,
            "FIELD-RANGE-CENTRE",
            "Longest length that a centre expects of a harvested sural nerve."),
    GRACILIS_LENGTH_MIN_MM(
            60,
            Unit.MILLIMETRES,
            60,
            160,
            Role.SURGEON,
            "FIELD-RANGE-CENTRE",
            "Shortest length that a centre expects of a harvested gracilis."),
    GRACILIS_LENGTH_MAX_MM(
            160,
            Unit.MILLIMETRES,
            60,
            160,
            Role.SURGEON,
            "FIELD-RANGE-CENTRE",
            "Longest length that a centre expects of a harvested gracilis."),
    GRACILIS_WIDTH_MIN_MM(
            15,
            Unit.MILLIMETRES,
            15,
            80,
            Role.SURGEON,
            "FIELD-RANGE-CENTRE",
            "Least width that a centre expects of a harvested gracilis."),
    GRACILIS_WIDTH_MAX_MM(
            80,
            Unit.MILLIMETRES,
            15,
            80,
            Role.SURGEON,
            "FIELD-RANGE-CENTRE",
            "Greatest width that a centre expects of a harvested gracilis."),
    GRACILIS_WEIGHT_MIN_G(
            5,
            Unit.GRAMS,
            5,
            80,
            Role.SURGEON,
            "FIELD-RANGE-CENTRE",
            "Least weight that a centre expects of a trimmed gracilis."),
    GRACILIS_WEIGHT_MAX_G(
            80,
            Unit.GRAMS,
            5,
            80,
            Role.SURGEON,
            "FIELD-RANGE-CENTRE",
            "Greatest weight that a centre expects of a trimmed gracilis."),
    OPERATION_MIN_MINUTES(
            30,
            Unit.MINUTES,
            30,
            900,
            Role.SURGICAL_COORDINATOR,
            "FIELD-RANGE-CENTRE",
            "Shortest duration that a centre books for an operation."),
    OPERATION_MAX_MINUTES(
            900,
            Unit.MINUTES,
            30,
            900,
            Role.SURGICAL_COORDINATOR,
            "FIELD-RANGE-CENTRE",
            "Longest duration that a centre books for an operation."),

    // Nerve graft

    STAGE_TWO_EARLIEST_MONTHS(
            6,
            Unit.MONTHS,
            0,
            36,
            Role.SURGEON,
            "INV-21, INV-22",
            "From stage one to the earliest stage two, and to the earliest confirmation by judgement."),
    NEUROTIZATION_END_MONTHS(
            12,
            Unit.MONTHS,
            1,
            60,
            Role.SURGEON,
            "INV-69, T-25",
            "From stage one to the end of the window for neurotization (D1)."),
    NEUROTIZATION_EXTENSIONS(2, Unit.COUNT, 0, 10, Role.SURGEON, "INV-69", "How often the window may be extended."),
    EXTENSION_MONTHS(3, Unit.MONTHS, 1, 12, Role.SURGEON, "INV-69", "Longest time of one extension."),
    TUNNEL_TOLERANCE_PERCENT(
            20,
            Unit.PERCENT,
            0,
            100,
            Role.SURGEON,
            "INV-23",
            "How far beyond the length of the graft a Tinel sign is still plausible."),
    TINEL_RETREAT_MM(
            30,
            Unit.MILLIMETRES,
            0,
            250,
            Role.SURGEON,
            "INV-23",
            "A Tinel sign that has gone back farther needs a comment."),

    // Day of surgery

    TURNOVER_MINUTES(
            30,
            Unit.MINUTES,
            0,
            480,
            Role.ADMINISTRATOR,
            "INV-59",
            "A theatre stays occupied for so long after a case."),
    ADMISSION_LEAD_MINUTES(
            90, Unit.MINUTES, 0, 720, Role.ADMINISTRATOR, "INV-41", "From admission to the start of the operation."),
    STAGE_ONE_RECOVERY_MINUTES(
            240,
            Unit.MINUTES,
            0,
            4320,
            Role.ANESTHESIOLOGIST,
            "INV-41",
            "Usual time from the end of stage one to discharge."),
    STAGE_TWO_RECOVERY_MINUTES(
            360,
            Unit.MINUTES,
            0,
            4320,
            Role.ANESTHESIOLOGIST,
            "INV-41",
            "Usual time from the end of stage two to discharge."),
    DAY_CASE_MAX_HOURS(
            24, Unit.HOURS, 1, 72, Role.ADMINISTRATOR, "INV-41", "Longest stay at a surgery centre of day cases."),
    IDENTIFIERS_CHECKED(
            2,
            Unit.COUNT,
            1,
            5,
            Role.QUALITY_AUDITOR,
            "INV-67",
            "Identifiers of the patient that are checked before a step."),
    CLEAR_LIQUID_HOURS(2, Unit.HOURS, 0, 24, Role.ANESTHESIOLOGIST, "INV-36", "Without clear liquid before induction."),
    LIGHT_MEAL_HOURS(6, Unit.HOURS, 0, 24, Role.ANESTHESIOLOGIST, "INV-36", "Without a light meal before induction."),
    FULL_MEAL_HOURS(8, Unit.HOURS, 0, 24, Role.ANESTHESIOLOGIST, "INV-36", "Without a full meal before induction."),
    ANTIBIOTIC_MINUTES(
            60,
            Unit.MINUTES,
            1,
            240,
            Role.ANESTHESIOLOGIST,
            "INV-65",
            "Longest time from the antibiotic to the incision."),
    ANTIBIOTIC_SLOW_MINUTES(
            120,
            Unit.MINUTES,
            1,
            240,
            Role.ANESTHESIOLOGIST,
            "INV-65",
            "Longest time from vancomycin or a fluoroquinolone to the incision (A-11)."),
    ANTIBIOTIC_AGAIN_HOURS(
            4,
            Unit.HOURS,
            1,
            24,
            Role.ANESTHESIOLOGIST,
            "INV-65",
            "Cefazolin is given again after this time while the wound is open (A-11)."),
    ISCHEMIA_INFO_MINUTES(90, Unit.MINUTES, 1, 1440, Role.SURGEON, "P10", "Ischemia that is longer is marked."),
    ISCHEMIA_CAUTION_MINUTES(
            135, Unit.MINUTES, 1, 1440, Role.SURGEON, "INV-32", "Ischemia that is longer needs a comment."),
    ISCHEMIA_ALERT_MINUTES(240, Unit.MINUTES, 1, 1440, Role.SURGEON, "P10", "Ischemia that is longer is an alert."),
    ISCHEMIA_CRITICAL_MINUTES(
            360,
            Unit.MINUTES,
            1,
            1440,
            Role.SURGEON,
            "INV-32",
            "Ischemia that is longer is recorded as a complication."),

    // Recovery and discharge

    ALDRETE_THRESHOLD(
            9, Unit.POINTS, 0, 10, Role.ANESTHESIOLOGIST, "INV-37", "Lowest modified Aldrete total to leave phase I."),
    PADSS_THRESHOLD(9, Unit.POINTS, 0, 10, Role.ANESTHESIOLOGIST, "INV-38", "Lowest (M)PADSS total for discharge."),
    PADSS_LOWEST_ITEM(
            1, Unit.POINTS, 0, 2, Role.ANESTHESIOLOGIST, "INV-38", "Lowest item of the (M)PADSS for discharge."),
    SCORE_MAX_AGE_MINUTES(
            30, Unit.MINUTES, 1, 1440, Role.ANESTHESIOLOGIST, "INV-38", "Greatest age of the discharge score."),
    FLAP_CHECK_MAX_AGE_MINUTES(
            30,
            Unit.MINUTES,
            1,
            1440,
            Role.SURGEON,
            "INV-42",
            "Greatest age of the last passing flap check at discharge."),
    FLAP_CHECK_DENSER_MINUTES(
            30,
            Unit.MINUTES,
            5,
            240,
            Role.SURGEON,
            "A-03, T-29",
            "After a completion with a deviation the flap is checked again after this time; to be confirmed by a reviewing surgeon."),
    FLAP_CHECK_DENSER_HOURS(
            48,
            Unit.HOURS,
            1,
            168,
            Role.SURGEON,
            "A-03, T-29",
            "For so long after its reperfusion it is checked so often; to be confirmed by a reviewing surgeon."),
    GATE_LAPSING_MINUTES(
            10,
            Unit.MINUTES,
            0,
            120,
            Role.ANESTHESIOLOGIST,
            "INV-38, INV-42",
            "A condition of the discharge is shown as lapsing for so long before its end."),
    RECOVERY_REVIEW_HOURS(
            3, Unit.HOURS, 1, 24, Role.ANESTHESIOLOGIST, "T-15", "In recovery until somebody reviews it."),
    RECOVERY_REVIEW_SOON_MINUTES(
            15,
            Unit.MINUTES,
            0,
            240,
            Role.ANESTHESIOLOGIST,
            "T-15",
            "The review is announced for so long before its time."),
    RECOVERY_DECISION_HOURS(
            6, Unit.HOURS, 1, 48, Role.ANESTHESIOLOGIST, "T-15", "In recovery until extended recovery is decided."),
    FLAP_DOUBT_ANSWER_MINUTES(
            15, Unit.MINUTES, 1, 120, Role.SURGEON, "T-30", "The surgeon answers a flap in doubt within this time."),
    ADMISSION_MISSED_MINUTES(
            60,
            Unit.MINUTES,
            0,
            720,
            Role.PREOP_NURSE,
            "T-13",
            "A patient who is not admitted so long before the operation is shown as missing."),
    CASE_LATE_MINUTES(
            5,
            Unit.MINUTES,
            0,
            60,
            Role.ADMINISTRATOR,
            "M-08",
            "A case counts as late when it is behind its plan by more."),

    // After-care

    FEVER_TENTHS(
            380,
            Unit.TENTHS_OF_DEGREE,
            360,
            420,
            Role.SURGEON,
            "P7",
            "From this temperature a call raises the red flag of fever."),
    FEVER_LATE_HOURS(
            48,
            Unit.HOURS,
            0,
            240,
            Role.SURGEON,
            "P7",
            "So long after the operation the higher temperature counts as fever."),
    FEVER_LATE_TENTHS(
            385,
            Unit.TENTHS_OF_DEGREE,
            360,
            420,
            Role.SURGEON,
            "P7",
            "From this temperature a later call raises the red flag of fever."),
    RED_FLAG_URGENT_MINUTES(
            60, Unit.MINUTES, 1, 1440, Role.SURGEON, "T-33", "An urgent red flag is answered within this time."),
    RED_FLAG_SOON_MINUTES(
            240,
            Unit.MINUTES,
            1,
            2880,
            Role.SURGEON,
            "T-33",
            "A red flag of the lower urgent level is answered within this time."),
    UNCONTROLLED_PAIN(
            8,
            Unit.POINTS,
            1,
            10,
            Role.SURGEON,
            "P7",
            "From this pain a call raises the red flag of uncontrolled pain."),
    SUPERFICIAL_INFECTION_DAYS(
            30,
            Unit.DAYS,
            1,
            365,
            Role.QUALITY_AUDITOR,
            "INV-53, T-19",
            "Superficial infections count on so many days, the day of surgery being the first."),
    DEEP_INFECTION_DAYS(
            90,
            Unit.DAYS,
            1,
            365,
            Role.QUALITY_AUDITOR,
            "T-19b",
            "Deep infections count on so many days, the day of surgery being the first."),
    SURVEILLANCE_90_STAGE_ONE(
            0,
            Unit.YES_NO,
            0,
            1,
            Role.QUALITY_AUDITOR,
            "INV-53, T-19b",
            "Whether the centre lists the nerve graft among the operations with the longer surveillance (A-18)."),
    SURVEILLANCE_90_STAGE_TWO(
            0,
            Unit.YES_NO,
            0,
            1,
            Role.QUALITY_AUDITOR,
            "INV-53, T-19b",
            "Whether the centre lists the muscle transfer among the operations with the longer surveillance (A-18)."),
    GLOBAL_PERIOD_DAYS(90, Unit.DAYS, 0, 365, Role.BILLING, "T-35", "The global period after the day of surgery."),

    // Rehabilitation, outcome and completion

    FIRST_MOVEMENT_WEEKS(
            4,
            Unit.WEEKS,
            0,
            52,
            Role.SURGEON,
            "INV-48",
            "A movement that is seen earlier needs a clinician or an EMG."),
    FIRST_MOVEMENT_MASSETERIC_WEEKS(
            4,
            Unit.WEEKS,
            0,
            52,
            Role.SURGEON,
            "INV-48",
            "The same for a muscle that the masseteric nerve drives, alone or with the graft (A-06)."),
    THERAPY_MONTHS(
            18, Unit.MONTHS, 1, 60, Role.THERAPIST, "INV-47, T-44", "From stage two to the earliest end of therapy."),
    COMPLETION_MONTHS(
            24, Unit.MONTHS, 1, 120, Role.SURGEON, "INV-50, T-53", "From stage two to the earliest completion."),
    NON_FUNCTION_MM(
            2,
            Unit.MILLIMETRES,
            0,
            20,
            Role.SURGEON,
            "SEQ-NON-FUNCTION",
            "A muscle that moves the corner of the mouth so far works (A-08); to be confirmed by a reviewing surgeon."),
    MOVEMENT_WATCH_MONTHS(
            3, Unit.MONTHS, 0, 60, Role.SURGEON, "T-45", "From stage two until the first movement is watched for."),
    MOVEMENT_END_MONTHS(
            12,
            Unit.MONTHS,
            1,
            60,
            Role.SURGEON,
            "T-46",
            "From stage two to the end of the time in which the first movement is expected."),

    // Record, overrides and loss to follow-up

    FUTURE_TOLERANCE_SECONDS(
            120,
            Unit.SECONDS,
            0,
            3600,
            Role.ADMINISTRATOR,
            "INV-61",
            "How far clinical time may run ahead of the clock."),
    LATE_ENTRY_HOURS(
            24,
            Unit.HOURS,
            1,
            720,
            Role.QUALITY_AUDITOR,
            "INV-61",
            "What happened longer ago is a late entry and needs a reason."),
    REASON_CHARACTERS(
            20,
            Unit.CHARACTERS,
            20,
            500,
            Role.QUALITY_AUDITOR,
            "INV-62, SEQ-OVERRIDE, SEQ-DECISION",
            "Shortest reason of an override, a correction, a guideline exception."),
    EMERGENCY_CONSENT_HOURS(
            24,
            Unit.HOURS,
            1,
            72,
            Role.QUALITY_AUDITOR,
            "INV-35",
            "An operation that cannot wait for a consent begins within this time."),
    OVERRIDE_HOURS(24, Unit.HOURS, 1, 168, Role.QUALITY_AUDITOR, "SEQ-OVERRIDE", "An override holds for so long."),
    LOST_ATTEMPTS(
            3,
            Unit.COUNT,
            1,
            20,
            Role.SURGICAL_COORDINATOR,
            "INV-58",
            "Attempts to reach a patient before the patient is lost."),
    LOST_CHANNELS(2, Unit.COUNT, 1, 5, Role.SURGICAL_COORDINATOR, "INV-58", "Channels by which it was attempted."),
    LOST_DAYS(30, Unit.DAYS, 1, 365, Role.SURGICAL_COORDINATOR, "INV-58", "Time over which it was attempted."),

    // What is due (section 3 of the clinical reference)

    CONTACT_FROM_HOUR(
            9,
            Unit.O_CLOCK,
            0,
            12,
            Role.SURGICAL_COORDINATOR,
            "section 3",
            "Patients are contacted from this hour on, by the clock where the patient is."),
    CONTACT_UNTIL_HOUR(
            19,
            Unit.O_CLOCK,
            13,
            23,
            Role.SURGICAL_COORDINATOR,
            "section 3",
            "Patients are contacted before this hour, by the clock where the patient is."),
    ESCALATION_DAYS(
            7,
            Unit.DAYS,
            1,
            90,
            Role.ADMINISTRATOR,
            "section 3",
            "From one step of an escalation to the next, for what is due on a day."),
    ESCALATION_MINUTES(
            15,
            Unit.MINUTES,
            1,
            1440,
            Role.SURGEON,
            "section 3",
            "From one step of an escalation to the next, for the clocks of the patient's safety."),
    SNOOZE_MAX_DAYS(
            7,
            Unit.DAYS,
            1,
            90,
            Role.SURGICAL_COORDINATOR,
            "SEQ-SNOOZE",
            "For at most so long a task that is neither escalated nor one of safety rests."),
    T01_DUE_BUSINESS_DAYS(
            2,
            Unit.BUSINESS_DAYS,
            0,
            60,
            Role.SURGICAL_COORDINATOR,
            "T-01",
            "From the referral until its triage is due."),
    T01_OVERDUE_BUSINESS_DAYS(
            5,
            Unit.BUSINESS_DAYS,
            0,
            60,
            Role.SURGICAL_COORDINATOR,
            "T-01",
            "From the referral until its triage is overdue."),
    T03_DUE_BUSINESS_DAYS(
            3,
            Unit.BUSINESS_DAYS,
            0,
            60,
            Role.SURGEON,
            "T-03",
            "From the evaluation visit until its documents are due."),
    T07_WARNING_DAYS(
            14, Unit.DAYS, 0, 365, Role.BILLING, "T-07", "The end of an authorisation is announced so long before it."),
    T09_FROM_DAYS(
            5,
            Unit.DAYS,
            0,
            60,
            Role.PREOP_NURSE,
            "T-09",
            "The pre-operative call may be made so long before the operation."),
    T09_DUE_DAYS(
            1,
            Unit.DAYS,
            0,
            60,
            Role.PREOP_NURSE,
            "T-09",
            "The pre-operative call is due so long before the operation."),
    T09_OVERDUE_HOUR(
            15,
            Unit.O_CLOCK,
            0,
            23,
            Role.PREOP_NURSE,
            "T-09",
            "From this hour of that day on the pre-operative call is overdue."),
    T10_FROM_DAYS(
            3,
            Unit.DAYS,
            0,
            60,
            Role.SURGICAL_COORDINATOR,
            "T-10",
            "The escort's word counts when it is given so long before the operation, as on the Friday before a Monday."),
    T10_DUE_DAYS(
            1,
            Unit.DAYS,
            0,
            60,
            Role.SURGICAL_COORDINATOR,
            "T-10",
            "The escort reconfirms so long before the operation."),
    T10_OVERDUE_HOUR(
            6,
            Unit.O_CLOCK,
            0,
            23,
            Role.SURGICAL_COORDINATOR,
            "T-10",
            "From this hour of the day of the operation on the escort's word is overdue."),
    T11_DUE_DAYS(
            28,
            Unit.DAYS,
            0,
            365,
            Role.ANESTHESIOLOGIST,
            "T-11",
            "Nicotine and medication are checked so long before the operation."),
    T11_OVERDUE_DAYS(
            5,
            Unit.DAYS,
            0,
            365,
            Role.ANESTHESIOLOGIST,
            "T-11",
            "So long before the operation the check of nicotine and medication is overdue."),
    T12_DUE_DAYS(
            1,
            Unit.DAYS,
            0,
            7,
            Role.ANESTHESIOLOGIST,
            "T-12",
            "The reminder of fasting is sent so long before the operation."),
    T12_DUE_HOUR(
            18,
            Unit.O_CLOCK,
            0,
            23,
            Role.ANESTHESIOLOGIST,
            "T-12",
            "The reminder of fasting is sent at this hour of that day, by the clock where the patient is."),
    T13_READY_MINUTES(
            30, Unit.MINUTES, 0, 240, Role.OR_NURSE, "T-13", "The sign-in is ready so long before the planned start."),
    T14_DUE_HOURS(
            24,
            Unit.HOURS,
            0,
            720,
            Role.SURGEON,
            "T-14",
            "From the end of an operation until its record is to be signed."),
    T14_OVERDUE_HOURS(
            72,
            Unit.HOURS,
            1,
            720,
            Role.SURGEON,
            "T-14",
            "From the end of an operation until the signature is overdue."),
    T16_WARNING_HOURS(
            20,
            Unit.HOURS,
            0,
            72,
            Role.ADMINISTRATOR,
            "T-16",
            "From the admission until the end of the longest stay is announced."),
    T17_DUE_HOUR(
            18,
            Unit.O_CLOCK,
            0,
            23,
            Role.AFTERCARE_NURSE,
            "T-17",
            "At this hour of its day the day-one call is due, by the clock where the patient is."),
    T17_OVERDUE_HOURS(
            36,
            Unit.HOURS,
            1,
            240,
            Role.AFTERCARE_NURSE,
            "T-17",
            "From the discharge until the day-one call is overdue."),
    T17_ATTEMPTS(
            3,
            Unit.COUNT,
            1,
            20,
            Role.AFTERCARE_NURSE,
            "T-17",
            "After so many attempts in vain the patient's other contact is called."),
    T17_WELFARE_HOURS(
            48,
            Unit.HOURS,
            1,
            240,
            Role.AFTERCARE_NURSE,
            "T-17",
            "From the discharge until somebody looks after a patient whom no call has reached."),
    T18_EARLIEST_DAYS(
            5,
            Unit.DAYS,
            0,
            90,
            Role.SURGICAL_COORDINATOR,
            "T-18",
            "From the operation until a look at the wound counts as the wound visit."),
    T19B_OVERDUE_DAYS(
            6,
            Unit.DAYS,
            0,
            90,
            Role.QUALITY_AUDITOR,
            "T-19b",
            "From the last day of the longer surveillance until its close-out is overdue."),
    T20_DUE_DAYS(
            14,
            Unit.DAYS,
            0,
            365,
            Role.SURGEON,
            "T-20",
            "From stage one until the first look at the healthy side of the face."),
    T20_AGAIN_DAYS(
            90,
            Unit.DAYS,
            0,
            365,
            Role.SURGEON,
            "T-20",
            "From stage one until the second look at the healthy side of the face."),
    T20_OVERDUE_DAYS(14, Unit.DAYS, 0, 365, Role.SURGEON, "T-20", "From the day of that look until it is overdue."),
    T20_EARLY_DAYS(
            7, Unit.DAYS, 0, 90, Role.SURGEON, "T-20", "A look that was taken so long before its day counts for it."),
    T21_DUE_DAYS(
            30,
            Unit.DAYS,
            0,
            365,
            Role.SURGEON,
            "T-21",
            "From stage one until the first test of the sensation of the leg."),
    T21_AGAIN_DAYS(
            180,
            Unit.DAYS,
            0,
            730,
            Role.SURGEON,
            "T-21",
            "From stage one until the second test of the sensation of the leg."),
    T21_OVERDUE_DAYS(30, Unit.DAYS, 0, 365, Role.SURGEON, "T-21", "From the day of that test until it is overdue."),
    T21_EARLY_DAYS(
            14, Unit.DAYS, 0, 90, Role.SURGEON, "T-21", "A test that was done so long before its day counts for it."),
    T25_WARNING_DAYS(
            30, Unit.DAYS, 0, 365, Role.SURGEON, "T-25", "The end of the window is announced so long before it."),
    T25_DECISION_DAYS(
            14, Unit.DAYS, 0, 365, Role.SURGEON, "T-25", "From the end of the window until the surgeon has to decide."),
    T25_DIRECTOR_DAYS(
            28,
            Unit.DAYS,
            0,
            365,
            Role.SURGEON,
            "T-25",
            "From the end of the window until the medical director is told."),
    T26_OVERDUE_DAYS(
            7, Unit.DAYS, 0, 365, Role.SURGEON, "T-26", "From the end of an extension until the decision is overdue."),
    T28_DUE_DAYS(
            14,
            Unit.DAYS,
            0,
            365,
            Role.ANESTHESIOLOGIST,
            "T-28",
            "So long before stage two a clearance that holds on its day is due."),
    T28_OVERDUE_DAYS(
            3,
            Unit.DAYS,
            0,
            365,
            Role.ANESTHESIOLOGIST,
            "T-28",
            "So long before stage two a clearance that holds on its day is overdue."),
    T29_CLOSE_MINUTES(
            15,
            Unit.MINUTES,
            1,
            240,
            Role.SURGEON,
            "T-29",
            "Between the first checks of a flap after the admission to recovery."),
    T29_CLOSE_COUNT(4, Unit.COUNT, 0, 100, Role.SURGEON, "T-29", "So many checks at the first distance."),
    T29_WIDER_MINUTES(
            30, Unit.MINUTES, 1, 240, Role.SURGEON, "T-29", "Between the checks of a flap that follow these."),
    T29_WIDER_COUNT(2, Unit.COUNT, 0, 100, Role.SURGEON, "T-29", "So many checks at the second distance."),
    T29_HOURLY_MINUTES(
            60, Unit.MINUTES, 1, 720, Role.SURGEON, "T-29", "Between the checks of a flap from the reperfusion on."),
    T29_HOURLY_COUNT(48, Unit.COUNT, 0, 200, Role.SURGEON, "T-29", "So many checks at this distance."),
    T29_LATE_HOURS(6, Unit.HOURS, 1, 48, Role.SURGEON, "T-29", "Between the last checks of a flap."),
    T29_END_HOURS(72, Unit.HOURS, 1, 240, Role.SURGEON, "T-29", "From the reperfusion to the end of the watch."),
    T29_TOLERANCE_MINUTES(
            15,
            Unit.MINUTES,
            1,
            120,
            Role.SURGEON,
            "T-29",
            "A check counts for every time of the schedule that is so near to it; so long after its time a check is overdue."),
    T31_DUE_MINUTES(
            60, Unit.MINUTES, 1, 720, Role.SURGEON, "T-31", "From the confirmed compromise of a flap to the incision."),
    T31_OVERDUE_MINUTES(
            90,
            Unit.MINUTES,
            1,
            720,
            Role.SURGEON,
            "T-31",
            "From the confirmed compromise of a flap until the incision is overdue."),
    T32_FROM_DAYS(
            1,
            Unit.DAYS,
            0,
            90,
            Role.AFTERCARE_NURSE,
            "T-32",
            "From stage two until drain, sutures and dressing may be taken out."),
    T32_DUE_DAYS(
            7,
            Unit.DAYS,
            0,
            90,
            Role.AFTERCARE_NURSE,
            "T-32",
            "From stage two until drain, sutures and dressing are to be out."),
    T32_OVERDUE_DAYS(
            10,
            Unit.DAYS,
            0,
            90,
            Role.AFTERCARE_NURSE,
            "T-32",
            "From stage two until drain, sutures and dressing are overdue."),
    T33_ROUTINE_BUSINESS_DAYS(
            1, Unit.BUSINESS_DAYS, 0, 20, Role.SURGEON, "T-33", "A routine red flag is answered within this time."),
    T34_FIRST_DAYS(7, Unit.DAYS, 0, 365, Role.SURGICAL_COORDINATOR, "T-34", "From stage two to the first visit."),
    T34_SECOND_DAYS(14, Unit.DAYS, 0, 365, Role.SURGICAL_COORDINATOR, "T-34", "From stage two to the second visit."),
    T34_THIRD_DAYS(30, Unit.DAYS, 0, 365, Role.SURGICAL_COORDINATOR, "T-34", "From stage two to the third visit."),
    T34_FOURTH_DAYS(90, Unit.DAYS, 0, 365, Role.SURGICAL_COORDINATOR, "T-34", "From stage two to the fourth visit."),
    T34_OVERDUE_DAYS(
            7, Unit.DAYS, 0, 365, Role.SURGICAL_COORDINATOR, "T-34", "From the day of a visit until it is overdue."),
    T34_EARLY_DAYS(
            3,
            Unit.DAYS,
            0,
            90,
            Role.SURGICAL_COORDINATOR,
            "T-34",
            "A visit that takes place so long before its day counts for it."),
    T41_MISSED(
            2,
            Unit.COUNT,
            1,
            20,
            Role.THERAPIST,
            "T-41",
            "After so many missed sessions in a row the coordinator calls the patient."),
    T42_MONTHS(1, Unit.MONTHS, 1, 24, Role.THERAPIST, "T-42", "From one review of the exercises at home to the next."),
    T42_OVERDUE_DAYS(14, Unit.DAYS, 0, 365, Role.THERAPIST, "T-42", "From the day of that review until it is overdue."),
    T43_FROM_MONTHS(
            8,
            Unit.MONTHS,
            0,
            60,
            Role.THERAPIST,
            "T-43",
            "From stage two until a review of the therapy counts as the one half-way."),
    T43_DUE_MONTHS(
            9, Unit.MONTHS, 1, 60, Role.THERAPIST, "T-43", "From stage two to the review of the therapy half-way."),
    T43_OVERDUE_MONTHS(10, Unit.MONTHS, 1, 60, Role.THERAPIST, "T-43", "From stage two until that review is overdue."),
    T46_OVERDUE_MONTHS(
            13,
            Unit.MONTHS,
            1,
            60,
            Role.SURGEON,
            "T-46",
            "From stage two until the examination of a muscle that does not move is overdue."),
    T46_MASSETERIC_DUE_MONTHS(
            6,
            Unit.MONTHS,
            1,
            60,
            Role.SURGEON,
            "T-46",
            "From stage two until a muscle of the masseteric nerve that does not move is examined (A-06); to be confirmed by a reviewing surgeon."),
    T46_MASSETERIC_OVERDUE_MONTHS(
            7,
            Unit.MONTHS,
            1,
            60,
            Role.SURGEON,
            "T-46",
            "From stage two until that examination is overdue (A-06); to be confirmed by a reviewing surgeon."),
    T47_DUE_MONTHS(
            18,
            Unit.MONTHS,
            1,
            60,
            Role.SURGEON,
            "T-47",
            "From stage two until it is decided about a muscle that does not move."),
    T47_MASSETERIC_DUE_MONTHS(
            9,
            Unit.MONTHS,
            1,
            60,
            Role.SURGEON,
            "T-47",
            "From stage two until it is decided about a muscle of the masseteric nerve that does not move (A-06); to be confirmed by a reviewing surgeon."),
    T47_OVERDUE_DAYS(14, Unit.DAYS, 0, 365, Role.SURGEON, "T-47", "From the day of that decision until it is overdue."),
    T54_SECOND_DAYS(
            10,
            Unit.DAYS,
            0,
            365,
            Role.SURGICAL_COORDINATOR,
            "T-54",
            "From a visit that became overdue to the second attempt."),
    MESSAGE_VALID_HOURS(
            72,
            Unit.HOURS,
            1,
            720,
            Role.SURGICAL_COORDINATOR,
            "section 3",
            "A message or notice that could not be sent for so long is of no use and is not sent any more."),
    MESSAGE_RETURNED_DAYS(
            3,
            Unit.DAYS,
            1,
            30,
            Role.SURGICAL_COORDINATOR,
            "section 3",
            "From a message that came back until reaching the patient otherwise is overdue."),
    T54_LETTER_DAYS(
            20,
            Unit.DAYS,
            0,
            365,
            Role.SURGICAL_COORDINATOR,
            "T-54",
            "From a visit that became overdue to the letter."),
    T55_DUE_DAYS(7, Unit.DAYS, 0, 365, Role.QUALITY_AUDITOR, "T-55", "From a complication to its review."),
    T55_OVERDUE_DAYS(
            30, Unit.DAYS, 0, 365, Role.QUALITY_AUDITOR, "T-55", "From a complication until its review is overdue."),
    T56_DUE_DAYS(7, Unit.DAYS, 0, 365, Role.QUALITY_AUDITOR, "T-56", "From an override to its review."),
    T56_OVERDUE_DAYS(
            30, Unit.DAYS, 0, 365, Role.QUALITY_AUDITOR, "T-56", "From an override until its review is overdue."),
    T57_DUE_BUSINESS_DAYS(
            3,
            Unit.BUSINESS_DAYS,
            0,
            60,
            Role.BILLING,
            "T-57",
            "From the signed operation record until its charge is to be released."),
    T57_OVERDUE_BUSINESS_DAYS(
            10,
            Unit.BUSINESS_DAYS,
            0,
            60,
            Role.BILLING,
            "T-57",
            "From the signed operation record until the release of its charge is overdue."),
    RETENTION_YEARS(
            6,
            Unit.YEARS,
            6,
            100,
            Role.PRIVACY_OFFICER,
            "T-58",
            "From the end of a pathway, or the majority of a minor, until its retention is reviewed."),
    SLOT_HELD_BUSINESS_DAYS(
            5,
            Unit.BUSINESS_DAYS,
            0,
            60,
            Role.SURGICAL_COORDINATOR,
            "SLOT-HELD",
            "The slot of an operation that is contradicted is kept for so long (A-01)."),

    SOON_DAYS(7, Unit.DAYS, 0, 60, Role.SURGICAL_COORDINATOR, "T-02", "What is due within this time counts as soon."),
    LISTS_DUE_DAYS(
            1,
            Unit.DAYS,
            0,
            60,
            Role.PREOP_NURSE,
            "LISTS",
            "Allergies and medication are listed so long before the operation (A-15)."),
    T02_DUE_DAYS(
            14,
            Unit.DAYS,
            0,
            365,
            Role.SURGICAL_COORDINATOR,
            "T-02",
            "From the referral until the evaluation is to be booked."),
    T02_OVERDUE_DAYS(
            28,
            Unit.DAYS,
            0,
            365,
            Role.SURGICAL_COORDINATOR,
            "T-02",
            "From the referral until the booking of the evaluation is overdue."),
    T03_OVERDUE_BUSINESS_DAYS(
            7,
            Unit.BUSINESS_DAYS,
            0,
            60,
            Role.SURGEON,
            "T-03",
            "From the evaluation visit until its documents are overdue."),
    T04_DUE_DAYS(14, Unit.DAYS, 0, 365, Role.SURGEON, "T-04", "From the evaluation until the decision is due."),
    T04_OVERDUE_DAYS(28, Unit.DAYS, 0, 365, Role.SURGEON, "T-04", "From the evaluation until the decision is overdue."),
    T05_OVERDUE_DAYS(
            14,
            Unit.DAYS,
            0,
            365,
            Role.SURGICAL_COORDINATOR,
            "T-05",
            "From the day of review until the new decision is overdue."),
    T06_WARNING_DAYS(
            14,
            Unit.DAYS,
            0,
            365,
            Role.SURGICAL_COORDINATOR,
            "T-06",
            "The end of a consent is announced so long before it."),
    T08_WARNING_DAYS(
            7,
            Unit.DAYS,
            0,
            365,
            Role.ANESTHESIOLOGIST,
            "T-08",
            "The end of a clearance is announced so long before it."),
    T17_DUE_DAYS(1, Unit.DAYS, 0, 30, Role.AFTERCARE_NURSE, "T-17", "From the discharge until the day-one call."),
    T18_DUE_DAYS(7, Unit.DAYS, 0, 90, Role.SURGICAL_COORDINATOR, "T-18", "From the operation until the wound visit."),
    T18_OVERDUE_DAYS(
            12,
            Unit.DAYS,
            0,
            90,
            Role.SURGICAL_COORDINATOR,
            "T-18",
            "From the operation until the wound visit is overdue."),
    T19_OVERDUE_DAYS(
            4,
            Unit.DAYS,
            0,
            90,
            Role.QUALITY_AUDITOR,
            "T-19",
            "From the last day of the surveillance until its close-out is overdue."),
    T22_MONTHS(3, Unit.MONTHS, 1, 60, Role.SURGICAL_COORDINATOR, "T-22", "From stage one to the first Tinel check."),
    T23_MONTHS(6, Unit.MONTHS, 1, 60, Role.SURGICAL_COORDINATOR, "T-23", "From stage one to the second Tinel check."),
    T24_MONTHS(9, Unit.MONTHS, 1, 60, Role.SURGICAL_COORDINATOR, "T-24", "From stage one to the third Tinel check."),
    TINEL_EARLY_DAYS(
            14,
            Unit.DAYS,
            0,
            90,
            Role.SURGICAL_COORDINATOR,
            "T-22, T-23, T-24",
            "A check that was done so long before its day counts for it."),
    TINEL_OVERDUE_DAYS(
            28,
            Unit.DAYS,
            0,
            365,
            Role.SURGICAL_COORDINATOR,
            "T-22, T-23, T-24",
            "From the day of a Tinel check until it is overdue."),
    T27_DUE_DAYS(
            45,
            Unit.DAYS,
            0,
            365,
            Role.SURGICAL_COORDINATOR,
            "T-27",
            "From the confirmation until stage two is to be scheduled."),
    T27_OVERDUE_DAYS(
            90,
            Unit.DAYS,
            0,
            365,
            Role.SURGICAL_COORDINATOR,
            "T-27",
            "From the confirmation until the scheduling of stage two is overdue."),
    T40_DUE_DAYS(14, Unit.DAYS, 0, 365, Role.THERAPIST, "T-40", "From stage two until therapy is to start."),
    T40_OVERDUE_DAYS(
            42, Unit.DAYS, 0, 365, Role.THERAPIST, "T-40", "From stage two until the start of therapy is overdue."),
    T41_OVERDUE_DAYS(14, Unit.DAYS, 0, 365, Role.THERAPIST, "T-41", "From the day of a session until it is overdue."),
    T44_OVERDUE_MONTHS(1, Unit.MONTHS, 0, 24, Role.THERAPIST, "T-44", "From the end of therapy until it is overdue."),
    T45_DUE_MONTHS(8, Unit.MONTHS, 1, 60, Role.SURGEON, "T-45", "From stage two until the first movement is expected."),
    T45_OVERDUE_MONTHS(9, Unit.MONTHS, 1, 60, Role.SURGEON, "T-45", "From stage two until the first movement is late."),
    T45_MASSETERIC_DUE_MONTHS(
            3,
            Unit.MONTHS,
            1,
            60,
            Role.SURGEON,
            "T-45",
            "From stage two until the first movement of a muscle that the masseteric nerve drives is expected (A-06)."),
    T45_MASSETERIC_OVERDUE_MONTHS(
            6,
            Unit.MONTHS,
            1,
            60,
            Role.SURGEON,
            "T-45",
            "From stage two until the first movement of a muscle that the masseteric nerve drives is late (A-06)."),
    OUTCOME_WINDOW_DAYS(
            21,
            Unit.DAYS,
            0,
            90,
            Role.SURGICAL_COORDINATOR,
            "INV-50, T-48 to T-52",
            "An outcome visit counts when it is so long before its day at the earliest."),
    FINAL_SET_LATE_DAYS(
            21,
            Unit.DAYS,
            0,
            365,
            Role.SURGEON,
            "INV-50",
            "The final set is measured so long after the day of its visit at the latest; later it counts by an override."),
    OUTCOME_OVERDUE_DAYS(
            45,
            Unit.DAYS,
            0,
            365,
            Role.SURGICAL_COORDINATOR,
            "T-48 to T-52",
            "From the day of an outcome visit until it is overdue."),
    T53_OVERDUE_MONTHS(
            3, Unit.MONTHS, 0, 24, Role.SURGEON, "T-53", "From the earliest completion until it is overdue.");

    private static final Map<String, Threshold> BY_NAME = byName();

    private final int byDefault;
    private final Unit unit;
    private final int lowest;
    private final int highest;
    private final Role owner;
    private final String readBy;
    private final String meaning;
    private final String storedName;

    Threshold(int byDefault, Unit unit, int lowest, int highest, Role owner, String readBy, String meaning) {
        this.byDefault = byDefault;
        this.unit = unit;
        this.lowest = lowest;
        this.highest = highest;
        this.owner = owner;
        this.readBy = readBy;
        this.meaning = meaning;
        this.storedName = camelCase(name());
    }

    /** As proposals and sentences name it, such as {@code consentValidDays}. */
    public String storedName() {
        return storedName;
    }

    /** The value of the clinical reference, in force until a version changes it. */
    public int byDefault() {
        return byDefault;
    }

    public Unit unit() {
        return unit;
    }

    /** The lowest value that a version may give it. */
    public int lowest() {
        return lowest;
    }

    /** The highest value that a version may give it. */
    public int highest() {
        return highest;
    }

    /** Whether a version may give it this value. */
    public boolean allows(int value) {
        return value >= lowest && value <= highest;
    }

    /** Who answers for it; a person in this role is asked before it is changed. */
    public Role owner() {
        return owner;
    }

    /** The rules, timers or measures that read it, such as {@code INV-37}. */
    public String readBy() {
        return readBy;
    }

    /** What it is, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** The threshold that proposals call by this name. */
    public static Optional<Threshold> named(String storedName) {
        return Optional.ofNullable(BY_NAME.get(storedName));
    }

    private static Map<String, Threshold> byName() {
        Map<String, Threshold> byName = new TreeMap<>();
        Arrays.stream(values()).forEach(each -> byName.put(each.storedName, each));
        return Collections.unmodifiableMap(byName);
    }

    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
