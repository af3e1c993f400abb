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
import org.axonframework.serialization.SerializationException;
import org.crossface.coordination.projection.Recorded;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.rebuild.ViewSchema;
import org.crossface.coordination.views.Bundle;
import org.crossface.coordination.views.Projector;
import org.crossface.coordination.views.RecentStates;
import org.crossface.coordination.views.ViewPlace;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.eventstore.Undecodable;
import org.crossface.platform.processing.DeadLetterTrace;
import org.crossface.platform.processing.PassingFailure;
import org.crossface.platform.schema.PostgresEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rebuilds all views from the event store in schemas of their own and compares them with the serving ones (guarantee G7). It writes to
 * nothing else and sends no signals, so that a replay can run beside a working server: one bundle after the other, it follows the serving
 * views until both are at the same position, and compares them at that moment.
 */
public final class ReplayComparison {

    /** Where the views are built that are compared. */
    static final ViewPlace PLACE = new ViewPlace("_replay");

    private static final int BATCH = 5_000;
    private static final int MOST_ROUNDS = 20;
    private static final int MOST_PRINTED = 100;

    private final PostgresEndpoint endpoint;
    private final EventStorageEngine engine;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate batches;
    private final TransactionTemplate moment;
    private final Policies policies;
    private final List<Bundle> bundles;
    private final PrintStream out;

    /** Patients and streams with an event that could not be projected into the bundle at hand. */
    private final Set<String> keptBack = new HashSet<>();

    /** Positions of their later events. */
    private final Set<Long> leftOut = new HashSet<>();

    private final List<Unprojectable> unprojectable = new ArrayList<>();

    /**
     * A comparison.
     *
     * @param endpoint for the owner, whose role creates the schema
     * @param dataSource in the server's role
     * @param bundles whose views are compared
     * @param out where progress and result are printed
     */
    public ReplayComparison(
            PostgresEndpoint endpoint,
            DataSource dataSource,
            EventStorageEngine engine,
            Policies policies,
            List<Bundle> bundles,
            PrintStream out) {
        this.bundles = List.copyOf(bundles);
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
     * @param unprojectable events for which no row could be computed, in the order of their positions
     */
    public record Result(
            long position, long events, List<ViewDifference> differences, List<Unprojectable> unprojectable) {

        public Result {
            differences = List.copyOf(differences);
            unprojectable = List.copyOf(unprojectable);
        }

        /** Whether the views agree with the whole history. */
        public boolean isEqual() {
            return differences.isEmpty() && unprojectable.isEmpty();
        }
    }

    /**
     * Replays and compares, and prints both.
     *
     * @throws IllegalStateException if the serving views advance faster than the replay
     */
    public Result run() {
        leftOut.clear();
        unprojectable.clear();
        List<ViewDifference> differences = new ArrayList<>();
        Place furthest = new Place(-1, 0);
        for (Bundle bundle : bundles) {
            keptBack.clear();
            bundle.views().forEach(view -> ViewSchema.create(endpoint, view.name(), PLACE));
            Compared compared = compare(bundle);
            differences.addAll(compared.differences());
            furthest = compared.at().position() < furthest.position() ? furthest : compared.at();
        }
        return print(new Result(furthest.position(), furthest.done(), differences, unprojectable));
    }

    /** The views of a bundle, compared at one position. */
    private record Compared(Place at, List<ViewDifference> differences) {}

    private Compared compare(Bundle bundle) {
        Projector projector =
                new Projector(jdbc, bundle.views(), PLACE, new StoredHistory(engine), policies, new RecentStates());
        Place place = new Place(-1, 0);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            long target = servingPosition(bundle);
            place = replay(bundle, projector, place, target);
            Optional<List<ViewDifference>> differences = compareAt(bundle, target);
            if (differences.isPresent()) {
                return new Compared(place, differences.get());
            }
        }
        throw new IllegalStateException(
                "The serving views advanced faster than the replay; stop the load and try again");
    }

    /** The progress of a replay. */
    private record Place(long position, long done) {}

    private long servingPosition(Bundle bundle) {
        List<Long> found =
                jdbc.queryForList("SELECT position FROM views.progress WHERE bundle = ?", Long.class, bundle.name());
        return found.isEmpty() ? -1 : found.getFirst();
    }

    private Place replay(Bundle bundle, Projector projector, Place from, long target) {
        Long total = jdbc.queryForObject(
                "SELECT count(*) FROM eventstore.event WHERE position > ? AND position <= ?",
                Long.class,
                from.position(),
                target);
        ProgressBar bar = new ProgressBar(
                out, "Replaying " + bundle.name(), Objects.requireNonNullElse(total, 0L), System::nanoTime);
        TrackingToken token = from.position() < 0 ? null : new GlobalSequenceTrackingToken(from.position());
        long done = 0;
        try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(token, false)) {
            Iterator<? extends TrackedEventMessage<?>> left = events.iterator();
            boolean more = target >= 0;
            while (more) {
                Batch batch = Batch.of(left, target);
                project(projector, batch.events());
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

    /**
     * Computes the rows of these events. When that fails, each half is tried alone, until only the event at fault is left: it is noted, and
     * the later events of its patient are left out, as they are in the serving views.
     */
    private void project(Projector projector, List<TrackedEventMessage<?>> events) {
        List<TrackedEventMessage<?>> due =
                events.stream().filter(this::isToBeProjected).toList();
        if (due.isEmpty()) {
            return;
        }
        try {
            batches.executeWithoutResult(status -> {
                Projector.Batch rows = projector.begin();
                due.forEach(event -> take(rows, event));
                rows.flush();
            });
        } catch (RuntimeException e) {
            if (PassingFailure.is(e)) {
                throw e;
            }
            if (due.size() == 1) {
                TrackedEventMessage<?> odd = due.getFirst();
                keepBack(odd, text(odd, Metadata.PATIENT), nameOf(odd), DeadLetterTrace.inOneLine(e));
            } else {
                int half = due.size() / 2;
                project(projector, due.subList(0, half));
                project(projector, due.subList(half, due.size()));
            }
        }
    }

    /**
     * Without the later events of a patient with an event that could not be projected, and without events that this version cannot read.
     */
    private boolean isToBeProjected(TrackedEventMessage<?> message) {
        String stream = streamOf(message);
        if (keptBack.contains(stream)) {
            leftOut.add(position(message));
            return false;
        }
        try {
            String patient = text(message, Metadata.PATIENT);
            if (patient != null && keptBack.contains(patient)) {
                leftOut.add(position(message));
                return false;
            }
            if (message.getPayload() instanceof Undecodable event) {
                keepBack(message, patient, event.type(), "cannot be read: " + event.reason());
                return false;
            }
            return true;
        } catch (SerializationException | ClassCastException e) {
            // Metadata that cannot be read count as empty.
            keepBack(message, null, "event", "its metadata cannot be read: " + DeadLetterTrace.inOneLine(e));
            return false;
        }
    }

    private void keepBack(TrackedEventMessage<?> message, @Nullable String patient, String event, String reason) {
        if (patient != null) {
            keptBack.add(patient);
        }
        keptBack.add(streamOf(message));
        Unprojectable found = new Unprojectable(patient, streamOf(message), position(message), event, reason);
        if (!unprojectable.contains(found)) {
            unprojectable.add(found);
        }
    }

    private static String streamOf(TrackedEventMessage<?> message) {
        return message instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : "no stream";
    }

    private static String nameOf(TrackedEventMessage<?> message) {
        EventName name = message.getPayloadType().getAnnotation(EventName.class);
        return name == null ? message.getPayloadType().getSimpleName() : name.value();
    }

    private static void take(Projector.Batch rows, TrackedEventMessage<?> message) {
        long position = position(message);
        if (message.getPayload() instanceof PatientEvent event) {
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

    /** The differences if the serving views are at this position now; empty if they have moved on. */
    private Optional<List<ViewDifference>> compareAt(Bundle bundle, long position) {
        return Objects.requireNonNull(moment.execute(status -> servingPosition(bundle) == position
                ? Optional.of(bundle.views().stream()
                        .flatMap(view -> new ViewComparison(jdbc, view).differences().stream())
                        .toList())
                : Optional.<List<ViewDifference>>empty()));
    }

    private Result print(Result result) {
        out.printf("Compared at position %,d after %,d events.%n", result.position(), result.events());
        print("%,d rows differ", result.differences());
        if (!result.unprojectable().isEmpty()) {
            print("%,d events could not be projected", result.unprojectable());
            out.printf("%,d later events of their patients were left out.%n", leftOut.size());
        }
        return result;
    }

    private void print(String headline, List<?> lines) {
        out.printf(headline + (lines.isEmpty() ? "." : ":") + "%n", lines.size());
        lines.stream().limit(MOST_PRINTED).forEach(each -> out.println("  " + each));
        if (lines.size() > MOST_PRINTED) {
            out.println("  and more");
        }
    }
}
