package org.crossface.coordination.board;

import org.crossface.pathway.vocabulary.Phase;

/** The nine columns of the board, in their order. */
public enum Lane {
    REFERRAL(1, "Referral"),
    EVALUATION(2, "Evaluation"),
    DECISION(3, "Decision"),
    STAGE_ONE(4, "Stage one"),
    NERVE_GROWING(5, "Nerve growing"),
    STAGE_TWO(6, "Stage two"),
    REHABILITATION(7, "Rehabilitation"),
    OUTCOME(8, "Outcome"),
    COMPLETED(9, "Completed");

    private final int number;
    private final String label;

    Lane(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /** The name that pages show. */
    public String label() {
        return label;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    /**
     * The column of a pathway.
     *
     * @param phase the phase that it is in
     * @param resting the phase that it returns to while it is on hold or lost to follow-up, else the same phase
     */
    public static Lane of(Phase phase, Phase resting) {
        return switch (phase) {
            case REFERRED -> REFERRAL;
            case UNDER_EVALUATION -> EVALUATION;
            case CANDIDATE, DEFERRED -> DECISION;
            case STAGE1_PLANNED, STAGE1_DONE -> STAGE_ONE;
            case NEUROTIZING, WINDOW_LAPSED -> NERVE_GROWING;
            case READY_FOR_STAGE2, STAGE2_PLANNED, STAGE2_DONE, REPLANNED -> STAGE_TWO;
            case REHABILITATING -> REHABILITATION;
            case OUTCOME_TRACKING -> OUTCOME;
            case ON_HOLD, LOST_TO_FOLLOW_UP -> resting == phase ? REFERRAL : of(resting, resting);
            case COMPLETED,
                    NOT_CANDIDATE,
                    REFERRAL_DECLINED,
                    REFERRAL_EXPIRED,
                    WITHDRAWN,
                    TRANSFERRED_OUT,
                    DECEASED,
                    CLOSED_ALTERNATIVE_TREATMENT -> COMPLETED;
        };
    }
}
