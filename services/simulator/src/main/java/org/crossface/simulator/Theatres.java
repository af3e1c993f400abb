package org.crossface.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The centre's theatre lists: which days it operates on and which slots of a day are taken. */
final class Theatres {

    /** A list is not filled beyond this number of patients. */
    private static final int PATIENTS_A_DAY = 5;

    private static final Set<DayOfWeek> OPERATING_DAYS =
            Set.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);

    private final LocalDate lastDay;
    private final Map<LocalDate, Integer> longCases = new HashMap<>();
    private final Map<LocalDate, Integer> shortCases = new HashMap<>();

    /** @param lastDay the day on which the simulation ends; its list is reserved for the fates on the last day, so that it is full */
    Theatres(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    /**
     * A theatre slot.
     *
     * @param brisk whether everything takes the shortest time
     */
    record Slot(LocalDate day, LocalTime start, String room, String surgeon, boolean brisk) {}

    /** The first free slot on or after a day, except on the last day. */
    Slot next(LocalDate earliest, boolean stageTwo) {
        LocalDate day = earliest;
        while (!OPERATING_DAYS.contains(day.getDayOfWeek()) || day.equals(lastDay) || !isFree(day, stageTwo)) {
            day = day.plusDays(1);
        }
        return take(day, stageTwo);
    }

    /** The next slot of the list of the last day, which has one long case and four short ones. */
    Slot onLastDay(boolean stageTwo) {
        return take(lastDay, stageTwo);
    }

    private boolean isFree(LocalDate day, boolean stageTwo) {
        int longs = longCases.getOrDefault(day, 0);
        int shorts = shortCases.getOrDefault(day, 0);
        return longs + shorts < PATIENTS_A_DAY && (stageTwo ? longs < 1 : shorts < PATIENTS_A_DAY - 1);
    }

    private Slot take(LocalDate day, boolean stageTwo) {
        if (stageTwo) {
            longCases.merge(day, 1, Integer::sum);
            return new Slot(day, LocalTime.of(7, 15), "OR-1", Staff.SURGEON_FOR_LONG_CASES, false);
        }
        int number = shortCases.merge(day, 1, Integer::sum) - 1;
        return (day.equals(lastDay) ? listOfLastDay() : usualList(day)).get(number);
    }

    private static List<Slot> usualList(LocalDate day) {
        return List.of(
                inSecond(day, LocalTime.of(7, 30), false),
                inThird(day, LocalTime.of(8, 0)),
                inSecond(day, LocalTime.of(12, 45), false),
                inThird(day, LocalTime.of(13, 15)));
    }

    /** At {@link MiddayOfTheatres#TIME} these four are at home, in recovery, in theatre and waiting, and the long case is in theatre. */
    private List<Slot> listOfLastDay() {
        return List.of(
                inSecond(lastDay, LocalTime.of(6, 30), true),
                inThird(lastDay, LocalTime.of(8, 0)),
                inSecond(lastDay, LocalTime.of(12, 15), false),
                inThird(lastDay, LocalTime.of(14, 0)));
    }

    private static Slot inSecond(LocalDate day, LocalTime start, boolean brisk) {
        return new Slot(day, start, "OR-2", Staff.SURGEON_IN_OR_2, brisk);
    }

    private static Slot inThird(LocalDate day, LocalTime start) {
        return new Slot(day, start, "OR-3", Staff.SURGEON_IN_OR_3, false);
    }
}
