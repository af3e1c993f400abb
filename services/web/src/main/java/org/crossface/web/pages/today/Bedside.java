package org.crossface.web.pages.today;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.crossface.coordination.story.Wording;
import org.crossface.pathway.followup.FlapWatch;
import org.crossface.pathway.health.Allergy;
import org.crossface.pathway.oversight.Concern;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.jspecify.annotations.Nullable;

/**
 * What people beside the patient of a case have to know (A-15, A-11, 2.6), as the state of the pathway tells it.
 *
 * @param allergies in few words, such as {@code Penicillin: anaphylaxis}
 * @param risk whether the allergies have to catch the eye: some are known, or nobody asked
 * @param antibioticAt when the antibiotic is to be given again; {@code null} when it is not, and once the wound is closed
 * @param flapCheckAt when the denser watch of the flap asks for its next check; {@code null} when it does not
 * @param concerns that are open about this case
 */
record Bedside(
        String allergies,
        boolean risk,
        @Nullable Instant antibioticAt,
        @Nullable Instant flapCheckAt,
        List<Concern> concerns) {

    /** Of a case whose pathway was not found. */
    static final Bedside UNKNOWN = new Bedside("", false, null, null, List.of());

    static Bedside of(PathwayState state, String caseId, Policy policy) {
        List<Allergy> listed = state.health().allergies();
        return new Bedside(
                allergies(listed),
                listed == null || !listed.isEmpty(),
                state.operations()
                        .of(caseId)
                        .antibioticAgainAt(policy)
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                FlapWatch.denserCheckAt(state, caseId, policy).orElse(null),
                state.oversight().concerns().stream()
                        .filter(each -> caseId.equals(each.caseId()))
                        .toList());
    }

    private static String allergies(@Nullable List<Allergy> listed) {
        if (listed == null) {
            return "not listed";
        }
        return listed.isEmpty()
                ? "none known"
                : listed.stream()
                        .map(each -> each.substance() + ": " + Wording.words(each.severity()))
                        .collect(Collectors.joining("; "));
    }
}
