package org.crossface.pathway.vocabulary;

/** Where a pathway stands (clinical reference 2.3). */
public enum Phase {
    REFERRED("Referred"),
    UNDER_EVALUATION("Under evaluation"),
    CANDIDATE("Candidate"),
    DEFERRED("Deferred"),
    NOT_CANDIDATE("Not candidate"),
    STAGE1_PLANNED("Stage one planned"),
    STAGE1_DONE("Stage one done"),
    NEUROTIZING("Nerve growing"),
    WINDOW_LAPSED("Window lapsed"),
    READY_FOR_STAGE2("Ready for stage two"),
    STAGE2_PLANNED("Stage two planned"),
    STAGE2_DONE("Stage two done"),
    REHABILITATING("Rehabilitation"),
    OUTCOME_TRACKING("Outcome"),
    COMPLETED("Completed"),
    ON_HOLD("On hold"),
    LOST_TO_FOLLOW_UP("Lost to follow up"),
    REPLANNED("Replanned"),
    REFERRAL_DECLINED("Referral declined"),
    REFERRAL_EXPIRED("Referral expired"),
    WITHDRAWN("Withdrawn"),
    TRANSFERRED_OUT("Transferred out"),
    DECEASED("Deceased"),
    CLOSED_ALTERNATIVE_TREATMENT("Closed alternative treatment");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    /** What people call it, such as {@code Nerve growing}. */
    public String label() {
        return label;
    }

    /** Whether a transferred muscle is being followed. */
    public boolean isAfterTransfer() {
        return this == STAGE2_DONE || this == REHABILITATING || this == OUTCOME_TRACKING;
    }

    /** Whether nothing clinical follows any more. */
    public boolean isEnd() {
        return switch (this) {
            case NOT_CANDIDATE,
                    COMPLETED,
                    REFERRAL_DECLINED,
                    REFERRAL_EXPIRED,
                    WITHDRAWN,
                    TRANSFERRED_OUT,
                    DECEASED,
                    CLOSED_ALTERNATIVE_TREATMENT -> true;
            default -> false;
        };
    }
}
