package org.crossface.pathway.neurotization;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.surgery.events.DonorBranchCoapted;
import org.crossface.pathway.surgery.events.ExternalStageOneAttested;
import org.crossface.pathway.surgery.events.ExternalStageTwoAttested;
import org.crossface.pathway.surgery.events.GraftTunnelledAndBanked;
import org.crossface.pathway.surgery.events.ObturatorToGraftCoapted;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.SuralNerveHarvested;
import org.crossface.pathway.surgery.events.SurgeryFact;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * The graft, from harvest until the muscle is joined to it. There is one live graft for each pathway; abandoning it makes room for another.
 *
 * @param graftId empty before the harvest
 * @param lengthCm length at harvest, cm; 0 before, and when another centre did not tell
 * @param tunnelLengthCm length of the tunnel, cm; 0 before
 * @param advances Tinel assessments with tingling, in the order of recording
 * @param growth what was measured on it; a second graft begins anew
 * @param confirmedOn the centre's day on which the surgeon confirmed
 * @param windowUntil end of the last extension
 * @param extensions how often the window was extended, 0 to 2
 * @param lapsed whether the window ended without a decision
 */
public record NerveGraft(
        GraftStatus status,
        String graftId,
        double lengthCm,
        double tunnelLengthCm,
        List<TinelAssessed> advances,
        GraftGrowth growth,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate windowUntil,
        int extensions,
        boolean lapsed) {

    /** Before anything happened. */
    public static NerveGraft none() {
        return new NerveGraft(GraftStatus.NONE, "", 0, 0, List.of(), GraftGrowth.none(), null, null, 0, false);
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

    /**
     * Last day of the window in which the nerve has to reach the other side, with its extensions; empty before stage one and once the graft
     * was abandoned.
     *
     * @param stageOne day of stage one, here or elsewhere
     */
    public Optional<LocalDate> windowEnd(Optional<LocalDate> stageOne, Policy policy) {
        if (status == GraftStatus.ABANDONED) {
            return Optional.empty();
        }
        return windowUntil != null
                ? Optional.of(windowUntil)
                : stageOne.map(day -> day.plusMonths(policy.of(Threshold.NEUROTIZATION_END_MONTHS)));
    }

    /** The farthest advance of the tingling that was found before this time, mm; 0 when there was none. */
    public double farthestBefore(OffsetDateTime when) {
        return advances.stream()
                .filter(tinel -> tinel.occurredAt().isBefore(when))
                .mapToDouble(TinelAssessed::advanceMm)
                .max()
                .orElse(0);
    }

    /**
     * The state after this fact; facts that do not concern it leave it as it is.
     *
     * @param dayOf the centre's day of a time
     */
    public NerveGraft evolve(PathwayEvent event, Function<OffsetDateTime, LocalDate> dayOf) {
        return switch (event) {
            case NeurotizationFact fact -> after(fact, dayOf.apply(fact.occurredAt()));
            case SurgeryFact fact -> after(fact);
            default -> this;
        };
    }

    private NerveGraft after(SurgeryFact fact) {
        return switch (fact) {
            case SuralNerveHarvested harvest ->
                new NerveGraft(
                        GraftStatus.HARVESTED,
                        harvest.graftId(),
                        harvest.lengthCm(),
                        0,
                        List.of(),
                        GraftGrowth.none(),
                        null,
                        null,
                        0,
                        false);
            case ExternalStageOneAttested attested -> attested(attested);
            case DonorBranchCoapted coapted -> with(GraftStatus.COAPTED);
            case GraftTunnelledAndBanked banked -> banked(banked.tunnelLengthCm());
            case StageOneCompleted completed -> completed(completed);
            case ObturatorToGraftCoapted used -> with(GraftStatus.USED_IN_STAGE_TWO);
            case ExternalStageTwoAttested used -> usedElsewhere(used);
            default -> this;
        };
    }

    private NerveGraft after(NeurotizationFact fact, LocalDate day) {
        return switch (fact) {
            case TinelAssessed tinel -> {
                NerveGraft measured = with(growth.with(tinel, day));
                yield tinel.present() ? measured.withAdvance(tinel) : measured;
            }
            case NeurotizationConfirmed confirmed -> confirmed(day);
            case NeurotizationNotConfirmed notConfirmed -> with(GraftStatus.NOT_NEUROTIZED);
            case NeurotizationWindowLapsed lapse -> withWindow(windowUntil, extensions, true);
            case NeurotizationWindowExtended extended -> withWindow(extended.until(), extensions + 1, false);
            case GraftAbandoned abandoned -> with(GraftStatus.ABANDONED);
            case EmgPerformed emg -> with(growth.checkedOn(day));
        };
    }

    private NerveGraft completed(StageOneCompleted completed) {
        NerveGraft next = live() ? with(GraftStatus.REGENERATING) : this;
        return next.with(growth.inserted(completed.graftedLengthCm()));
    }

    private NerveGraft with(GraftGrowth next) {
        return new NerveGraft(
                status,
                graftId,
                lengthCm,
                tunnelLengthCm,
                advances,
                next,
                confirmedOn,
                windowUntil,
                extensions,
                lapsed);
    }

    private static NerveGraft attested(ExternalStageOneAttested attested) {
        Double length = attested.graftLengthCm();
        return new NerveGraft(
                GraftStatus.REGENERATING,
                attested.graftId(),
                length == null ? 0 : length,
                0,
                List.of(),
                GraftGrowth.ofInserted(length),
                null,
                null,
                0,
                false);
    }

    private NerveGraft usedElsewhere(ExternalStageTwoAttested attested) {
        return live() && attested.motorNerve() != MotorNerve.MASSETERIC ? with(GraftStatus.USED_IN_STAGE_TWO) : this;
    }

    /** An abandoned graft stays so, whatever is recorded of it later. */
    private NerveGraft with(GraftStatus next) {
        return new NerveGraft(
                status == GraftStatus.ABANDONED ? status : next,
                graftId,
                lengthCm,
                tunnelLengthCm,
                advances,
                growth,
                confirmedOn,
                windowUntil,
                extensions,
                lapsed);
    }

    private NerveGraft banked(double tunnelCm) {
        return new NerveGraft(
                GraftStatus.BANKED,
                graftId,
                lengthCm,
                tunnelCm,
                advances,
                growth,
                confirmedOn,
                windowUntil,
                extensions,
                lapsed);
    }

    private NerveGraft withAdvance(TinelAssessed tinel) {
        List<TinelAssessed> next =
                Stream.concat(advances.stream(), Stream.of(tinel)).toList();
        return new NerveGraft(
                status, graftId, lengthCm, tunnelLengthCm, next, growth, confirmedOn, windowUntil, extensions, lapsed);
    }

    private NerveGraft confirmed(LocalDate on) {
        return new NerveGraft(
                status == GraftStatus.ABANDONED ? status : GraftStatus.NEUROTIZED,
                graftId,
                lengthCm,
                tunnelLengthCm,
                advances,
                growth,
                on,
                windowUntil,
                extensions,
                lapsed);
    }

    private NerveGraft withWindow(@Nullable LocalDate until, int times, boolean isLapsed) {
        return new NerveGraft(
                status, graftId, lengthCm, tunnelLengthCm, advances, growth, confirmedOn, until, times, isLapsed);
    }
}
