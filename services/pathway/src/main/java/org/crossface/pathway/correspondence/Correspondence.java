package org.crossface.pathway.correspondence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.aftercare.vocabulary.ContactOutcome;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * Which messages were asked for, and what became of those to the patient.
 *
 * @param asked when each message of each task was asked for last
 * @param courses how far each message has come, by the fact that asked for it
 * @param unreached the first message that came back since the patient was reached; {@code null} when none did
 */
public record Correspondence(
        Map<String, Instant> asked,
        Map<String, Course> courses,
        @Nullable Unreached unreached) {

    private static final Correspondence NONE = new Correspondence(Map.of(), Map.of(), null);

    /** Keeps its own copies. */
    public Correspondence {
        asked = Map.copyOf(asked);
        courses = Map.copyOf(courses);
    }

    /** How far a message has come. */
    public enum Course {
        REQUESTED,
        FAILED,
        DELIVERED
    }

    /** A message that came back. */
    public record Unreached(String messageId, OffsetDateTime since) {}

    /** Before anything was sent. */
    public static Correspondence none() {
        return NONE;
    }

    /**
     * Whether the message of a task for this moment was asked for. A moment that a correction has moved within the past is the same message; a
     * later moment, such as that of a postponed operation, asks for another one.
     */
    public boolean covers(String timer, String task, MessageKind message, Instant moment) {
        Instant known = asked.get(key(timer, task, message));
        return known != null && !known.isBefore(moment);
    }

    /** How far the message has come that this fact asked for; empty when none did. */
    public Optional<Course> courseOf(String messageId) {
        return Optional.ofNullable(courses.get(messageId));
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Correspondence evolve(PathwayEvent event) {
        return switch (event) {
            case CorrespondenceFact fact -> after(fact);
            case ContactAttempted attempt
            when attempt.outcome() == ContactOutcome.REACHED && unreached != null ->
                new Correspondence(asked, courses, null);
            default -> this;
        };
    }

    private Correspondence after(CorrespondenceFact fact) {
        return switch (fact) {
            case MessageRequested e -> {
                Map<String, Instant> next = new HashMap<>(asked);
                next.merge(
                        key(e.timer(), e.task(), e.message()),
                        e.occurredAt().toInstant(),
                        (one, other) -> one.isAfter(other) ? one : other);
                yield new Correspondence(next, with(e.factId(), Course.REQUESTED), unreached);
            }
            case MessageDelivered e -> new Correspondence(asked, with(e.messageId(), Course.DELIVERED), null);
            case MessageFailed e ->
                new Correspondence(
                        asked,
                        with(e.messageId(), Course.FAILED),
                        unreached == null && e.reason().isUnexpected()
                                ? new Unreached(e.messageId(), e.occurredAt())
                                : unreached);
        };
    }

    private Map<String, Course> with(String messageId, Course course) {
        Map<String, Course> next = new HashMap<>(courses);
        next.put(messageId, course);
        return next;
    }

    private static String key(String timer, String task, MessageKind message) {
        return timer + ' ' + task + ' ' + message;
    }
}
