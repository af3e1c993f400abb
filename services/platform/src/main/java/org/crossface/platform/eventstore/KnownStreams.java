package org.crossface.platform.eventstore;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The identifiers of all streams of one type, for types with few streams. What was found is kept; each look-up reads only the positions
 * that came since, and some before them, since a smaller position may commit later than a greater one.
 */
public final class KnownStreams implements Function<String, List<String>> {

    private static final long LOOK_BACK = 10_000;

    private final JdbcClient jdbc;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Reads through this client. */
    public KnownStreams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Known(Set<String> streams, long position) {}

    /**
     * The streams of a type in the order of their identifiers.
     *
     * @param type simple name of the aggregate's class
     */
    @Override
    public List<String> apply(String type) {
        Known before = known.getOrDefault(type, new Known(new ConcurrentSkipListSet<>(), 0));
        long reached = jdbc.sql("SELECT coalesce(max(position), 0) FROM eventstore.event")
                .query(Long.class)
                .single();
        Set<String> streams = before.streams();
        streams.addAll(jdbc.sql("SELECT aggregate_id FROM eventstore.event"
                        + " WHERE position >= :from AND sequence_number = 0 AND aggregate_type = :type")
                .param("from", before.position() - LOOK_BACK)
                .param("type", type)
                .query(String.class)
                .list());
        known.put(type, new Known(streams, reached));
        return List.copyOf(streams);
    }
}
