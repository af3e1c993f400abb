package org.crossface.audit.replay;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.crossface.coordination.projection.Recorded;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.views.Projector;
import org.crossface.pathway.PathwayEvent;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.policy.Policies;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.eventstore.Undecodable;
import org.crossface.platform.schema.PostgresEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rebuilds all views from the event store in a schema of their own and compares them with the serving ones (guarantee G7). It writes to
 * nothing else and tells nobody, so that a replay can be run beside a working server: it follows the serving views until both stand at the
 * same position, and compares them at that moment.
 */
public final class ReplayComparison {

    private static final int BATCH = 5_000;
    private static final int MOST_ROUNDS = 20;
    private static final int MOST_PRINTED = 100;

    private final PostgresEndpoint endpoint;
    private final EventStorageEngine engine;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate batches;
    private final TransactionTemplate moment;
    private final Policies policies;
    private final PrintStream out;
    private final Set<String> keptBack = new HashSet<>();

    /**
     * A comparison.
     *
     * @param endpoint for the owner, who makes the schema
     * @param dataSource in the server's role
     * @param out where progress and result are printed
     */
    public ReplayComparison(
            PostgresEndpoint endpoint,
            DataSource dataSource,
            EventStorageEngine engine,
            Policies policies,
            PrintStream out) {
        this.endpoint = endpoint;
        this.engine = engine;
        this.policies = policies;
        this.out = out;
        this.jdbc = new JdbcTemplate(dataSource);
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        this.batches = new TransactionTemplate(transactions);
        this.moment = new TransactionTemplate(transactions);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What a comparison found.
     *
     * @param position up to which both views hold every event
     * @param events how many were replayed
     */
    public record Result(long position, long events, List<ViewDifference> differences) {

        /** Whether the views are what the history says. */
        public boolean isEqual() {
            return differences.isEmpty();
        }
    }

    /**
     * Replays and compares, and prints both.
     *
     * @throws IllegalStateException if the serving views move on faster than the replay can follow
     */
    public Result run() {
        ReplaySchema.create(endpoint);
        Projector projector = new Projector(jdbc, ReplaySchema.NAME, new StoredHistory(engine), policies);
        Place place = new Place(-1, 0);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            long target = servingPosition();
            place = replay(projector, place, target);
            Optional<List<ViewDifference>> differences = compareAt(target);
            if (differences.isPresent()) {
                return print(new Result(target, place.done(), differences.get()));
            }
        }
        throw new IllegalStateException(
                "The serving views moved on faster than the replay; stop the load and try again");
    }

    /** How far a replay has come. */
    private record Place(long position, long done) {}

    private long servingPosition() {
        List<Long> found = jdbc.queryForList("SELECT min(position) FROM coordination.progress", Long.class);
        Long position = found.isEmpty() ? null : found.getFirst();
        return position == null ? -1 : position;
    }

    private Place replay(Projector projector, Place from, long target) {
        Long total = jdbc.queryForObject(
                "SELECT count(*) FROM eventstore.event WHERE position > ? AND position <= ?",
                Long.class,
                from.position(),
                target);
        ProgressBar bar = new ProgressBar(out, "Replaying", Objects.requireNonNullElse(total, 0L), System::nanoTime);
        TrackingToken token = from.position() < 0 ? null : new GlobalSequenceTrackingToken(from.position());
        long done = 0;
        try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(token, false)) {
            Iterator<? extends TrackedEventMessage<?>> left = events.iterator();
            boolean more = target >= 0;
            while (more) {
                Batch batch = Batch.of(left, target);
                batches.executeWithoutResult(status -> {
                    Projector.Batch rows = projector.begin();
                    batch.events().forEach(event -> take(rows, event));
                    rows.flush();
                });
                done += batch.events().size();
                bar.at(done);
                more = !batch.last();
            }
        }
        bar.end(done);
        return new Place(target, from.done() + done);
    }

    /** Events up to a position; the last one when there are no more. */
    private record Batch(List<TrackedEventMessage<?>> events, boolean last) {

        static Batch of(Iterator<? extends TrackedEventMessage<?>> left, long target) {
            List<TrackedEventMessage<?>> events = new ArrayList<>();
            while (events.size() < BATCH) {
                if (!left.hasNext()) {
                    return new Batch(events, true);
                }
                TrackedEventMessage<?> event = left.next();
                if (position(event) > target) {
                    return new Batch(events, true);
                }
                events.add(event);
            }
            return new Batch(events, false);
        }
    }

    private static long position(TrackedEventMessage<?> event) {
        return event.trackingToken()
                .position()
                .orElseThrow(() -> new IllegalStateException("The event store gives every event a position"));
    }

    /** An event that cannot be read keeps back the later ones about the same patient, as it does in the serving views. */
    private void take(Projector.Batch rows, TrackedEventMessage<?> message) {
        long position = position(message);
        String patient = text(message, Metadata.PATIENT);
        if (message.getPayload() instanceof Undecodable && patient != null) {
            keptBack.add(patient);
        } else if (patient != null && keptBack.contains(patient)) {
            return;
        } else if (message.getPayload() instanceof PatientEvent event) {
            rows.take(event, position);
        } else if (message instanceof DomainEventMessage<?> domain
                && message.getPayload() instanceof PathwayEvent event) {
            rows.take(
                    event,
                    new Recorded(
                            domain.getSequenceNumber(),
                            position,
                            message.getTimestamp(),
                            text(message, Metadata.ACTOR),
                            text(message, Metadata.ROLE)));
        }
    }

    private static @Nullable String text(TrackedEventMessage<?> message, String key) {
        Object value = message.getMetaData().get(key);
        return value == null ? null : value.toString();
    }

    /** The differences when the serving views stand at this position now; empty when they have moved on. */
    private Optional<List<ViewDifference>> compareAt(long position) {
        return Objects.requireNonNull(moment.execute(status -> servingPosition() == position
                ? Optional.of(new ViewComparison(jdbc, "coordination", ReplaySchema.NAME).differences())
                : Optional.<List<ViewDifference>>empty()));
    }

    private Result print(Result result) {
        out.printf("Compared at position %,d after %,d events.%n", result.position(), result.events());
        if (result.isEqual()) {
            out.println("0 rows differ.");
            return result;
        }
        out.printf("%,d rows differ:%n", result.differences().size());
        result.differences().stream().limit(MOST_PRINTED).forEach(each -> out.println("  " + each));
        if (result.differences().size() > MOST_PRINTED) {
            out.println("  and more");
        }
        return result;
    }
}
