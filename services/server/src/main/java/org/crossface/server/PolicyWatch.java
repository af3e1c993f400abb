package org.crossface.server;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.platform.loops.Ending;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The loop that keeps the policies of this node in memory up to date: one query a second, so that commands and projections need none. While
 * the loop cannot reach the database, each use of a policy reads the store.
 */
final class PolicyWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PolicyWatch.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final EventSourcedPolicies policies;
    private final Loops loops;
    private @Nullable Running running;

    PolicyWatch(EventSourcedPolicies policies, Loops loops) {
        this.policies = policies;
        this.loops = loops;
    }

    private record Running(ScheduledExecutorService timer, Loop loop) {}

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        Loop loop = loops.watch("policy watch", LIMIT);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("policy-watch").factory());
        var unused = timer.scheduleWithFixedDelay(
                () -> look(loop), 0, EventSourcedPolicies.LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        running = new Running(timer, loop);
    }

    private void look(Loop loop) {
        try {
            policies.look();
            loop.beat();
        } catch (RuntimeException e) {
            log.warn("The policies could not be read; the next look is in a second", e);
        }
    }

    @Override
    public synchronized void stop() {
        Running ending = running;
        if (ending != null) {
            Ending.of(ending.timer());
            ending.loop().close();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
