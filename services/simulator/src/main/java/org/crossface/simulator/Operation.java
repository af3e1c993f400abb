package org.crossface.simulator;

/** An operation as the simulator prepares and plays it. */
enum Operation {
    STAGE_ONE("ONE", 215, 240),
    STAGE_TWO("TWO", 470, 340);

    private final String stage;
    private final int minutes;
    private final int recoveryMinutes;

    Operation(String stage, int minutes, int recoveryMinutes) {
        this.stage = stage;
        this.minutes = minutes;
        this.recoveryMinutes = recoveryMinutes;
    }

    /** As commands name it. */
    String stage() {
        return stage;
    }

    /** Estimated duration, min. */
    int minutes() {
        return minutes;
    }

    /** Expected recovery, min. */
    int recoveryMinutes() {
        return recoveryMinutes;
    }
}
