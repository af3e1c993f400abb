package org.crossface.pathway.aftercare.vocabulary;

import org.crossface.pathway.vocabulary.Grouped;

/** What must not wait after an operation, each with its level (clinical reference P7). */
public enum RedFlag implements Grouped {
    AIRWAY_OR_NECK_SWELLING(RedFlagLevel.EMERGENCY),
    STRIDOR(RedFlagLevel.EMERGENCY),
    CHEST_PAIN(RedFlagLevel.EMERGENCY),
    DYSPNEA(RedFlagLevel.EMERGENCY),
    UNILATERAL_LEG_SWELLING(RedFlagLevel.EMERGENCY),
    UNCONTROLLED_BLEEDING(RedFlagLevel.EMERGENCY),
    COLLAPSE(RedFlagLevel.EMERGENCY),
    EXPANDING_CHEEK_SWELLING(RedFlagLevel.FLAP_EMERGENCY),
    DOPPLER_ABSENT_OR_CHANGED(RedFlagLevel.FLAP_EMERGENCY),
    SUDDEN_TENSE_CHEEK(RedFlagLevel.FLAP_EMERGENCY),
    FEVER(RedFlagLevel.URGENT_ONE_HOUR),
    PUS(RedFlagLevel.URGENT_ONE_HOUR),
    SPREADING_REDNESS(RedFlagLevel.URGENT_ONE_HOUR),
    UNCONTROLLED_PAIN(RedFlagLevel.URGENT_ONE_HOUR),
    PERSISTENT_VOMITING(RedFlagLevel.URGENT_ONE_HOUR),
    NO_URINE(RedFlagLevel.URGENT_ONE_HOUR),
    NEW_HEALTHY_SIDE_WEAKNESS(RedFlagLevel.URGENT_FOUR_HOURS),
    EYE_PAIN_OR_REDNESS(RedFlagLevel.URGENT_FOUR_HOURS),
    MEDICATION_REACTION(RedFlagLevel.URGENT_FOUR_HOURS),
    MODERATE_PAIN(RedFlagLevel.ROUTINE),
    CONSTIPATION(RedFlagLevel.ROUTINE),
    NUMB_FOOT_QUESTION(RedFlagLevel.ROUTINE),
    LOW_MOOD(RedFlagLevel.ROUTINE);

    private final RedFlagLevel level;

    RedFlag(RedFlagLevel level) {
        this.level = level;
    }

    /** By how fast somebody has to act, so that a person who asks sees what must not be forgotten first. */
    @Override
    public String group() {
        return switch (level) {
            case EMERGENCY -> "Emergency";
            case FLAP_EMERGENCY -> "The muscle";
            case URGENT_ONE_HOUR -> "Within an hour";
            case URGENT_FOUR_HOURS -> "Within four hours";
            case ROUTINE -> "Next working day";
        };
    }

    /** How fast somebody has to act. */
    public RedFlagLevel level() {
        return level;
    }
}
