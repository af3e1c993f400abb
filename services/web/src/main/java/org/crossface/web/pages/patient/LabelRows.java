package org.crossface.web.pages.patient;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places the labels of a time axis so that neither their texts nor the lines that lead from them to the axis overlap. Every text begins at
 * its line and goes to the right, so a label only has to stand above those whose lines come down within its width.
 */
final class LabelRows {

    private static final double TITLE_CHARACTER = 6.9;
    private static final double DATE_CHARACTER = 6.2;
    private static final double GAP = 14;

    private LabelRows() {}

    /**
     * A label to place.
     *
     * @param x where its line meets the axis, px
     */
    record Wanted(double x, String title, String date) {

        double width() {
            return Math.max(title.length() * TITLE_CHARACTER, date.length() * DATE_CHARACTER) + GAP;
        }
    }

    /**
     * A label with its row.
     *
     * @param row 0 is next to the axis
     */
    record Placed(Wanted label, int row) {}

    /** The labels in the order of the axis. */
    static List<Placed> place(List<Wanted> wanted) {
        List<Wanted> fromRight = new ArrayList<>(wanted);
        fromRight.sort(comparingDouble(Wanted::x).reversed());
        List<Placed> placed = new ArrayList<>();
        for (Wanted label : fromRight) {
            int row = placed.stream()
                    .filter(other -> other.label().x() < label.x() + label.width())
                    .mapToInt(other -> other.row() + 1)
                    .max()
                    .orElse(0);
            placed.add(new Placed(label, row));
        }
        placed.sort(Comparator.comparingDouble((Placed each) -> each.label().x()));
        return placed;
    }
}
