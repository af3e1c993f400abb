package org.crossface.platform.processing;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.eventstore.UndecodableEvent;
import org.crossface.platform.loops.Ending;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The dead-letter processor: handles dead letters again on request, on a node that runs their event processor, in the order of the
 * sequence, each in a transaction that also removes it, up to the first that still fails. Events that only waited behind a removed dead
 * letter are handled without a request. A row lock prevents two nodes from handling the same one.
 *
 * <p>Axon's own processing is not used: it handles a whole sequence in one transaction, so a second dead letter that fails rolls back the
 * first, and the failure cannot be recorded.
 */
public final class DeadLetterProcessor implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterProcessor.class);

    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration EXPIRY = Duration.ofHours(1);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Configuration configuration;
    private final PostgresEventStorageEngine engine;
    private final TransactionManager transactions;
    private final DeadLetters letters;
    private final JdbcClient jdbc;
    private final Duration keep;
    private final Loops loops;
    private final InstantSource system = InstantSource.system();
    private @Nullable ScheduledExecutorService timer;
    private volatile @Nullable Loop loop;

    /**
     * A dead-letter processor for the event processors of this node.
     *
     * @param jdbc takes part in the transactions of the transaction manager
     * @param keep how long dead letters are kept after they have left the queue
     * @param loops where it reports its heartbeat
     */
    public DeadLetterProcessor(
            Configuration configuration,
            PostgresEventStorageEngine engine,
            TransactionManager transactions,
            DeadLetters letters,
            JdbcClient jdbc,
            Duration keep,
            Loops loops) {
        this.configuration = configuration;
        this.engine = engine;
        this.transactions = transactions;
        this.letters = letters;
        this.jdbc = jdbc;
        this.keep = keep;
        this.loops = loops;
    }

    /** Polls for requests every second, and removes expired dead letters every hour. */
    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("dead-letter-processor").factory());
        loop = loops.watch("dead-letter processor", LIMIT);
        var turns = started.scheduleWithFixedDelay(
                () -> guarded(this::watchedTurn), TURN.toMillis(), TURN.toMillis(), TimeUnit.MILLISECONDS);
        var expiry = started.scheduleWithFixedDelay(
                () -> guarded(() -> letters.expire(keep)), 0, EXPIRY.toMillis(), TimeUnit.MILLISECONDS);
        started.execute(() -> guarded(this::wantWhatCouldNotBeRead));
        log.debug("The dead-letter processor has started: {}, {}", turns, expiry);
        timer = started;
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            Ending.of(timer);
            timer = null;
        }
        if (loop != null) {
            loop.close();
            loop = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // Any exception would end the schedule; the next iteration tries again.
            log.warn("Dead letters could not be processed for now", e);
        }
    }

    /**
     * Perhaps this release can read them: during a rolling upgrade older nodes make dead letters of events that newer nodes write. If it
     * cannot, each stays a dead letter.
     */
    private void wantWhatCouldNotBeRead() {
        jdbc.sql("""
                        INSERT INTO processing.retry_wanted (processing_group, sequence_identifier)
                        SELECT h.processing_group, h.sequence_identifier
                          FROM (SELECT DISTINCT ON (processing_group, sequence_identifier) processing_group, sequence_identifier,
                                       dead_letter_id, cause_type
                                  FROM processing.dead_letter ORDER BY processing_group, sequence_identifier, sequence_index) h
                         WHERE h.cause_type = ?
                           AND NOT EXISTS (SELECT 1 FROM processing.parked_letter p WHERE p.dead_letter_id = h.dead_letter_id)
                        ON CONFLICT DO NOTHING""").param(UndecodableEvent.class.getName()).update();
    }

    private void watchedTurn() {
        poll();
        comeRound();
    }

    private void comeRound() {
        Loop watched = loop;
        if (watched != null) {
            watched.beat();
        }
    }

    /**
     * A sequence of a processor.
     *
     * @param wantedAt when a retry was last requested; {@code null} if none was
     */
    private record Sequence(
            String processor, String sequence, @Nullable Timestamp wantedAt) {}

    /**
     * Handles the sequences that are due on this node.
     *
     * @return how many dead letters were handled
     */
    public int poll() {
        int handled = 0;
        for (Sequence due : due()) {
            SimpleEventHandlerInvoker invoker = invoker(due.processor()).orElse(null);
            if (invoker != null) {
                Attempt attempt = handleSequence(due, invoker);
                handled += attempt.handled();
                if (!attempt.elsewhere()) {
                    forgetWish(due);
                }
            }
        }
        return handled;
    }

    /** Deletes only the request that led to the attempt: a request made meanwhile may follow a mend that the attempt did not have. */
    private void forgetWish(Sequence tried) {
        if (tried.wantedAt() != null) {
            jdbc.sql("DELETE FROM processing.retry_wanted WHERE processing_group = ? AND sequence_identifier = ?"
                            + " AND wanted_at <= ?")
                    .params(tried.processor(), tried.sequence(), tried.wantedAt())
                    .update();
        }
    }

    /** The sequences with a requested retry, and those whose first dead letter only waited. */
    private List<Sequence> due() {
        return jdbc.sql("""
                        SELECT processing_group, sequence_identifier, wanted_at FROM processing.retry_wanted
                        UNION ALL
                        SELECT h.processing_group, h.sequence_identifier, NULL
                          FROM (SELECT DISTINCT ON (processing_group, sequence_identifier) processing_group, sequence_identifier,
                                       dead_letter_id, cause_type
                                  FROM processing.dead_letter ORDER BY processing_group, sequence_identifier, sequence_index) h
                         WHERE h.cause_type IS NULL
                           AND NOT EXISTS (SELECT 1 FROM processing.parked_letter p WHERE p.dead_letter_id = h.dead_letter_id)
                           AND NOT EXISTS (SELECT 1 FROM processing.retry_wanted r WHERE r.processing_group = h.processing_group
                                              AND r.sequence_identifier = h.sequence_identifier)""")
                .query((rs, n) -> new Sequence(rs.getString(1), rs.getString(2), rs.getTimestamp(3)))
                .list();
    }

    private Optional<SimpleEventHandlerInvoker> invoker(String processor) {
        return configuration
                .eventProcessingConfiguration()
                .sequencedDeadLetterProcessor(processor)
                .filter(SimpleEventHandlerInvoker.class::isInstance)
                .map(SimpleEventHandlerInvoker.class::cast);
    }

    /**
     * The outcome of an attempt at a sequence.
     *
     * @param handled how many dead letters were handled
     * @param elsewhere whether another node is handling it
     */
    private record Attempt(int handled, boolean elsewhere) {}

    private Attempt handleSequence(Sequence sequence, SimpleEventHandlerInvoker invoker) {
        int handled = 0;
        Optional<Head> head = head(sequence);
        while (head.isPresent()) {
            Outcome outcome = handle(sequence.processor(), head.get(), invoker.eventHandlers());
            comeRound();
            if (outcome != Outcome.HANDLED) {
                return new Attempt(handled, outcome == Outcome.TAKEN);
            }
            handled++;
            head = head(sequence);
        }
        return new Attempt(handled, false);
    }

    private record Head(String letterId, String eventId) {}

    /** The outcome of an attempt at a dead letter. */
    private enum Outcome {
        /** Handled and removed. */
        HANDLED,
        /** It stays, with the new failure. */
        FAILED,
        /** Another node is handling it, or has handled it. */
        TAKEN
    }

    private Optional<Head> head(Sequence sequence) {
        return jdbc.sql("SELECT dead_letter_id, event_identifier FROM processing.dead_letter"
                        + " WHERE processing_group = ? AND sequence_identifier = ? ORDER BY sequence_index LIMIT 1")
                .params(sequence.processor(), sequence.sequence())
                .query((rs, n) -> new Head(rs.getString(1), rs.getString(2)))
                .optional();
    }

    private Outcome handle(String processor, Head head, List<EventMessageHandler> handlers) {
        TrackedEventMessage<?> event = engine.eventWithId(head.eventId()).orElse(null);
        if (event == null) {
            log.error("The event {} of a dead letter is not stored", head.eventId());
            return Outcome.FAILED;
        }
        UnitOfWork<EventMessage<?>> work = DefaultUnitOfWork.startAndGet(event);
        work.attachTransaction(transactions);
        configuration.correlationDataProviders().forEach(work::registerCorrelationDataProvider);
        ResultMessage<Outcome> result = work.executeWithResult(() -> {
            // First, as in a batch: a transaction that replaces dead letters takes the fence and then their rows.
            BatchFence.of(jdbc, processor).enter();
            if (!take(head)) {
                return Outcome.TAKEN;
            }
            for (EventMessageHandler handler : handlers) {
                handler.handle(event);
            }
            return Outcome.HANDLED;
        });
        if (result.isExceptional()) {
            noteFailure(head, result.exceptionResult());
            return Outcome.FAILED;
        }
        return result.getPayload();
    }

    /** Whether it still existed and no other node is handling it. */
    private boolean take(Head head) {
        return jdbc.sql("""
                        DELETE FROM processing.dead_letter WHERE dead_letter_id IN
                               (SELECT dead_letter_id FROM processing.dead_letter WHERE dead_letter_id = ? FOR UPDATE SKIP LOCKED)""").param(head.letterId()).update() == 1;
    }

    private void noteFailure(Head head, Throwable failure) {
        log.warn("The dead letter {} failed again: {}", head.letterId(), DeadLetterTrace.of(failure));
        jdbc.sql("UPDATE processing.dead_letter SET cause_type = ?, cause_message = ?, last_touched = ?"
                        + " WHERE dead_letter_id = ?")
                .params(
                        failure.getClass().getName(),
                        DeadLetterTrace.of(failure),
                        system.instant().toString(),
                        head.letterId())
                .update();
    }
}
