package org.crossface.messages.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.crossface.messages.outbox.Outbox;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sends what is in the outbox, on each node with the role automation; a message is leased by one of them at a time. */
public final class DeliveryLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A full round at a mail server that answers each step at its limit. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Delivery delivery;
    private final boolean sending;
    private final Loops loops;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Loop loop;

    /** @param settings without a mail server messages stay in the outbox, and what cannot be sent anyway is told all the same */
    public DeliveryLoop(
            Outbox outbox, MailServer server, MailSettings settings, CommandDispatch dispatch, Loops loops) {
        this.delivery = new Delivery(outbox, server, dispatch);
        this.sending = settings.isConfigured();
        this.loops = loops;
        this.thread = Thread.ofPlatform().daemon().name("messages").unstarted(this::run);
    }

    @Override
    public void start() {
        loop = loops.watch("messages", LIMIT);
        thread.start();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** A message that is being handed over is interrupted; its lease runs out and it is sent again. */
    @Override
    public void stop() {
        closing.countDown();
        try {
            if (!thread.join(Duration.ofSeconds(3))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Loop watched = loop;
        if (watched != null) {
            watched.close();
        }
    }

    private void run() {
        try {
            do {
                round();
                Loop watched = loop;
                if (watched != null) {
                    watched.beat();
                }
            } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            if (sending) {
                delivery.send();
            }
            delivery.tell();
        } catch (RuntimeException e) {
            // PostgreSQL is away for a moment, or a pathway is busy: the next round tries again.
            log.warn("Messages could not be worked on", e);
        }
    }
}
