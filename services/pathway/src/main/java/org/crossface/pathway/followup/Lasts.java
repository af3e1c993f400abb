package org.crossface.pathway.followup;

import org.crossface.pathway.vocabulary.Phase;

/**
 * How long a timer runs when the pathway is interrupted or ends. Planned contacts and visits stop with a withdrawal; what keeps the patient safe
 * goes on after it and stops with a death (clinical reference, section 3).
 */
public enum Lasts {
    /** Rests while the pathway is on hold or the patient is lost; ends with the pathway. */
    WHILE_GOING_ON,
    /** Goes on through a hold and a loss; ends with the pathway. */
    UNTIL_THE_END,
    /** Goes on after a withdrawal; ends with any other end. */
    BEYOND_WITHDRAWAL,
    /** Goes on after every end but a death. */
    UNTIL_DEATH,
    /** Whatever becomes of the pathway: the record has to be complete. */
    ALWAYS;

    /** Whether the timer runs in this phase. */
    boolean in(Phase phase) {
        return switch (this) {
            case WHILE_GOING_ON -> !phase.isEnd() && phase != Phase.ON_HOLD && phase != Phase.LOST_TO_FOLLOW_UP;
            case UNTIL_THE_END -> !phase.isEnd();
            case BEYOND_WITHDRAWAL -> !phase.isEnd() || phase == Phase.WITHDRAWN;
            case UNTIL_DEATH -> phase != Phase.DECEASED;
            case ALWAYS -> true;
        };
    }
}
