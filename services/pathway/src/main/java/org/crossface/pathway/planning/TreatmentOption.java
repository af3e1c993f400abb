package org.crossface.pathway.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.pathway.vocabulary.Stage;

/** The treatments of facial paralysis among which a plan chooses (P2); those with a stage are carried out on this pathway. */
public enum TreatmentOption {
    /** Cross-facial nerve graft, then free gracilis transfer: this pathway. */
    CFNG_GRACILIS_2STAGE(Stage.ONE, Stage.TWO),
    /** The graft powers native muscles; early palsy with viable endplates. */
    CFNG_NERVE_ONLY(Stage.ONE),
    MASSETERIC_TO_FACIAL,
    /** Gracilis powered by the masseteric nerve, in one operation. */
    GRACILIS_MASSETERIC_1STAGE(Stage.TWO),
    /** Gracilis powered by graft and masseteric nerve together. */
    GRACILIS_DUAL_INNERVATION(Stage.ONE, Stage.TWO),
    HYPOGLOSSAL_TO_FACIAL,
    /** Temporary motor input while the graft grows. */
    BABYSITTER_PLUS_CFNG(Stage.ONE, Stage.TWO),
    TEMPORALIS_TENDON_TRANSFER,
    STATIC_SLING,
    SELECTIVE_NEURECTOMY,
    BOTULINUM_TOXIN,
    EYE_PROCEDURES,
    REHAB_ONLY,
    OBSERVE;

    private final boolean nerveGraft;
    private final boolean muscleTransfer;

    TreatmentOption(Stage... stages) {
        nerveGraft = List.of(stages).contains(Stage.ONE);
        muscleTransfer = List.of(stages).contains(Stage.TWO);
    }

    /** The operations of this pathway that the treatment needs. */
    public Set<Stage> stages() {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage == Stage.ONE ? nerveGraft : muscleTransfer)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a cross-facial nerve graft, and so a healthy donor side, is needed. */
    public boolean needsNerveGraft() {
        return nerveGraft;
    }

    /** Whether a free gracilis muscle is transferred. */
    public boolean transfersMuscle() {
        return muscleTransfer;
    }
}
