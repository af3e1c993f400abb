package org.crossface.pathway.evaluation;

import java.util.List;
import org.crossface.pathway.vocabulary.Totalled;

/**
 * Sunnybrook facial grading: composite = voluntary - resting - synkinesis.
 *
 * @param resting eye 0..1, cheek 0..2, mouth 0..1
 * @param voluntary five movements, each 1..5
 * @param synkinesis five movements, each 0..3
 * @param voluntaryScore sum of the movements x 4, 20..100
 * @param restingScore sum of the resting items x 5, 0..20
 * @param synkinesisScore sum of the synkinesis items, 0..15
 * @param rawComposite as computed, may be negative
 * @param inconsistent whether the rating contradicts itself, which a negative composite shows
 */
public record Sunnybrook(
        List<Integer> resting,
        List<Integer> voluntary,
        List<Integer> synkinesis,
        int voluntaryScore,
        int restingScore,
        int synkinesisScore,
        int rawComposite,
        boolean inconsistent)
        implements Totalled<Sunnybrook> {

    /** Computes the scores of items that are in range, see {@link #inRange}. */
    public static Sunnybrook of(List<Integer> resting, List<Integer> voluntary, List<Integer> synkinesis) {
        int voluntaryScore = sum(voluntary) * 4;
        int restingScore = sum(resting) * 5;
        int synkinesisScore = sum(synkinesis);
        int raw = voluntaryScore - restingScore - synkinesisScore;
        return new Sunnybrook(
                List.copyOf(resting),
                List.copyOf(voluntary),
                List.copyOf(synkinesis),
                voluntaryScore,
                restingScore,
                synkinesisScore,
                raw,
                raw < 0);
    }

    @Override
    public Sunnybrook totalled() {
        if (!inRange(resting, voluntary, synkinesis)) {
            throw new IllegalArgumentException("A Sunnybrook item is not on its scale");
        }
        return of(resting, voluntary, synkinesis);
    }

    /** Whether there are three resting, five voluntary and five synkinesis items, each within its scale. */
    public static boolean inRange(List<Integer> resting, List<Integer> voluntary, List<Integer> synkinesis) {
        return Scale.SUNNYBROOK_RESTING.fits(resting)
                && Scale.SUNNYBROOK_VOLUNTARY.fits(voluntary)
                && Scale.SUNNYBROOK_SYNKINESIS.fits(synkinesis);
    }

    /** The composite as it is shown, 0..100. */
    public int composite() {
        return Math.max(0, rawComposite);
    }

    private static int sum(List<Integer> items) {
        return items.stream().mapToInt(Integer::intValue).sum();
    }
}
