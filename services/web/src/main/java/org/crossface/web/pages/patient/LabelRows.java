package org.crossface.web.pages.patient;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;

/**
 * Places the labels of a time axis in rows above it. Their texts and the lines from them to the axis do not overlap. A text is to the
 * right or to the left of its line.
 */
final class LabelRows {

    private static final double TITLE_CHARACTER = 6.9;
    private static final double DATE_CHARACTER = 6.2;
    private static final double GAP = 14;
    private static final double LINE = 2;

    private LabelRows() {}

    /**
     * A label to place.
     *
     * @param x position of its line on the axis, px
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
     * @param leftward whether the text is to the left of its line
     */
    record Placed(Wanted label, int row, boolean leftward) {

        double from() {
            return leftward ? label.x() - label.width() : label.x();
        }

        double to() {
            return leftward ? label.x() : label.x() + label.width();
        }

        private boolean leavesRoomFor(Placed other) {
            if (row == other.row) {
                return to() <= other.from() || other.to() <= from();
            }
            return row < other.row ? !holds(other.label.x()) : !other.holds(label.x());
        }

        private boolean holds(double x) {
            return from() + LINE < x && x < to() - LINE;
        }
    }

    /**
     * The labels in the order of the axis.
     *
     * @param width width of the axis, px; a text exceeds it only if no other placement is found
     */
    static List<Placed> place(List<Wanted> wanted, double width) {
        List<Wanted> sorted = new ArrayList<>(wanted);
        sorted.sort(comparingDouble(Wanted::x));
        List<Placed> always = rightward(sorted);
        for (int rows = 1; rows <= rows(always); rows++) {
            Search search = new Search(sorted, width, rows);
            if (search.place(0)) {
                return List.copyOf(search.placed);
            }
        }
        return always;
    }

    /** The number of rows of these labels. */
    static int rows(List<Placed> placed) {
        return placed.stream().mapToInt(Placed::row).max().orElse(-1) + 1;
    }

    /** Always finds a placement, often with many rows: each label is above the labels whose lines cross its width. */
    private static List<Placed> rightward(List<Wanted> sorted) {
        List<Placed> placed = new ArrayList<>();
        for (Wanted label : sorted.reversed()) {
            int row = placed.stream()
                    .filter(other -> other.label().x() < label.x() + label.width())
                    .mapToInt(other -> other.row() + 1)
                    .max()
                    .orElse(0);
            placed.add(new Placed(label, row, false));
        }
        return placed.reversed();
    }

    /** Backtracking search: tries every row and direction for each label, up to a maximum number of trials. */
    private static final class Search {

        private static final int MOST_TRIALS = 40_000;

        private final List<Wanted> sorted;
        private final double width;
        private final int rows;
        private final List<Placed> placed = new ArrayList<>();
        private int trials;

        Search(List<Wanted> sorted, double width, int rows) {
            this.sorted = sorted;
            this.width = width;
            this.rows = rows;
        }

        boolean place(int next) {
            if (next == sorted.size()) {
                return true;
            }
            for (int row = 0; row < rows; row++) {
                if (placeIn(row, false, next) || placeIn(row, true, next)) {
                    return true;
                }
            }
            return false;
        }

        private boolean placeIn(int row, boolean leftward, int next) {
            Placed tried = new Placed(sorted.get(next), row, leftward);
            boolean inside = tried.from() >= 0 && tried.to() <= width;
            if (!inside || ++trials > MOST_TRIALS || !placed.stream().allMatch(tried::leavesRoomFor)) {
                return false;
            }
            placed.add(tried);
            if (place(next + 1)) {
                return true;
            }
            placed.removeLast();
            return false;
        }
    }
}
