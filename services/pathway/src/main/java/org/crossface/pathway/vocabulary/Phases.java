package org.crossface.pathway.vocabulary;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Phases of a pathway that commands share, by what is done in them. */
public final class Phases {

    /** Every phase. */
    public static final Set<Phase> ANY = of(Phase.REFERRED, Phase.values());

    /** Every phase that is no end. */
    public static final Set<Phase> OPEN = Arrays.stream(Phase.values())
            .filter(phase -> !phase.isEnd())
            .collect(Collectors.collectingAndThen(
                    Collectors.toCollection(() -> EnumSet.noneOf(Phase.class)), Collections::unmodifiableSet));

    /** Every phase that goes on: no end, no interruption. */
    public static final Set<Phase> GOING_ON = without(OPEN, Phase.ON_HOLD, Phase.LOST_TO_FOLLOW_UP);

    /** The evaluation, until the decision on the candidacy. */
    public static final Set<Phase> EVALUATION = of(Phase.REFERRED, Phase.UNDER_EVALUATION, Phase.DEFERRED);

    /** An operation is planned: the first, the second, anew, or one for the other side of a face that is paralysed on both. */
    public static final Set<Phase> PLANNING = of(
            Phase.CANDIDATE,
            Phase.STAGE1_PLANNED,
            Phase.NEUROTIZING,
            Phase.WINDOW_LAPSED,
            Phase.READY_FOR_STAGE2,
            Phase.STAGE2_PLANNED,
            Phase.STAGE2_DONE,
            Phase.REHABILITATING,
            Phase.OUTCOME_TRACKING,
            Phase.REPLANNED);

    /** An operation can be prepared. */
    public static final Set<Phase> PREPARATION = PLANNING;

    /** A patient can be brought to an operation. */
    public static final Set<Phase> OPERATION = of(Phase.STAGE1_PLANNED, Phase.STAGE2_PLANNED, Phase.REPLANNED);

    /** Stage one can be under way, or its record be completed; REPLANNED when the plan changed in theatre. */
    public static final Set<Phase> STAGE_ONE =
            of(Phase.STAGE1_PLANNED, Phase.STAGE1_DONE, Phase.NEUROTIZING, Phase.REPLANNED);

    /** Stage two can be under way, or its record be completed; REPLANNED when the plan changed in theatre. */
    public static final Set<Phase> STAGE_TWO =
            of(Phase.STAGE2_PLANNED, Phase.STAGE2_DONE, Phase.REHABILITATING, Phase.REPLANNED);

    /** A flap is watched. */
    public static final Set<Phase> FLAP_WATCH = with(STAGE_TWO, Phase.ON_HOLD);

    /** A transferred muscle can be followed, also while another operation is planned or booked. */
    public static final Set<Phase> THERAPY =
            of(Phase.STAGE2_DONE, Phase.REHABILITATING, Phase.OUTCOME_TRACKING, Phase.STAGE2_PLANNED, Phase.REPLANNED);

    /** After an operation, whatever became of the pathway, until it is completed; a candidate was in theatre when it was discontinued. */
    public static final Set<Phase> AFTER_CARE = of(
            Phase.CANDIDATE,
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

    /**
     * A patient can be in the surgery centre: whatever became of operation and pathway meanwhile, care goes on until the patient has left.
     */
    public static final Set<Phase> SURGERY_AND_RECOVERY =
            with(without(AFTER_CARE, Phase.OUTCOME_TRACKING), Phase.TRANSFERRED_OUT);

    /** A patient can be taken back to theatre. */
    public static final Set<Phase> RETURN = without(AFTER_CARE, Phase.LOST_TO_FOLLOW_UP, Phase.WITHDRAWN);

    /** After an operation, the ends included: what became of it can still be put on record. */
    public static final Set<Phase> ON_RECORD = with(AFTER_CARE, Phase.COMPLETED, Phase.TRANSFERRED_OUT, Phase.DECEASED);

    private Phases() {}

    private static Set<Phase> of(Phase first, Phase... others) {
        return Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    /** These phases and some more. */
    public static Set<Phase> with(Set<Phase> phases, Phase... more) {
        EnumSet<Phase> all = EnumSet.copyOf(phases);
        Collections.addAll(all, more);
        return Collections.unmodifiableSet(all);
    }

    /** These phases but for some. */
    public static Set<Phase> without(Set<Phase> phases, Phase... but) {
        EnumSet<Phase> rest = EnumSet.copyOf(phases);
        Arrays.asList(but).forEach(rest::remove);
        return Collections.unmodifiableSet(rest);
    }
}
