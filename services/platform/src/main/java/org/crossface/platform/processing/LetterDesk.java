package org.crossface.platform.processing;

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
import org.crossface.platform.loops.Ending;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Tries dead letters again when somebody has asked for it, on a node that runs their processor: in the order of the sequence, each letter
 * in a transaction that also takes it away, up to the first that still fails. What only waited behind a letter that is gone is handled
 * without being asked for. A row lock keeps nodes apart.
 *
 * <p>Axon's own way of processing letters is not used: it handles a whole sequence in one transaction, so a second letter that fails takes
 * back the first, and the failure cannot be noted.
 */
public final class LetterDesk implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LetterDesk.class);

    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration EXPIRY = Duration.ofHours(1);

    private final Configuration configuration;
    private final PostgresEventStorageEngine engine;
    private final TransactionManager transactions;
    private final DeadLetters letters;
    private final JdbcClient jdbc;
    private final Duration keep;
    private final InstantSource system = InstantSource.system();
    private @Nullable ScheduledExecutorService timer;

    /**
     * A desk for the processors of this node.
     *
     * @param jdbc takes part in the transactions of the transaction manager
     * @param keep how long letters are kept after they have left the queue
     */
    public LetterDesk(
            Configuration configuration,
            PostgresEventStorageEngine engine,
            TransactionManager transactions,
            DeadLetters letters,
            JdbcClient jdbc,
            Duration keep) {
        this.configuration = configuration;
        this.engine = engine;
        this.transactions = transactions;
        this.letters = letters;
        this.jdbc = jdbc;
        this.keep = keep;
    }

    /** Looks for work every second, and removes what has expired every hour. */
    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("letter-desk").factory());
        var turns = started.scheduleWithFixedDelay(
                () -> guarded(this::turn), TURN.toMillis(), TURN.toMillis(), TimeUnit.MILLISECONDS);
        var expiry = started.scheduleWithFixedDelay(
                () -> guarded(() -> letters.expire(keep)), 0, EXPIRY.toMillis(), TimeUnit.MILLISECONDS);
        log.debug("Dead letters are looked after: {}, {}", turns, expiry);
        timer = started;
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            Ending.of(timer);
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            // An exception would end the schedule; the next turn tries again.
            log.warn("Dead letters could not be looked after for now", e);
        }
    }

    /** A sequence of a processor. */
    private record Sequence(String processor, String sequence) {}

    /**
     * Tries what is due on this node.
     *
     * @return how many letters were handled
     */
    public int turn() {
        int handled = 0;
        for (Sequence due : due()) {
            SimpleEventHandlerInvoker invoker = invoker(due.processor()).orElse(null);
            if (invoker != null) {
                handled += handleSequence(due, invoker);
                jdbc.sql("DELETE FROM processing.retry_wanted WHERE processing_group = ? AND sequence_identifier = ?")
                        .params(due.processor(), due.sequence())
                        .update();
            }
        }
        return handled;
    }

    /** What somebody wants tried, and what has no failed letter before it any more. */
    private List<Sequence> due() {
        return jdbc.sql("""
                        SELECT processing_group, sequence_identifier FROM processing.retry_wanted
                        UNION
                        SELECT h.processing_group, h.sequence_identifier
                          FROM (SELECT DISTINCT ON (processing_group, sequence_identifier) processing_group, sequence_identifier,
                                       dead_letter_id, cause_type
                                  FROM processing.dead_letter ORDER BY processing_group, sequence_identifier, sequence_index) h
                         WHERE h.cause_type IS NULL
                           AND NOT EXISTS (SELECT 1 FROM processing.parked_letter p WHERE p.dead_letter_id = h.dead_letter_id)""")
                .query((rs, n) -> new Sequence(rs.getString(1), rs.getString(2)))
                .list();
    }

    private Optional<SimpleEventHandlerInvoker> invoker(String processor) {
        return configuration
                .eventProcessingConfiguration()
                .sequencedDeadLetterProcessor(processor)
                .filter(SimpleEventHandlerInvoker.class::isInstance)
                .map(SimpleEventHandlerInvoker.class::cast);
    }

    private int handleSequence(Sequence sequence, SimpleEventHandlerInvoker invoker) {
        int handled = 0;
        Optional<Head> head = head(sequence);
        while (head.isPresent()) {
            if (!handle(head.get(), invoker.eventHandlers())) {
                return handled;
            }
            handled++;
            head = head(sequence);
        }
        return handled;
    }

    private record Head(String letterId, String eventId) {}

    private Optional<Head> head(Sequence sequence) {
        return jdbc.sql("SELECT dead_letter_id, event_identifier FROM processing.dead_letter"
                        + " WHERE processing_group = ? AND sequence_identifier = ? ORDER BY sequence_index LIMIT 1")
                .params(sequence.processor(), sequence.sequence())
                .query((rs, n) -> new Head(rs.getString(1), rs.getString(2)))
                .optional();
    }

    /** Whether the letter is gone. */
    private boolean handle(Head head, List<EventMessageHandler> handlers) {
        TrackedEventMessage<?> event = engine.eventWithId(head.eventId()).orElse(null);
        if (event == null) {
            log.error("The event {} of a dead letter is not stored", head.eventId());
            return false;
        }
        UnitOfWork<EventMessage<?>> work = DefaultUnitOfWork.startAndGet(event);
        work.attachTransaction(transactions);
        configuration.correlationDataProviders().forEach(work::registerCorrelationDataProvider);
        ResultMessage<Boolean> result = work.executeWithResult(() -> {
            if (!take(head)) {
                return false;
            }
            for (EventMessageHandler handler : handlers) {
                handler.handle(event);
            }
            return true;
        });
        if (result.isExceptional()) {
            noteFailure(head, result.exceptionResult());
            return false;
        }
        return result.getPayload();
    }

    /** Whether it was still there and no other node is at it. */
    private boolean take(Head head) {
        return jdbc.sql("""
                        DELETE FROM processing.dead_letter WHERE dead_letter_id IN
                               (SELECT dead_letter_id FROM processing.dead_letter WHERE dead_letter_id = ? FOR UPDATE SKIP LOCKED)""").param(head.letterId()).update() == 1;
    }

    private void noteFailure(Head head, Throwable failure) {
        log.warn("The dead letter {} failed again: {}", head.letterId(), LetterTrace.of(failure));
        jdbc.sql("UPDATE processing.dead_letter SET cause_type = ?, cause_message = ?, last_touched = ?"
                        + " WHERE dead_letter_id = ?")
                .params(
                        failure.getClass().getName(),
                        LetterTrace.of(failure),
                        system.instant().toString(),
                        head.letterId())
                .update();
    }
}
