package org.crossface.coordination.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.crossface.coordination.views.PathwayUpdates;
import org.crossface.pathway.followup.Passing;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.platform.deadlines.Deadline;
import org.crossface.platform.deadlines.DeadlineHandler;
import org.crossface.platform.deadlines.Deadlines;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the deadlines of all pathways to where the version of the policy that has just taken effect puts them. It goes through them one by
 * one and sends no command: only what is late by the new version wakes its pathway.
 */
public final class WhenPolicyTakesEffectMoveDeadlines implements DeadlineHandler {

    /**
     * An event that was handled shortly before set its pathway's deadline by the version before, and its transaction may have ended after
     * this work had passed the pathway. A second pass finds it; no transaction is open for so long.
     */
    static final Duration SECOND_PASS = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(WhenPolicyTakesEffectMoveDeadlines.class);
    private static final int PAGE = 200;

    private final Function<String, Instant> effectiveFrom;
    private final Deadlines deadlines;
    private final PathwayUpdates updates;
    private final Policies policies;

    /**
     * @param effectiveFrom when a version takes effect
     * @param deadlines those of the pathways
     */
    public WhenPolicyTakesEffectMoveDeadlines(
            Function<String, Instant> effectiveFrom, Deadlines deadlines, PathwayUpdates updates, Policies policies) {
        this.effectiveFrom = effectiveFrom;
        this.deadlines = deadlines;
        this.updates = updates;
        this.policies = policies;
    }

    @Override
    public Optional<Instant> passed(Deadline version) {
        Policy policy = policies.inForceAt(version.now());
        long moved = 0;
        List<Deadlines.Held> page = deadlines.page("", PAGE);
        while (!page.isEmpty()) {
            moved += moved(page, policy);
            page = deadlines.page(page.getLast().key(), PAGE);
        }
        log.info("With version {} of the policy {} deadlines were moved", version.key(), moved);
        boolean first = version.at().equals(effectiveFrom.apply(version.key()));
        return first ? Optional.of(version.now().plus(SECOND_PASS)) : Optional.empty();
    }

    private int moved(List<Deadlines.Held> page, Policy policy) {
        Map<Deadlines.Held, @Nullable Instant> wanted = new HashMap<>();
        for (Deadlines.Held each : page) {
            try {
                wanted.put(
                        each,
                        Passing.next(updates.latest(each.key()), policy)
                                .map(Passing::at)
                                .orElse(null));
            } catch (RuntimeException unreadable) {
                // Its own deadline stays, and tells when it comes.
                log.warn("The deadline of a pathway could not be computed", unreadable);
            }
        }
        return deadlines.replace(wanted);
    }
}
