package org.crossface.platform.api;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every refusal, append-only and encrypted, in a transaction of its own, so that it outlives the command's transaction, which is
 * rolled back.
 */
public interface Refusals {

    void keep(Refusal refusal);

    /**
     * One refused command.
     *
     * @param at domain time of the decision
     * @param patientId patient whose key encrypts {@code commandJson} and {@code sentence}; {@code null} when no patient is known yet
     * @param streamId the pathway, account or other stream the command was for
     * @param command simple name of the command
     * @param commandJson the command as it was sent
     * @param rule such as {@code INV-21}
     * @param field the component of the command that was at fault; {@code null} when it is the state
     * @param purpose purpose of use, such as {@code TREAT}; empty when the actor named none
     * @param siteIds the sites whose auditors may see it
     */
    record Refusal(
            Instant at,
            @Nullable String patientId,
            String streamId,
            String command,
            String commandJson,
            String rule,
            @Nullable String field,
            String sentence,
            String policyVersion,
            String actor,
            String role,
            String purpose,
            Set<String> siteIds,
            @Nullable String request) {

        public Refusal {
            siteIds = Set.copyOf(siteIds);
        }
    }
}
