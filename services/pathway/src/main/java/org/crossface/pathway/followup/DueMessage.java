package org.crossface.pathway.followup;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.correspondence.Correspondence;
import org.crossface.pathway.correspondence.MessageKind;
import org.crossface.pathway.followup.calendar.Calendars;
import org.crossface.pathway.followup.calendar.ContactWindow;
import org.crossface.pathway.followup.calendar.PatientZones;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.jspecify.annotations.Nullable;

/**
 * A message of a task that has not been asked for. A pure function of the facts, as the timetable is: a correction or another policy moves it,
 * and what ends a task ends its messages.
 *
 * @param since when its time comes
 * @param at when it is asked for: not before its time, nor before the instant at which it was looked for, and one to a patient only in the hours
 *     in which patients are contacted
 */
public record DueMessage(OpenTask task, MessageKind message, Instant since, Instant at) {

    private static final Comparator<DueMessage> ORDER = comparing(DueMessage::at)
            .thenComparing(DueMessage::since)
            .thenComparing(due -> due.task().code())
            .thenComparing(due -> due.task().key())
            .thenComparing(DueMessage::message);

    /** The first one, looked for at any time; empty when no message waits for its time. */
    public static Optional<DueMessage> next(PathwayState state, Policy policy) {
        return next(state, policy, Instant.MIN);
    }

    /** The first one that can be asked for at this instant or later; what is over until then is left out. */
    public static Optional<DueMessage> next(PathwayState state, Policy policy, Instant now) {
        if (!state.intake().referred()) {
            return Optional.empty();
        }
        Correspondence known = state.correspondence();
        Calendars calendars = Calendars.of(state.intake().zoneId());
        Sendable sendable = new Sendable(ContactWindow.of(policy), calendars.patient(), now);
        return Timetable.of(state, policy, calendars).tasks().stream()
                .flatMap(task -> of(task, sendable))
                .filter(due -> !known.covers(due.task().code(), due.task().key(), due.message(), due.since()))
                .min(ORDER);
    }

    private static Stream<DueMessage> of(OpenTask task, Sendable sendable) {
        return task.timer().notices().stream()
                .flatMap(notice -> Stream.ofNullable(moment(task, notice))
                        .map(moment -> notBefore(task.startsAt(), moment.at()))
                        .map(since ->
                                new DueMessage(task, notice.message(), since, sendable.from(since, notice.message()))))
                .filter(due -> task.endsAt() == null || due.at().isBefore(task.endsAt()));
    }

    private static @Nullable Moment moment(OpenTask task, Notice notice) {
        return notice.when() == Status.OVERDUE ? task.overdue() : task.due();
    }

    private static Instant notBefore(@Nullable Instant start, Instant at) {
        return start == null || at.isAfter(start) ? at : start;
    }

    /** When something may be sent. */
    private record Sendable(ContactWindow window, PatientZones zones, Instant now) {

        Instant from(Instant since, MessageKind message) {
            Instant earliest = since.isBefore(now) ? now : since;
            return message.isToPatient() ? window.next(earliest, zones) : earliest;
        }
    }
}
