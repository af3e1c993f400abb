package org.crossface.pathway.neurotization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.crossface.pathway.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * The graft, from harvest until the muscle is joined to it. There is one live graft for each pathway; abandoning it makes room for another.
 *
 * @param graftId empty before the harvest
 * @param lengthCm length at harvest, cm; 0 before, or when an external centre did not tell
 * @param tunnelLengthCm length of the tunnel, cm; 0 before
 * @param stageOneOn local date of stage one, from which the window counts
 * @param advances Tinel assessments with tingling, in the order of recording
 * @param confirmedOn local date on which the surgeon confirmed
 * @param windowUntil end of the last extension
 * @param extensions how often the window was extended, 0 to 2
 */
public record NerveGraft(
        GraftStatus status,
        String graftId,
        double lengthCm,
        double tunnelLengthCm,
        @Nullable LocalDate stageOneOn,
        List<TinelAssessed> advances,
        @Nullable LocalDate confirmedOn,
        @Nullable NeurotizationBasis basis,
        @Nullable LocalDate windowUntil,
        int extensions,
        boolean lapsed) {

    /** Before anything happened. */
    public static NerveGraft none() {
        return new NerveGraft(GraftStatus.NONE, "", 0, 0, null, List.of(), null, null, null, 0, false);
    }

    /** Whether a graft is in place, from its harvest until it is abandoned. */
    public boolean live() {
        return status != GraftStatus.NONE && status != GraftStatus.ABANDONED;
    }

    /** Whether the distal end lies banked at the paralysed side, or further on. */
    public boolean banked() {
        return switch (status) {
            case BANKED, REGENERATING, NEUROTIZED, NOT_NEUROTIZED, USED_IN_STAGE_TWO -> true;
            case NONE, HARVESTED, COAPTED, ABANDONED -> false;
        };
    }

    /** Whether the surgeon confirmed that the graft carries the signal; a retraction of the confirmation undoes it. */
    public boolean neurotized() {
        return confirmedOn != null && live();
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public NerveGraft evolve(PathwayEvent event) {
        return event instanceof NeurotizationFact fact ? after(fact) : this;
    }

    private NerveGraft after(NeurotizationFact fact) {
        return switch (fact) {
            case TinelAssessed tinel -> tinel.present() ? withAdvance(tinel) : this;
            case NeurotizationConfirmed confirmed ->
                confirmed(confirmed.occurredAt().toLocalDate(), confirmed.basis());
            case NeurotizationNotConfirmed _ -> with(GraftStatus.NOT_NEUROTIZED);
            case NeurotizationWindowLapsed _ -> lapsed(true);
            case NeurotizationWindowExtended extended -> extended(extended.until());
            case GraftAbandoned _ -> with(GraftStatus.ABANDONED);
            case EmgPerformed _ -> this;
        };
    }

    private NerveGraft with(GraftStatus next) {
        return new NerveGraft(
                next,
                graftId,
                lengthCm,
                tunnelLengthCm,
                stageOneOn,
                advances,
                confirmedOn,
                basis,
                windowUntil,
                extensions,
                lapsed);
    }

    private NerveGraft withAdvance(TinelAssessed tinel) {
        List<TinelAssessed> next = new ArrayList<>(advances);
        next.add(tinel);
        return new NerveGraft(
                status,
                graftId,
                lengthCm,
                tunnelLengthCm,
                stageOneOn,
                List.copyOf(next),
                confirmedOn,
                basis,
                windowUntil,
                extensions,
                lapsed);
    }

    private NerveGraft confirmed(LocalDate on, NeurotizationBasis on1) {
        return new NerveGraft(
                GraftStatus.NEUROTIZED,
                graftId,
                lengthCm,
                tunnelLengthCm,
                stageOneOn,
                advances,
                on,
                on1,
                windowUntil,
                extensions,
                lapsed);
    }

    private NerveGraft lapsed(boolean now) {
        return new NerveGraft(
                status,
                graftId,
                lengthCm,
                tunnelLengthCm,
                stageOneOn,
                advances,
                confirmedOn,
                basis,
                windowUntil,
                extensions,
                now);
    }

    private NerveGraft extended(LocalDate until) {
        return new NerveGraft(
                status,
                graftId,
                lengthCm,
                tunnelLengthCm,
                stageOneOn,
                advances,
                confirmedOn,
                basis,
                until,
                extensions + 1,
                false);
    }
}
