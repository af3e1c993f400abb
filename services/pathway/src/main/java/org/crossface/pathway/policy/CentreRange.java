package org.crossface.pathway.policy;

/** A range of a field that a centre may narrow. The range of the field itself says what is possible; this one says what the centre expects. */
public enum CentreRange {
    SURAL_LENGTH(Threshold.SURAL_LENGTH_MIN_MM, Threshold.SURAL_LENGTH_MAX_MM, Scale.TENTHS),
    GRACILIS_LENGTH(Threshold.GRACILIS_LENGTH_MIN_MM, Threshold.GRACILIS_LENGTH_MAX_MM, Scale.TENTHS),
    GRACILIS_WIDTH(Threshold.GRACILIS_WIDTH_MIN_MM, Threshold.GRACILIS_WIDTH_MAX_MM, Scale.TENTHS),
    GRACILIS_WEIGHT(Threshold.GRACILIS_WEIGHT_MIN_G, Threshold.GRACILIS_WEIGHT_MAX_G, Scale.WHOLE),
    OPERATION_MINUTES(Threshold.OPERATION_MIN_MINUTES, Threshold.OPERATION_MAX_MINUTES, Scale.WHOLE);

    private final Threshold least;
    private final Threshold most;
    private final Scale scale;

    CentreRange(Threshold least, Threshold most, Scale scale) {
        this.least = least;
        this.most = most;
        this.scale = scale;
    }

    /** How the whole number of a threshold is read in the unit of the field. */
    private enum Scale {
        WHOLE(1),
        /** Millimetres for a field in centimetres. */
        TENTHS(10);

        private final double parts;

        Scale(double parts) {
            this.parts = parts;
        }
    }

    /** The threshold of its lower end. */
    public Threshold lower() {
        return least;
    }

    /** The threshold of its upper end. */
    public Threshold upper() {
        return most;
    }

    /** The value of a threshold in the unit of the field. */
    public double inUnitOfField(int value) {
        return value / scale.parts;
    }

    /** The lowest value that the centre expects, in the unit of the field. */
    public double least(Policy policy) {
        return inUnitOfField(policy.of(least));
    }

    /** The highest value that the centre expects, in the unit of the field. */
    public double most(Policy policy) {
        return inUnitOfField(policy.of(most));
    }
}
