package org.crossface.billing.relay;

import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.billing.relay.RelayStatus.Activity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps a {@link RelaySession} alive in a thread of its own. There is one way to recover from every fault: close everything, wait, and
 * begin at the position in Kafka.
 */
public final class ChargeRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChargeRelay.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    /** Time for the batch in progress when the node stops; what it has not committed is published after the next start. */
    private static final Duration FINISH_LIMIT = Duration.ofSeconds(3);

    private static final Duration INTERRUPTED_LIMIT = Duration.ofSeconds(1);

    private final RelaySession.Relaying relaying;
    private final PublishingLease lease;
    private final Queue<Retry> retries = new ConcurrentLinkedQueue<>();
    private final ReentrantLock pausing = new ReentrantLock();
    private final Condition stopped = pausing.newCondition();
    private volatile @Nullable Thread thread;
    private volatile RelayStatus status =
            new RelayStatus(Activity.STOPPED, Duration.ZERO, -1, ParkedPathways.none(), null);
    private volatile long lastBeat = System.nanoTime();

    private record Retry(String pathwayId, CompletableFuture<Boolean> answer) {}

    /**
     * @param replicas of the topics that are created: 1 with the embedded broker, 3 in production
     * @param lease decides which node publishes
     */
    public ChargeRelay(
            KafkaClients kafka,
            short replicas,
            EventStore events,
            StoreIdentity store,
            PublicationLog log,
            PublishingLease lease,
            Clock clock,
            FailPoint failPoint) {
        this.relaying = new RelaySession.Relaying(kafka, replicas, events, store, log, clock, failPoint);
        this.lease = lease;
    }

    /** The relay's current status. */
    public RelayStatus status() {
        RelayStatus now = status;
        return new RelayStatus(
                now.activity(),
                Duration.ofNanos(System.nanoTime() - lastBeat),
                now.position(),
                now.parked(),
                now.fault());
    }

    /**
     * Requests another attempt at a parked pathway, after the fault has been mended.
     *
     * @return completes with whether the pathway is free; fails when this node is not publishing
     */
    public CompletableFuture<Boolean> retry(String pathwayId) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        if (status.activity() == Activity.PUBLISHING) {
            retries.add(new Retry(pathwayId, answer));
        } else {
            answer.completeExceptionally(new IllegalStateException("This node does not publish charges now"));
        }
        return answer;
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name("billing-relay").unstarted(this::run);
        thread = started;
        started.start();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (isRunning()) {
            try {
                report(Activity.STANDBY, null);
                if (lease.acquire()) {
                    report(Activity.STARTING, null);
                    publish();
                }
                pause = FIRST_PAUSE;
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (!isRunning()) {
                    return;
                }
                LOG.warn("The relay begins again at its position in Kafka", e);
                report(Activity.STARTING, String.valueOf(e.getMessage()));
                pause = longer(pause);
            } finally {
                lease.release();
                for (Retry waiting = retries.poll(); waiting != null; waiting = retries.poll()) {
                    waiting.answer().completeExceptionally(new IllegalStateException("The relay began again"));
                }
            }
            if (!pause(pause)) {
                return;
            }
        }
    }

    private void publish() throws InterruptedException {
        try (RelaySession session = RelaySession.open(relaying)) {
            LOG.info("The relay publishes charges from position {}", session.position());
            while (isRunning() && lease.isHeld()) {
                status =
                        new RelayStatus(Activity.PUBLISHING, Duration.ZERO, session.position(), session.parked(), null);
                lastBeat = System.nanoTime();
                session.publishNext();
                for (Retry next = retries.poll(); next != null; next = retries.poll()) {
                    answer(next, session);
                }
            }
        }
    }

    private static void answer(Retry asked, RelaySession session) {
        try {
            asked.answer().complete(session.retry(asked.pathwayId()));
        } catch (RuntimeException e) {
            asked.answer().completeExceptionally(e);
            throw e;
        }
    }

    private void report(Activity activity, @Nullable String fault) {
        RelayStatus before = status;
        lastBeat = System.nanoTime();
        status = new RelayStatus(
                activity,
                Duration.ZERO,
                before.position(),
                before.parked(),
                fault == null && activity == Activity.STARTING ? before.fault() : fault);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private boolean pause(Duration length) {
        pausing.lock();
        try {
            long left = length.toNanos();
            while (left > 0 && isRunning()) {
                left = stopped.awaitNanos(left);
            }
            return isRunning();
        } catch (InterruptedException e) {
            return false;
        } finally {
            pausing.unlock();
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        pausing.lock();
        try {
            stopped.signalAll();
        } finally {
            pausing.unlock();
        }
        try {
            if (!running.join(FINISH_LIMIT)) {
                running.interrupt();
                running.join(INTERRUPTED_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        status = new RelayStatus(Activity.STOPPED, Duration.ZERO, status.position(), status.parked(), null);
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
