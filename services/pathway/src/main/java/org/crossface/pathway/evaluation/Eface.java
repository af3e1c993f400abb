package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The grading of a face by the eFACE: visual analogue items from 0 to 100, of which 100 is the balanced face (INV-52).
 *
 * @param at when it was graded
 * @param statics four items of the face at rest
 * @param dynamics seven items of the moving face
 * @param synkinesis four items of involuntary movement
 */
public record Eface(OffsetDateTime at, List<Integer> statics, List<Integer> dynamics, List<Integer> synkinesis) {

    /** A moving face counts twice as much as one at rest. */
    private static final int WEIGHT_OF_DYNAMICS = 2;

    /** Keeps its own copies. */
    public Eface {
        statics = List.copyOf(statics);
        dynamics = List.copyOf(dynamics);
        synkinesis = List.copyOf(synkinesis);
    }

    /** Mean of the items at rest, 0..100. */
    public double staticScore() {
        return mean(statics);
    }

    /** Mean of the items in movement, 0..100. */
    public double dynamicScore() {
        return mean(dynamics);
    }

    /** Mean of the items of synkinesis, 0..100. */
    public double synkinesisScore() {
        return mean(synkinesis);
    }

    /** Mean of all items, those in movement counted twice, 0..100. */
    public double total() {
        int sum = sum(statics) + WEIGHT_OF_DYNAMICS * sum(dynamics) + sum(synkinesis);
        return (double) sum / (statics.size() + WEIGHT_OF_DYNAMICS * dynamics.size() + synkinesis.size());
    }

    private static double mean(List<Integer> items) {
        return (double) sum(items) / items.size();
    }

    private static int sum(List<Integer> items) {
        return items.stream().mapToInt(Integer::intValue).sum();
    }
}
