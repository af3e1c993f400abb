package org.crossface.pathway.scheduling.vocabulary;

/** An item of the pre-operative checklist (P4). */
public enum PreOpItem {
    HISTORY_AND_PHYSICAL,
    ALLERGIES,
    LABORATORY,
    PREGNANCY_TEST,
    ECG,
    MEDICATION_PLAN,
    NICOTINE_FREE,
    ESCORT,
    FIRST_NIGHT_DISTANCE,
    CONSENTS,
    PHOTOGRAPHS_AND_PLAN,
    PRIVILEGES,
    TRANSFER_AGREEMENT,
    VESSEL_ASSESSMENT,
    PREOP_CALL
}
