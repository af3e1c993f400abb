package org.crossface.web.command;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Local times of a surgery centre, such as a form sends. When the clocks are set back an hour occurs twice, when they are set forward one does not
 * exist: neither is guessed.
 */
public final class LocalTimes {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("HH:mm 'on' d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private LocalTimes() {}

    /**
     * What is wrong with a local time without an offset.
     *
     * @param detail what is wrong
     * @param remedy the times with offset that would be accepted
     */
    record Finding(String detail, String remedy) {}

    /** The offsets that this local time has in the zone: one; two for an hour that occurs twice; none for one that does not exist. */
    public static List<ZoneOffset> offsets(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getValidOffsets(local);
    }

    /** What is wrong with this text; empty when it is no local time, or the zone is not that of a surgery centre. */
    static Optional<Finding> finding(String label, String text, ZoneId zone) {
        if (zone instanceof ZoneOffset) {
            return Optional.empty();
        }
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        List<ZoneOffset> offsets = offsets(local, zone);
        String which = label + ": " + WORDS.format(local) + " in " + zone.getId();
        String times = offsets.stream()
                .map(offset -> OffsetDateTime.of(local, offset).toString())
                .collect(Collectors.joining(" or "));
        return Optional.of(
                switch (offsets.size()) {
                    case 0 -> new Finding(which + " does not exist", gap(local, zone));
                    case 1 -> new Finding(which + " comes without its offset", "Give " + times);
                    default -> new Finding(which + " occurs twice", "Give " + times);
                });
    }

    private static String gap(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition forward = zone.getRules().getTransition(local);
        return "Give a time before " + HOUR.format(forward.getDateTimeBefore()) + " or from "
                + HOUR.format(forward.getDateTimeAfter()) + " on: the clocks are set forward";
    }
}
