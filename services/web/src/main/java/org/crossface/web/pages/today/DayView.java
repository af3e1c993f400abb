package org.crossface.web.pages.today;

import java.util.List;
import org.crossface.pathway.state.Rung;
import org.jspecify.annotations.Nullable;

/**
 * View model of a theatre day; all positions and widths are percent of the hour axis.
 *
 * @param now position of the line for the present time; {@code null} on another day than today
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

    /** One step of the operation day with its patients. */
    public record Step(Rung rung, String tone, String icon, int count, String who) {}

    /** One theatre with its bars and its delay. */
    public record Room(String name, String surgeons, String late, List<Bar> bars) {}

    /**
     * One case in its theatre.
     *
     * @param done elapsed time, percent of the bar
     * @param overFrom start of the overrun, percent of the bar; {@code null} for none
     * @param spills whether the text may overflow the bar
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
     * @param reviewX position of the deadline for the recovery review (T-15); {@code null} outside the axis
     * @param decideX position of the deadline for the decision on extended recovery (T-15); {@code null} outside the axis
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

    /** One discharge criterion. */
    public record Item(String tone, String icon, String text) {}

    /** A case that needs staff attention. */
    public record Attention(String tone, String icon, String title, String when, String text, String pathwayId) {}

    /**
     * One row of the table.
     *
     * @param allergies in few words; empty when the pathway was not found
     */
    public record Line(
            String pathwayId,
            String name,
            String number,
            String procedure,
            @Nullable String side,
            String allergies,
            boolean allergyRisk,
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
