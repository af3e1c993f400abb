package org.crossface.simulator;

/** The two treatments that the simulated patients get. */
enum Treatment {
    /** Graft first; the nerve of the healthy side drives the muscle. */
    GRAFT("CFNG_GRACILIS_2STAGE", "CFNG", "CROSS_FACIAL_GRAFT", "CONTRALATERAL_SMILE", 8.0, 1.4),
    /** One operation; the nerve of a chewing muscle drives the muscle, which moves after 3 to 6 months. */
    MASSETERIC("GRACILIS_MASSETERIC_1STAGE", "MASSETERIC", "MASSETERIC", "CLENCH", 4.5, 0.7);

    private final String option;
    private final String nerveSource;
    private final String motorNerve;
    private final String trigger;
    private final double movementMonths;
    private final double deviation;

    Treatment(
            String option,
            String nerveSource,
            String motorNerve,
            String trigger,
            double movementMonths,
            double deviation) {
        this.option = option;
        this.nerveSource = nerveSource;
        this.motorNerve = motorNerve;
        this.trigger = trigger;
        this.movementMonths = movementMonths;
        this.deviation = deviation;
    }

    /** As plan and consent name it. */
    String option() {
        return option;
    }

    /** As the plan names the nerve. */
    String nerveSource() {
        return nerveSource;
    }

    /** As the operation names the nerve. */
    String motorNerve() {
        return motorNerve;
    }

    /** What makes the muscle move first. */
    String trigger() {
        return trigger;
    }

    /** Months from the transfer to the first movement, drawn anew for each patient. */
    double drawMovementMonths(World world) {
        return world.normal(
                movementMonths, deviation, movementMonths - 2.5 * deviation, movementMonths + 3 * deviation, 0.1);
    }
}
