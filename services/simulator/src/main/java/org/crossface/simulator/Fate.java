package org.crossface.simulator;

/** The part of a patient's course that is fixed; the rest is random. */
enum Fate {
    /** Nothing is fixed. */
    OPEN,
    /** Referred in the last days and not called yet. */
    NEWCOMER,
    /** Bleeds after the muscle transfer and is taken back to theatre on the same day. */
    RETURNS_TO_THEATRE,
    /** Loses the first muscle and gets a second one, driven by the masseteric nerve. */
    SECOND_FLAP,
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

    /** Whether the operation is certain to take place. */
    boolean isCertain() {
        return switch (this) {
            case OPEN, NEWCOMER -> false;
            case RETURNS_TO_THEATRE, SECOND_FLAP, STAGE_ONE_ON_LAST_DAY, STAGE_TWO_ON_LAST_DAY -> true;
        };
    }
}
