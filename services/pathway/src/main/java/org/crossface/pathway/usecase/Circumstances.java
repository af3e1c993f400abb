package org.crossface.pathway.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.vocabulary.Identifiers;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a decision may know besides the pathway's own state.
 *
 * @param now domain time of the decision
 * @param policy the version in force when the fact occurred
 * @param reference sites, practitioners and after-care facilities as they stand
 * @param reservations sets that span streams; only deciders use it, never rules
 * @param actorId who acts
 * @param role in which role
 * @param ids source of identifiers for facts
 * @param clinicalRules the clinical rules of an identifier, such as {@code INV-12}; empty when there is none
 * @param overridableIn public names of the commands that the clinical rules of an identifier judge
 * @param recordings which command records which event
 * @param lateReason why a late entry is recorded only now; {@code null} when it was not said
 */
public record Circumstances(
        Instant now,
        Policy policy,
        ReferenceData reference,
        Reservations reservations,
        String actorId,
        Role role,
        Identifiers ids,
        Function<String, List<Rule>> clinicalRules,
        Function<String, Set<String>> overridableIn,
        Recordings recordings,
        @Nullable String lateReason) {

    /** Today in a facility's zone. */
    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now, zone);
    }

    /** The same for a fact that somebody else recorded at another time. */
    public Circumstances of(String author, Instant recordedAt, @Nullable String reason) {
        return new Circumstances(
                recordedAt,
                policy,
                reference,
                reservations,
                author,
                role,
                ids,
                clinicalRules,
                overridableIn,
                recordings,
                reason);
    }
}
