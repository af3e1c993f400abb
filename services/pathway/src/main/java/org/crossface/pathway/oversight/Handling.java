package org.crossface.pathway.oversight;

import java.time.Instant;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * What people did about one task.
 *
 * @param role of those who do it, where that is another one than its timer says; otherwise {@code null}
 * @param person who does it; {@code null} while anybody of the role may
 * @param snoozed until when it rests; {@code null} when it does not
 * @param acknowledged who has its escalation in hand; {@code null} when nobody has
 */
public record Handling(
        @Nullable Role role,
        @Nullable String person,
        @Nullable Snoozed snoozed,
        @Nullable Acknowledged acknowledged) {

    /** Nobody did anything about it. */
    public static final Handling NONE = new Handling(null, null, null, null);

    /**
     * A task that rests.
     *
     * @param since when somebody put it off
     * @param until when it stands on lists again
     */
    public record Snoozed(String by, Instant since, Instant until, String reason) {}

    /**
     * An escalation that somebody has in hand.
     *
     * @param step of the escalation that had been reached, from 1
     * @param plan what will be done
     */
    public record Acknowledged(String by, Instant at, int step, String plan) {}

    Handling after(TaskFact fact) {
        return switch (fact) {
            case TaskClaimed e -> new Handling(role, e.claimedBy(), null, acknowledged);
            case TaskReleased e -> new Handling(role, null, snoozed, acknowledged);
            case TaskSnoozed e ->
                new Handling(
                        role,
                        person,
                        new Snoozed(
                                e.snoozedBy(),
                                e.occurredAt().toInstant(),
                                e.until().toInstant(),
                                e.reason()),
                        acknowledged);
            case TaskReassigned e -> new Handling(e.role() == null ? role : e.role(), e.person(), null, acknowledged);
            case EscalationAcknowledged e ->
                new Handling(
                        role,
                        person,
                        snoozed,
                        new Acknowledged(e.acknowledgedBy(), e.occurredAt().toInstant(), e.step(), e.plan()));
        };
    }
}
