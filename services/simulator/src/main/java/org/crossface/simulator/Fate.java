package org.crossface.simulator;

import org.crossface.simulator.Preparation.Operation;

/** What is certain about a patient before the dice are thrown. */
enum Fate {
    /** Nothing. */
    OPEN,
    /** Is referred in the last days; nobody has called yet. */
    NEWCOMER,
    /** Has the nerve graft on the last day. */
    STAGE_ONE_ON_LAST_DAY,
    /** Has the muscle transfer on the last day. */
    STAGE_TWO_ON_LAST_DAY;

    /** Whether this operation takes place on the last day. */
    boolean isOnLastDay(Operation operation) {
        return switch (operation) {
            case STAGE_ONE -> this == STAGE_ONE_ON_LAST_DAY;
            case STAGE_TWO -> this == STAGE_TWO_ON_LAST_DAY;
        };
    }

    /** Whether nothing may come between the patient and the operation. */
    boolean isCertain() {
        return this == STAGE_ONE_ON_LAST_DAY || this == STAGE_TWO_ON_LAST_DAY;
    }
}
