package org.crossface.audit.refusals;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A refused command as it was kept.
 *
 * @param at domain time of the decision
 * @param patientId {@code null} when no patient was known
 * @param commandJson the command as it was sent; {@code null} when the patient's key has been destroyed
 * @param rule such as {@code INV-21}
 * @param field the component of the command that was at fault; {@code null} when it was the state
 * @param sentence the sentence shown to the actor; {@code null} when the patient's key has been destroyed
 * @param purpose purpose of use; {@code null} for refusals of earlier releases
 * @param siteIds the sites whose auditors may see it; empty for those alone who see every site
 */
public record KeptRefusal(
        String id,
        Instant at,
        @Nullable String patientId,
        String streamId,
        String command,
        @Nullable String commandJson,
        String rule,
        @Nullable String field,
        @Nullable String sentence,
        String policyVersion,
        String actor,
        String role,
        @Nullable String purpose,
        Set<String> siteIds,
        @Nullable String request) {

    public KeptRefusal {
        siteIds = Set.copyOf(siteIds);
    }
}
