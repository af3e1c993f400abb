package org.crossface.web.pages.today;

import java.util.List;
import org.crossface.pathway.state.Rung;
import org.jspecify.annotations.Nullable;

/**
 * A theatre day as it is drawn; all places and widths in percent of the hour axis.
 *
 * @param now place of the now-line; {@code null} on another day than today
 */
public record DayView(
        List<Step> steps,
        int lateRooms,
        int waitingLong,
        List<HourAxis.Hour> hours,
        @Nullable Double now,
        List<Room> rooms,
        List<Stay> stays,
        List<Attention> attention,
        List<Line> lines) {

    /** One step of the ladder with who is on it. */
    public record Step(Rung rung, String tone, String icon, int count, String who) {}

    /** One theatre with its bars, and what it is late by. */
    public record Room(String name, String surgeons, String late, List<Bar> bars) {}

    /**
     * One case in its theatre.
     *
     * @param done share of the bar that has passed, percent of the bar
     * @param overFrom where the overrun begins; {@code null} for none
     * @param spills whether its words may go beyond it
     */
    public record Bar(
            String pathwayId,
            double plannedX,
            double plannedWidth,
            double x,
            double width,
            String tone,
            boolean todo,
            double done,
            @Nullable Double overFrom,
            @Nullable Double overWidth,
            String title,
            String sides,
            String status,
            boolean spills) {}

    /**
     * One patient between theatre and departure.
     *
     * @param reviewX when recovery has to be reviewed (T-15); {@code null} outside the axis
     * @param decideX when extended recovery has to be decided (T-15); {@code null} outside the axis
     */
    public record Stay(
            String pathwayId,
            String name,
            String about,
            Rung rung,
            String tone,
            String icon,
            double x,
            double width,
            double restX,
            double restWidth,
            String span,
            @Nullable Double reviewX,
            String reviewAt,
            @Nullable Double decideX,
            List<Item> items) {}

    /** One item of the discharge gate. */
    public record Item(String tone, String icon, String text) {}

    /** Something that needs a person. */
    public record Attention(String tone, String icon, String title, String when, String text, String pathwayId) {}

    /** One row of the table. */
    public record Line(
            String pathwayId,
            String name,
            String number,
            String procedure,
            @Nullable String side,
            String room,
            String inTheatre,
            String againstPlan,
            boolean late,
            Rung rung,
            int reached,
            String tone,
            String icon,
            String status,
            String next,
            String nextTone) {}
}
