package org.crossface.pathway;

/** Where a pathway stands (clinical reference 2.3). */
public enum Phase {
    REFERRED,
    UNDER_EVALUATION,
    CANDIDATE,
    DEFERRED,
    NOT_CANDIDATE,
    STAGE1_PLANNED,
    STAGE1_DONE,
    NEUROTIZING,
    WINDOW_LAPSED,
    READY_FOR_STAGE2,
    STAGE2_PLANNED,
    STAGE2_DONE,
    REHABILITATING,
    OUTCOME_TRACKING,
    COMPLETED,
    ON_HOLD,
    LOST_TO_FOLLOW_UP,
    REPLANNED,
    REFERRAL_DECLINED,
    WITHDRAWN,
    TRANSFERRED_OUT,
    DECEASED,
    CLOSED_ALTERNATIVE_TREATMENT;

    /** Whether nothing clinical follows any more. */
    public boolean isEnd() {
        return switch (this) {
            case NOT_CANDIDATE,
                    COMPLETED,
                    REFERRAL_DECLINED,
                    WITHDRAWN,
                    TRANSFERRED_OUT,
                    DECEASED,
                    CLOSED_ALTERNATIVE_TREATMENT -> true;
            default -> false;
        };
    }
}
