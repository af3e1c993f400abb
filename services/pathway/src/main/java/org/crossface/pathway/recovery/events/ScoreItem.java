package org.crossface.pathway.recovery.events;

/** One item of a recovery score. */
final class ScoreItem {

    private ScoreItem() {}

    /**
     * The value of an item.
     *
     * @throws IllegalArgumentException if it is not 0, 1 or 2
     */
    static int inRange(int item) {
        if (item < 0 || item > 2) {
            throw new IllegalArgumentException("An item of the score is 0, 1 or 2, not " + item);
        }
        return item;
    }
}
