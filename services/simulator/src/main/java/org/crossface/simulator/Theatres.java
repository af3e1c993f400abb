package org.crossface.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
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

    /** @param lastDay the day on which the simulation ends: its list is filled first, so that the newcomer sees a full day */
    Theatres(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    /** A theatre slot. */
    record Slot(LocalDate day, LocalTime start, String room, String surgeon) {}

    /** The first free slot on or after a day. */
    Slot next(LocalDate earliest, boolean stageTwo) {
        if (ChronoUnit.DAYS.between(earliest, lastDay) <= 40
                && !earliest.isAfter(lastDay)
                && isFree(lastDay, stageTwo)) {
            return take(lastDay, stageTwo);
        }
        LocalDate day = earliest;
        while (!OPERATING_DAYS.contains(day.getDayOfWeek()) || !isFree(day, stageTwo)) {
            day = day.plusDays(1);
        }
        return take(day, stageTwo);
    }

    /** Whether the simulation ends on this day. */
    boolean isLastDay(LocalDate day) {
        return day.equals(lastDay);
    }

    private boolean isFree(LocalDate day, boolean stageTwo) {
        int longs = longCases.getOrDefault(day, 0);
        int shorts = shortCases.getOrDefault(day, 0);
        return longs + shorts < PATIENTS_A_DAY && (stageTwo ? longs < 1 : shorts < PATIENTS_A_DAY - 1);
    }

    private Slot take(LocalDate day, boolean stageTwo) {
        if (stageTwo) {
            longCases.merge(day, 1, Integer::sum);
            return new Slot(day, LocalTime.of(7, 15), "OR-1", Staff.SURGEON_FOR_LONG_CASES);
        }
        int number = shortCases.merge(day, 1, Integer::sum) - 1;
        return List.of(
                        new Slot(day, LocalTime.of(7, 30), "OR-2", Staff.SURGEON_IN_OR_2),
                        new Slot(day, LocalTime.of(8, 0), "OR-3", Staff.SURGEON_IN_OR_3),
                        new Slot(day, LocalTime.of(12, 45), "OR-2", Staff.SURGEON_IN_OR_2),
                        new Slot(day, LocalTime.of(13, 15), "OR-3", Staff.SURGEON_IN_OR_3))
                .get(number);
    }
}
