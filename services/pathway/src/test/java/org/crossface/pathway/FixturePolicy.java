package org.crossface.pathway;

import java.util.function.Consumer;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.platform.api.decision.CommandRefused;

/** The policy under which the fixtures of this thread decide, and who hears of their refusals. */
public final class FixturePolicy {

    private static final FixturePolicy USUAL = new FixturePolicy(Policy.defaults(), refused -> {});
    private static final ThreadLocal<FixturePolicy> CURRENT = ThreadLocal.withInitial(() -> USUAL);

    private final Policy policy;
    private final Consumer<CommandRefused> heard;

    private FixturePolicy(Policy policy, Consumer<CommandRefused> heard) {
        this.policy = policy;
        this.heard = heard;
    }

    /** Runs tests of this thread under a policy. */
    public static void during(Policy policy, Consumer<CommandRefused> heard, Runnable tests) {
        FixturePolicy before = CURRENT.get();
        CURRENT.set(new FixturePolicy(policy, heard));
        try {
            tests.run();
        } finally {
            CURRENT.set(before);
        }
    }

    static Policies policies() {
        Policy policy = CURRENT.get().policy;
        return instant -> policy;
    }

    static void hear(CommandRefused refused) {
        CURRENT.get().heard.accept(refused);
    }
}
