package org.crossface.billing.charges;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.crossface.billing.account.BillingAccount;
import org.crossface.billing.account.BillingEvent;
import org.crossface.platform.eventstore.Undecodable;
import org.crossface.platform.processing.DeadLetterTrace;
import org.crossface.platform.processing.PassingFailure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rebuilds the charges from the event store in a temporary table and compares them with the serving ones, at a moment at which both have
 * handled the same events. It writes nothing else, so that it can run beside a working server.
 */
public final class ChargeReplay {

    private static final String REPLAYED = "pg_temp.charge_replay";
    private static final int MOST_ROUNDS = 20;

    private final EventStorageEngine engine;
    private final DataSource dataSource;

    /** Accounts of which an event could not be projected. */
    private final Set<String> keptBack = new HashSet<>();

    private final List<String> unprojectable = new ArrayList<>();

    /**
     * What a comparison found.
     *
     * @param differences a line for each row that only one side has, serving rows first
     * @param unprojectable a line for each event for which no row could be computed; the later events of its account were left out
     */
    public record Result(List<String> differences, List<String> unprojectable) {

        public Result {
            differences = List.copyOf(differences);
            unprojectable = List.copyOf(unprojectable);
        }

        /** Whether the charges agree with the whole history. */
        public boolean isEqual() {
            return differences.isEmpty() && unprojectable.isEmpty();
        }
    }

    /** @param dataSource in the server's role */
    public ChargeReplay(EventStorageEngine engine, DataSource dataSource) {
        this.engine = engine;
        this.dataSource = dataSource;
    }

    /** About the number of events that a replay reads: those up to the serving position now. */
    public long events() {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        return jdbc.sql("SELECT count(*) FROM eventstore.event WHERE position <= ?")
                .param(servingPosition(jdbc))
                .query(Long.class)
                .single();
    }

    /**
     * Replays and compares.
     *
     * @param progress receives the number of events read so far
     * @throws IllegalStateException if the serving rows advance faster than the replay
     */
    public Result compare(LongConsumer progress) {
        keptBack.clear();
        unprojectable.clear();
        try (Connection connection = dataSource.getConnection()) {
            SingleConnectionDataSource one = new SingleConnectionDataSource(connection, true);
            JdbcClient jdbc = JdbcClient.create(one);
            jdbc.sql("CREATE TEMP TABLE charge_replay (LIKE billing.charge INCLUDING ALL)")
                    .update();
            try {
                return rounds(jdbc, moment(one), progress);
            } finally {
                jdbc.sql("DROP TABLE " + REPLAYED).update();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The charges cannot be replayed: " + e.getMessage(), e);
        }
    }

    private Result rounds(JdbcClient jdbc, TransactionTemplate moment, LongConsumer progress) {
        Replayed replayed = new Replayed(-1, 0);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            long target = servingPosition(jdbc);
            replayed = replay(new ChargeView(jdbc, REPLAYED), replayed, target, progress);
            Optional<List<String>> found = Objects.requireNonNull(moment.execute(status ->
                    servingPosition(jdbc) == target ? Optional.of(differences(jdbc)) : Optional.<List<String>>empty()));
            if (found.isPresent()) {
                return new Result(found.get(), unprojectable);
            }
        }
        throw new IllegalStateException("The charges advanced faster than the replay; stop the load and try again");
    }

    private static TransactionTemplate moment(DataSource one) {
        TransactionTemplate moment = new TransactionTemplate(new JdbcTransactionManager(one));
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return moment;
    }

    private record Replayed(long position, long events) {}

    private Replayed replay(ChargeView view, Replayed before, long target, LongConsumer progress) {
        long events = before.events();
        TrackingToken from = before.position() < 0 ? null : new GlobalSequenceTrackingToken(before.position());
        try (Stream<? extends TrackedEventMessage<?>> stream = engine.readEvents(from, false)) {
            Iterator<? extends TrackedEventMessage<?>> left = stream.iterator();
            while (left.hasNext()) {
                TrackedEventMessage<?> message = left.next();
                if (message.trackingToken().position().orElseThrow() > target) {
                    break;
                }
                take(view, message);
                progress.accept(++events);
            }
        }
        return new Replayed(target, events);
    }

    /** An event for which no row can be computed holds back the later ones of its account, as it does in the serving rows. */
    private void take(ChargeView view, TrackedEventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> domain)
                || !domain.getType().equals(BillingAccount.class.getSimpleName())
                || keptBack.contains(domain.getAggregateIdentifier())) {
            return;
        }
        switch (message.getPayload()) {
            case BillingEvent event -> {
                try {
                    view.take(event, message.getTimestamp(), message.trackingToken());
                } catch (RuntimeException e) {
                    if (PassingFailure.is(e)) {
                        throw e;
                    }
                    keepBack(message, domain, event.getClass().getSimpleName(), DeadLetterTrace.inOneLine(e));
                }
            }
            case Undecodable event -> keepBack(message, domain, event.type(), "cannot be read: " + event.reason());
            default -> {
                // Belongs to no account.
            }
        }
    }

    private void keepBack(TrackedEventMessage<?> message, DomainEventMessage<?> domain, String event, String reason) {
        keptBack.add(domain.getAggregateIdentifier());
        unprojectable.add("position %d, %s of %s: %s"
                .formatted(
                        message.trackingToken().position().orElseThrow(),
                        event,
                        domain.getAggregateIdentifier(),
                        reason));
    }

    private static List<String> differences(JdbcClient jdbc) {
        return Stream.concat(
                        except(jdbc, ChargeView.TABLE, REPLAYED, "serving"),
                        except(jdbc, REPLAYED, ChargeView.TABLE, "replayed"))
                .toList();
    }

    private static Stream<String> except(JdbcClient jdbc, String left, String right, String side) {
        return jdbc
                .sql("SELECT to_jsonb(d)::text FROM (SELECT * FROM " + left + " EXCEPT SELECT * FROM " + right + ") d"
                        + " ORDER BY d.charge_id")
                .query(String.class)
                .list()
                .stream()
                .map(row -> "charge only " + side + ": " + row);
    }

    /** The position up to which the serving rows contain the events, from the token of their processor; -1 before the first. */
    private static long servingPosition(JdbcClient jdbc) {
        return jdbc
                .sql("SELECT convert_from(token, 'UTF8') FROM processing.token_entry"
                        + " WHERE processor_name = ? AND token IS NOT NULL")
                .param(ChargeView.GROUP)
                .query(String.class)
                .stream()
                .mapToLong(token -> positionOf(JsonMapper.shared().readTree(token)))
                .min()
                .orElse(-1);
    }

    private static long positionOf(JsonNode token) {
        return token.has("globalIndex")
                ? token.path("globalIndex").asLong()
                : token.path("currentToken").path("globalIndex").asLong(-1);
    }
}
