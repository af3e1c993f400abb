package org.crossface.platform.eventstore;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The identifiers of all streams of one type, for types with few streams. The streams found so far are cached, with the horizon below which
 * none can have been missed. Each call reads all positions above that horizon, also positions that an earlier call has seen while lower
 * ones were uncommitted. It needs READ COMMITTED, because the horizon is read in a statement before the rows.
 */
public final class KnownStreams implements Function<String, List<String>> {

    private final JdbcClient jdbc;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Reads through this client. */
    public KnownStreams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Known(Set<String> streams, long horizon) {}

    /**
     * The streams of a type in the order of their identifiers.
     *
     * @param type simple name of the aggregate's class
     */
    @Override
    public List<String> apply(String type) {
        Known before = known.getOrDefault(type, new Known(new ConcurrentSkipListSet<>(), 0));
        // A statement of its own, so that the rows are read in a later snapshot.
        long horizon = jdbc.sql("SELECT eventstore.horizon()").query(Long.class).single();
        Set<String> streams = before.streams();
        streams.addAll(jdbc.sql("SELECT aggregate_id FROM eventstore.event"
                        + " WHERE position > :from AND sequence_number = 0 AND aggregate_type = :type")
                .param("from", before.horizon())
                .param("type", type)
                .query(String.class)
                .list());
        known.put(type, new Known(streams, horizon));
        return List.copyOf(streams);
    }
}
