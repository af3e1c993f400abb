package org.crossface.pathway.scheduling.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.record.Claims;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Occupations;
import org.crossface.platform.api.Occupations.Period;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * When an operation can be booked at a surgery centre, as far as its room, its surgeons, its length and their privileges decide it. The answer asks
 * the rules of {@link SlotRules} and the occupations of {@link Claims}, which decide a booking too; what belongs to a pathway, such as consent
 * and clearance, is decided when it is booked.
 */
public final class FreeSlots {

    private final ReferenceData reference;
    private final Occupations occupations;

    public FreeSlots(ReferenceData reference, Occupations occupations) {
        this.reference = reference;
        this.occupations = occupations;
    }

    /**
     * What is wanted.
     *
     * @param surgeonIds the accountable surgeon first
     * @param recoveryMinutes {@code null} for the usual time
     * @param from first start that is asked for
     * @param until last start that is asked for
     */
    public record Wanted(
            SurgicalSite site,
            Stage stage,
            List<String> surgeonIds,
            int estimatedMinutes,
            @Nullable Integer recoveryMinutes,
            Instant from,
            Instant until) {

        public Wanted {
            surgeonIds = List.copyOf(surgeonIds);
        }
    }

    /**
     * A room with the starts that are free there, in whole minutes.
     *
     * @param earliest first free start
     * @param latest last free start; every minute between them is free too
     */
    public record Slot(String room, Instant earliest, Instant latest) {}

    /**
     * What is free.
     *
     * @param occupiedFor how long room and surgeons are occupied from the start on, turnover included
     * @param slots by time, then by room
     * @param broken the rules that refuse some or all of the days that were asked for
     */
    public record Found(Duration occupiedFor, List<Slot> slots, List<BrokenRule> broken) {

        public Found {
            slots = List.copyOf(slots);
            broken = List.copyOf(broken);
        }
    }

    /**
     * Finds free slots.
     *
     * @param now domain time; nothing starts before it
     * @param policy in force now
     */
    public Found find(Wanted wanted, Instant now, Policy policy) {
        Duration length = Claims.occupation(wanted.estimatedMinutes(), policy);
        List<BrokenRule> broken = new ArrayList<>();
        Stream.of(
                        broken(SlotRules.SLOT_IS_POSSIBLE.rule(), SlotRules.namedOnce(wanted.surgeonIds()), policy),
                        broken(SlotRules.STAY_IS_SHORT.rule(), stay(wanted, policy), policy))
                .flatMap(Optional::stream)
                .forEach(broken::add);
        if (!broken.isEmpty()) {
            return new Found(length, List.of(), broken);
        }
        Instant first = wanted.from().isBefore(now) ? now : wanted.from();
        List<Starts> days = days(wanted, upToMinute(first), policy, broken);
        List<Slot> slots = new ArrayList<>();
        for (String room : wanted.site().rooms()) {
            List<Period> busy = busy(wanted, room, first, length);
            days.stream()
                    .flatMap(day -> day.without(busy, length).stream())
                    .map(free -> new Slot(room, free.earliest(), free.latest()))
                    .forEach(slots::add);
        }
        slots.sort(Comparator.comparing(Slot::earliest).thenComparing(Slot::room));
        return new Found(length, slots, broken);
    }

    private static Verdict stay(Wanted wanted, Policy policy) {
        return SlotRules.staysShort(
                Optional.of(wanted.site()),
                wanted.stage(),
                wanted.estimatedMinutes(),
                wanted.recoveryMinutes(),
                policy);
    }

    private static Optional<BrokenRule> broken(Rule rule, Verdict verdict, Policy policy) {
        return rule.broken(verdict).map(found -> found.saying(policy.fill(rule.says())));
    }

    /** The starts on days on which the centre works, and centre and surgeons are privileged; days that follow each other are one range. */
    private List<Starts> days(Wanted wanted, Instant first, Policy policy, List<BrokenRule> broken) {
        ZoneId zone = wanted.site().zone();
        List<Starts> days = new ArrayList<>();
        Instant begin = first;
        while (!begin.isAfter(wanted.until())) {
            LocalDate day = LocalDate.ofInstant(begin, zone);
            Instant next = day.plusDays(1).atStartOfDay(zone).toInstant();
            Instant end = next.isAfter(wanted.until()) ? wanted.until() : next.minus(1, ChronoUnit.MINUTES);
            Optional<BrokenRule> refused = broken(
                    SlotRules.PRIVILEGED.rule(),
                    SlotRules.privileged(
                            Optional.of(wanted.site()), wanted.stage(), wanted.surgeonIds(), day, reference),
                    policy);
            if (refused.isEmpty() && isOpen(wanted, day, policy)) {
                add(days, new Starts(begin, end.truncatedTo(ChronoUnit.MINUTES)));
            } else if (refused.isPresent() && broken.isEmpty()) {
                broken.add(refused.get());
            }
            begin = next;
        }
        return days;
    }

    /** A closed day is left out here; a booking names one where an operation cannot wait. */
    private static boolean isOpen(Wanted wanted, LocalDate day, Policy policy) {
        return policy.calendarOf(wanted.site().siteId()).isBusinessDay(day);
    }

    private static void add(List<Starts> days, Starts day) {
        Starts before = days.isEmpty() ? null : days.getLast();
        if (before != null && !before.latest().plus(1, ChronoUnit.MINUTES).isBefore(day.earliest())) {
            days.set(days.size() - 1, new Starts(before.earliest(), day.latest()));
        } else if (!day.latest().isBefore(day.earliest())) {
            days.add(day);
        }
    }

    /** When the room or a surgeon is occupied by others, in the order of time. */
    private List<Period> busy(Wanted wanted, String room, Instant from, Duration length) {
        Instant until = wanted.until().plus(length);
        return Stream.concat(
                        occupations.of(Claims.ROOMS, Claims.room(wanted.site().siteId(), room), from, until).stream(),
                        wanted.surgeonIds().stream()
                                .flatMap(surgeon -> occupations.of(Claims.SURGEONS, surgeon, from, until).stream()))
                .sorted(Comparator.comparing(Period::from))
                .toList();
    }

    private static Instant upToMinute(Instant instant) {
        Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(instant) ? minute : minute.plus(1, ChronoUnit.MINUTES);
    }

    /** A range of starts in whole minutes, both ends included. */
    private record Starts(Instant earliest, Instant latest) {

        /** What is left when an operation of this length meets none of these periods. */
        List<Starts> without(List<Period> busy, Duration length) {
            List<Starts> left = new ArrayList<>();
            Instant begin = earliest;
            for (Period each : busy) {
                Instant last = each.from().minus(length).truncatedTo(ChronoUnit.MINUTES);
                Instant end = last.isAfter(latest) ? latest : last;
                if (!end.isBefore(begin)) {
                    left.add(new Starts(begin, end));
                }
                Instant again = upToMinute(each.until());
                begin = again.isAfter(begin) ? again : begin;
            }
            if (!latest.isBefore(begin)) {
                left.add(new Starts(begin, latest));
            }
            return left;
        }
    }
}
