package org.crossface.pathway;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Phases of a pathway that commands share, by what is done in them. */
public final class Phases {

    /** The evaluation, until the decision on the candidacy. */
    public static final Set<Phase> EVALUATION = of(Phase.REFERRED, Phase.UNDER_EVALUATION, Phase.DEFERRED);

    /** An operation can be prepared. */
    public static final Set<Phase> PREPARATION = of(
            Phase.CANDIDATE,
            Phase.STAGE1_PLANNED,
            Phase.NEUROTIZING,
            Phase.WINDOW_LAPSED,
            Phase.READY_FOR_STAGE2,
            Phase.STAGE2_PLANNED,
            Phase.STAGE2_DONE,
            Phase.REHABILITATING,
            Phase.REPLANNED);

    /** A patient can be brought to an operation. */
    public static final Set<Phase> OPERATION = of(Phase.STAGE1_PLANNED, Phase.STAGE2_PLANNED, Phase.REPLANNED);

    /** A patient can be in the surgery centre: whatever became of operation and pathway meanwhile, care goes on until the patient has left. */
    public static final Set<Phase> SURGERY_AND_RECOVERY = of(
            Phase.CANDIDATE,
            Phase.STAGE1_PLANNED,
            Phase.STAGE1_DONE,
            Phase.NEUROTIZING,
            Phase.WINDOW_LAPSED,
            Phase.READY_FOR_STAGE2,
            Phase.STAGE2_PLANNED,
            Phase.STAGE2_DONE,
            Phase.REHABILITATING,
            Phase.ON_HOLD,
            Phase.LOST_TO_FOLLOW_UP,
            Phase.REPLANNED,
            Phase.WITHDRAWN,
            Phase.TRANSFERRED_OUT);

    /** Stage one can be under way, or its record be completed; REPLANNED when the plan changed in theatre. */
    public static final Set<Phase> STAGE_ONE =
            of(Phase.STAGE1_PLANNED, Phase.STAGE1_DONE, Phase.NEUROTIZING, Phase.REPLANNED);

    /** Stage two can be under way, or its record be completed; REPLANNED when the plan changed in theatre. */
    public static final Set<Phase> STAGE_TWO =
            of(Phase.STAGE2_PLANNED, Phase.STAGE2_DONE, Phase.REHABILITATING, Phase.REPLANNED);

    /** A flap is watched. */
    public static final Set<Phase> FLAP_WATCH =
            of(Phase.STAGE2_PLANNED, Phase.STAGE2_DONE, Phase.REHABILITATING, Phase.ON_HOLD, Phase.REPLANNED);

    /** After an operation, whatever became of the pathway, until it is completed. */
    public static final Set<Phase> AFTER_CARE = of(
            Phase.STAGE1_PLANNED,
            Phase.STAGE1_DONE,
            Phase.NEUROTIZING,
            Phase.WINDOW_LAPSED,
            Phase.READY_FOR_STAGE2,
            Phase.STAGE2_PLANNED,
            Phase.STAGE2_DONE,
            Phase.REHABILITATING,
            Phase.OUTCOME_TRACKING,
            Phase.ON_HOLD,
            Phase.LOST_TO_FOLLOW_UP,
            Phase.REPLANNED,
            Phase.WITHDRAWN);

    /** After the muscle transfer, until the outcome is known. */
    public static final Set<Phase> THERAPY = of(Phase.STAGE2_DONE, Phase.REHABILITATING, Phase.OUTCOME_TRACKING);

    /** After the muscle transfer, planned anew or not. */
    public static final Set<Phase> OUTCOME =
            of(Phase.STAGE2_DONE, Phase.REHABILITATING, Phase.OUTCOME_TRACKING, Phase.REPLANNED);

    /** Every phase that is no end. */
    public static final Set<Phase> OPEN = of(
            Phase.REFERRED,
            Phase.UNDER_EVALUATION,
            Phase.CANDIDATE,
            Phase.DEFERRED,
            Phase.STAGE1_PLANNED,
            Phase.STAGE1_DONE,
            Phase.NEUROTIZING,
            Phase.WINDOW_LAPSED,
            Phase.READY_FOR_STAGE2,
            Phase.STAGE2_PLANNED,
            Phase.STAGE2_DONE,
            Phase.REHABILITATING,
            Phase.OUTCOME_TRACKING,
            Phase.ON_HOLD,
            Phase.LOST_TO_FOLLOW_UP,
            Phase.REPLANNED);

    /** Every phase that goes on: no end, no interruption. */
    public static final Set<Phase> GOING_ON = of(
            Phase.REFERRED,
            Phase.UNDER_EVALUATION,
            Phase.CANDIDATE,
            Phase.DEFERRED,
            Phase.STAGE1_PLANNED,
            Phase.STAGE1_DONE,
            Phase.NEUROTIZING,
            Phase.WINDOW_LAPSED,
            Phase.READY_FOR_STAGE2,
            Phase.STAGE2_PLANNED,
            Phase.STAGE2_DONE,
            Phase.REHABILITATING,
            Phase.OUTCOME_TRACKING,
            Phase.REPLANNED);

    /** After an operation, the ends included: what became of it can still be put on record. */
    public static final Set<Phase> ON_RECORD = of(
            Phase.STAGE1_PLANNED,
            Phase.STAGE1_DONE,
            Phase.NEUROTIZING,
            Phase.WINDOW_LAPSED,
            Phase.READY_FOR_STAGE2,
            Phase.STAGE2_PLANNED,
            Phase.STAGE2_DONE,
            Phase.REHABILITATING,
            Phase.OUTCOME_TRACKING,
            Phase.COMPLETED,
            Phase.ON_HOLD,
            Phase.LOST_TO_FOLLOW_UP,
            Phase.REPLANNED,
            Phase.WITHDRAWN,
            Phase.TRANSFERRED_OUT,
            Phase.DECEASED);

    /** Every phase. */
    public static final Set<Phase> ANY = of(Phase.REFERRED, Phase.values());

    private Phases() {}

    private static Set<Phase> of(Phase first, Phase... others) {
        return Collections.unmodifiableSet(EnumSet.of(first, others));
    }
}
