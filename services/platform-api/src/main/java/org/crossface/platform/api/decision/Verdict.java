package org.crossface.platform.api.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a rule says of a command. */
public sealed interface Verdict {

    /** The verdict of a rule that has nothing against the command and nothing to tell. */
    Verdict ALLOWED = new Allowed("", null, null);

    /**
     * A refusal that names the component of the command at fault.
     *
     * @param field component of the command; empty when the state is at fault
     * @param finding what is so, such as "PADSS 8, needs 9"
     * @param remedy what would satisfy the rule
     */
    static Verdict refused(String field, String finding, String remedy) {
        return new Refused(field.isEmpty() ? null : field, finding, remedy, null, null);
    }

    /** Refused with this finding and remedy when the condition holds, allowed otherwise. */
    static Verdict refusedIf(boolean condition, String field, String finding, String remedy) {
        return condition ? refused(field, finding, remedy) : ALLOWED;
    }

    /**
     * A refusal that time will lift.
     *
     * @param from when the rule will allow it, if nothing else changes
     */
    static Verdict refusedUntil(Instant from, String field, String finding, String remedy) {
        return new Refused(field.isEmpty() ? null : field, finding, remedy, null, from);
    }

    /**
     * A refusal although something was done for it.
     *
     * @param tried when that was done
     */
    static Verdict failed(Instant tried, String finding, String remedy) {
        return new Refused(null, finding, remedy, tried, null);
    }

    /**
     * Satisfied by something that people see.
     *
     * @param finding what satisfies it, such as "PADSS 9"
     * @param since when it was satisfied; {@code null} when that is not known
     */
    static Verdict met(String finding, @Nullable Instant since) {
        return new Allowed(finding, since, null);
    }

    /**
     * Satisfied for a time.
     *
     * @param until last instant at which the rule allows it, if nothing else changes
     */
    static Verdict metUntil(String finding, @Nullable Instant since, Instant until) {
        return new Allowed(finding, since, until);
    }

    /**
     * The rule has nothing against the command.
     *
     * @param finding what satisfies it; empty when there is nothing to tell
     * @param since when it was satisfied; {@code null} when that is not known
     * @param until last instant at which it holds; {@code null} when time does not change it
     */
    record Allowed(
            String finding,
            @Nullable Instant since,
            @Nullable Instant until) implements Verdict {}

    /**
     * The rule refuses the command.
     *
     * @param tried when something was done for it that was not enough; {@code null} when nothing was
     * @param from when time will lift it; {@code null} when time does not
     */
    record Refused(
            @Nullable String field,
            String finding,
            String remedy,
            @Nullable Instant tried,
            @Nullable Instant from) implements Verdict {}
}
