package org.crossface.platform.eventstore;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The streams that are about one person. Each stream names its subject in the metadata of its first event. */
public final class SubjectStreams {

    private final JdbcClient jdbc;

    /** Reads through this client. */
    public SubjectStreams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The streams of a type that are about this subject, in the order of their first events.
     *
     * @param type simple name of the aggregate's class
     */
    public List<String> of(String type, String subject) {
        return jdbc.sql("""
                        SELECT aggregate_id FROM eventstore.event
                         WHERE aggregate_type = :type AND metadata ->> 'patient' = :subject AND sequence_number = 0
                         ORDER BY position""")
                .param("type", type)
                .param("subject", subject)
                .query(String.class)
                .list();
    }
}
