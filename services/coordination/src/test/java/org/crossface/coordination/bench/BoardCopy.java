package org.crossface.coordination.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.serialization.SimpleSerializedObject;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.LogicalNameSerializer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import tools.jackson.databind.json.JsonMapper;

/** What comes out of the database as text, parsed into the same classes, and nothing else: no reader can be faster on one thread. */
final class BoardCopy {

    private final LogicalNameSerializer serializer = LogicalNameSerializer.forEvents(EventNames.scan("org.crossface"));
    private final JsonMapper json = JsonMapper.shared();
    private final DataSource dataSource;

    BoardCopy(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Events a second. */
    double rate(Duration cap) throws SQLException, IOException {
        long began = System.nanoTime();
        long end = began + cap.toNanos();
        long count = 0;
        try (Connection connection = dataSource.getConnection()) {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT payload_type, payload_revision, payload, metadata FROM eventstore.event"
                            + " ORDER BY position) TO STDOUT");
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                parse(new String(row, StandardCharsets.UTF_8).split("\t", -1));
                count++;
                if (System.nanoTime() > end) {
                    copy.cancelCopy();
                    break;
                }
            }
        }
        return count * 1e9 / (System.nanoTime() - began);
    }

    private void parse(String[] columns) {
        Object event = serializer.deserialize(
                new SimpleSerializedObject<>(unescaped(columns[2]), String.class, columns[0], columns[1]));
        Map<?, ?> metadata = json.readValue(columns[3], Map.class);
        if (event == null || metadata.isEmpty()) {
            throw new IllegalStateException("An event without content");
        }
    }

    private static String unescaped(String column) {
        return column.indexOf('\\') < 0 ? column : column.replace("\\\\", "\\");
    }
}
