package org.crossface.pathway.followup;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.oversight.Handling;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to happen on a pathway: one start of a timer that nothing has satisfied. Where it stands at an instant follows from its
 * moments; no clock and no job is needed for it.
 *
 * @param key tells it from other tasks of the same timer in the pathway
 * @param label what people read, such as {@code Therapy session, left}
 * @param startsAt from when on it exists; {@code null} when from the fact that started it
 * @param opens from when it may be done; {@code null} when from the start
 * @param due {@code null} when no date follows from the start
 * @param overdue {@code null} when it cannot be overdue
 * @param steps of the escalation, the earliest first
 * @param endsAt from when on it is over by itself; {@code null} when only a fact ends it
 * @param start day or instant that it counts from, which tells it from a later task of the same name
 * @param handling what people did about it
 */
public record OpenTask(
        Timer timer,
        String key,
        String label,
        @Nullable Instant startsAt,
        @Nullable Moment opens,
        @Nullable Moment due,
        @Nullable Moment overdue,
        List<Told> steps,
        @Nullable Instant endsAt,
        String start,
        Handling handling) {

    /** Keeps its own copy, in the order of time. */
    public OpenTask {
        steps = steps.stream().sorted(Comparator.comparing(Told::at)).toList();
    }

    /**
     * Somebody who is told when nothing happens.
     *
     * @param step of the escalation, from 1
     * @param who in words
     */
    public record Told(int step, Role role, String who, Instant at) {}

    /**
     * Where a task stands.
     *
     * @param rung how many steps of the escalation have been reached; 0 while it is not escalated
     */
    public record Standing(Status status, int rung) {}

    /** The row of the clinical reference, such as {@code T-22}. */
    public String code() {
        return timer.code();
    }

    /** Names it among all tasks of the pathway, such as {@code T-14 case-1}. */
    public String name() {
        return named(code(), key);
    }

    /** The name of a task of this timer. */
    public static String named(String code, String key) {
        return key.isEmpty() ? code : code + ' ' + key;
    }

    /** The role of whoever does it. */
    public Role owner() {
        return handling.role() == null ? timer.owner() : handling.role();
    }

    /** The roles that it concerns: whose it is, and who is told when nothing happens. */
    public Set<Role> concerned() {
        return Stream.of(
                        Stream.of(owner(), timer.owner()),
                        timer.ladder().stream().map(Escalation::role),
                        steps.stream().map(Told::role))
                .flatMap(each -> each)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** Who does it; empty while anybody of the role may. */
    public Optional<String> person() {
        return Optional.ofNullable(handling.person());
    }

    /** Whether somebody put it off beyond this instant and nobody else was told of it meanwhile. */
    public boolean isSnoozedAt(Instant instant) {
        Handling.Snoozed snoozed = handling.snoozed();
        return snoozed != null
                && instant.isBefore(snoozed.until())
                && steps.stream()
                        .map(Told::at)
                        .noneMatch(told -> told.isAfter(snoozed.since()) && !told.isAfter(instant));
    }

    /** The steps of the escalation that have been reached at this instant, the earliest first. */
    public List<Told> toldUntil(Instant instant) {
        return steps.stream().filter(step -> !step.at().isAfter(instant)).toList();
    }

    /** Where it stands at this instant; empty before it starts and once it is over by itself. */
    public Optional<Standing> at(Instant instant) {
        if ((startsAt != null && instant.isBefore(startsAt)) || (endsAt != null && !instant.isBefore(endsAt))) {
            return Optional.empty();
        }
        int rung = toldUntil(instant).size();
        if (rung > 0) {
            return Optional.of(new Standing(Status.ESCALATED, rung));
        }
        if (overdue != null && !instant.isBefore(overdue.at())) {
            return Optional.of(new Standing(Status.OVERDUE, 0));
        }
        boolean planned = due != null && instant.isBefore(due.at());
        return Optional.of(new Standing(planned ? Status.PLANNED : Status.DUE, 0));
    }

    /** The first instant after this one at which it is due, becomes overdue or is told to somebody; empty for none. */
    public Optional<Instant> nextMoment(Instant after) {
        return Stream.concat(moments(), told())
                .filter(each -> each.isAfter(after))
                .min(Comparator.naturalOrder());
    }

    /** The first instant after this one at which it stands otherwise; empty when it stays as it is until a fact comes. */
    public Optional<Instant> nextChange(Instant after) {
        return Stream.of(Stream.ofNullable(startsAt), Stream.ofNullable(endsAt), moments(), told(), awakes())
                .flatMap(each -> each)
                .filter(each -> each.isAfter(after))
                .filter(each -> endsAt == null || !each.isAfter(endsAt))
                .min(Comparator.naturalOrder());
    }

    /** The same task, which does not exist before this instant. */
    OpenTask startingAt(Instant from) {
        return new OpenTask(timer, key, label, from, opens, due, overdue, steps, endsAt, start, handling);
    }

    private Stream<Instant> moments() {
        return Stream.concat(Stream.ofNullable(due), Stream.ofNullable(overdue)).map(Moment::at);
    }

    private Stream<Instant> told() {
        return steps.stream().map(Told::at);
    }

    private Stream<Instant> awakes() {
        return Stream.ofNullable(handling.snoozed()).map(Handling.Snoozed::until);
    }
}
