package org.crossface.pathway;

import org.jspecify.annotations.Nullable;

/** What a rule says of a command. */
public sealed interface Verdict {

    /** The one verdict of a rule that has nothing against the command. */
    Verdict ALLOWED = new Allowed();

    /**
     * A refusal that names the component of the command at fault.
     *
     * @param field component of the command; empty when the state is at fault
     * @param finding what is so, such as "PADSS 8, needs 9"
     * @param remedy what would satisfy the rule
     */
    static Verdict refused(String field, String finding, String remedy) {
        return new Refused(field.isEmpty() ? null : field, finding, remedy);
    }

    /** Refused with this finding and remedy when the condition holds, allowed otherwise. */
    static Verdict refusedIf(boolean condition, String field, String finding, String remedy) {
        return condition ? refused(field, finding, remedy) : ALLOWED;
    }

    /** The rule has nothing against the command. */
    record Allowed() implements Verdict {}

    /** The rule refuses the command. */
    record Refused(@Nullable String field, String finding, String remedy) implements Verdict {}
}
