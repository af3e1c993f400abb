package org.crossface.audit.refusals;

import org.jspecify.annotations.Nullable;

/**
 * Which refusals are wanted. An absent criterion lets every refusal pass.
 *
 * @param streamId of commands to this pathway, patient or other stream
 * @param patientId about this patient
 * @param rule by this rule, such as {@code INV-21}
 * @param actor of commands of this actor
 * @param unopened only those whose stream does not exist, since the refused command would have opened it
 */
public record RefusalFilter(
        @Nullable String streamId,
        @Nullable String patientId,
        @Nullable String rule,
        @Nullable String actor,
        boolean unopened) {

    /** Refusals of commands that would have opened a pathway, registered a person or the like. */
    public static RefusalFilter ofUnopened() {
        return new RefusalFilter(null, null, null, null, true);
    }
}
