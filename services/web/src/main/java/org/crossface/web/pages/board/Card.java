package org.crossface.web.pages.board;

import java.util.List;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.story.Wording;
import org.jspecify.annotations.Nullable;

/**
 * View model of a pathway for its card and its table row.
 *
 * @param order sorts cards within a lane, smallest first
 * @param chips badges such as {@code On hold}
 * @param next the task that is due first; {@code null} without one
 */
public record Card(
        BoardRow row,
        String name,
        String order,
        List<Chip> chips,
        List<Line> lines,
        @Nullable Next next) {

    /** The newest Tinel reading for the table; empty when there is none. */
    public String tinel() {
        Double reading = row.tinelMm();
        return reading == null ? "" : Wording.number(reading) + " mm";
    }

    /** A badge with its icon; the tone is a CSS class. */
    public record Chip(String tone, String icon, String text) {}

    /**
     * One line: a label, a value and below them at most one small chart.
     *
     * @param tone empty for a plain value
     */
    public record Line(
            String label,
            String value,
            String tone,
            @Nullable Bar bar,
            @Nullable Pips pips,
            @Nullable String spark) {

        static Line plain(String label, String value) {
            return new Line(label, value, "", null, null, null);
        }

        static Line toned(String label, String value, String tone) {
            return new Line(label, value, tone, null, null, null);
        }

        Line with(Bar more) {
            return new Line(label, value, tone, more, null, null);
        }

        Line with(Pips more) {
            return new Line(label, value, tone, null, more, null);
        }

        /** Points of a polyline in a box of 160 by 24. */
        Line withSpark(String points) {
            return new Line(label, value, tone, null, null, points);
        }
    }

    /**
     * A bar on its track, in percent.
     *
     * @param windowFrom where a window begins; {@code null} for no window
     * @param point whether its end is marked as now
     */
    public record Bar(
            String tone,
            double percent,
            @Nullable Double windowFrom,
            @Nullable Double windowWidth,
            boolean point) {}

    /** Small squares, some filled. */
    public record Pips(int done, int total) {

        /** For the template: whether the square at this place is filled. */
        public boolean isDone(int place) {
            return place <= done;
        }
    }

    /** The task that is due first. */
    public record Next(String tone, String icon, String label, String when) {}
}
