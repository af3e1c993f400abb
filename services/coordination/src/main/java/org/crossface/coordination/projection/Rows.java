package org.crossface.coordination.projection;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * Writes whole rows into the tables of one schema: the row is there afterwards as given, however often it is written. Statements are
 * collected and sent by {@link #flush}, those of one text in one round trip; texts go in the order in which they first came.
 */
public final class Rows {

    private final JdbcTemplate jdbc;
    private final String schema;
    private final Map<String, List<@Nullable Object[]>> waiting = new LinkedHashMap<>();

    /** Writes through this into the tables of one schema. */
    public Rows(JdbcTemplate jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /** Its name with the schema. */
    public String table(String name) {
        return schema + "." + name;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Has this statement executed by the next {@link #flush}. */
    public void later(String sql, @Nullable Object... arguments) {
        waiting.computeIfAbsent(sql, text -> new ArrayList<>()).add(arguments);
    }

    /** Executes what waits. */
    public void flush() {
        waiting.forEach((sql, each) -> jdbc.batchUpdate(sql, each));
        waiting.clear();
    }

    /** Has every row of these other than the given ones removed. */
    public void keepOnly(String table, String owner, String ownerId, String key, List<String> kept) {
        later(
                "DELETE FROM " + table(table) + " WHERE " + owner + " = ? AND NOT " + key + " = ANY (?)",
                ownerId,
                array("text", kept.toArray()));
    }

    /** A new row to fill. */
    public Row row(String table, String... key) {
        return new Row(table, List.of(key));
    }

    /** One row, column by column. */
    public final class Row {

        private final String table;
        private final List<String> key;
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

        private Row(String table, List<String> key) {
            this.table = table;
            this.key = key;
        }

        /** Fills a column. */
        public Row set(String column, @Nullable Object value) {
            values.put(column, bindable(value));
            return this;
        }

        /** Fills a column. */
        public Row json(String column, String text) {
            values.put(column, new SqlParameterValue(Types.OTHER, text));
            return this;
        }

        /** Fills a column. */
        public Row texts(String column, List<String> texts) {
            values.put(column, array("text", texts.toArray()));
            return this;
        }

        /** Fills a column. */
        public Row integers(String column, List<Integer> integers) {
            values.put(column, array("int4", integers.toArray()));
            return this;
        }

        /** Writes it, in the place of an older one with the same key. */
        public void write() {
            String columns = String.join(", ", values.keySet());
            String marks = values.keySet().stream().map(column -> "?").collect(Collectors.joining(", "));
            String changes = values.keySet().stream()
                    .filter(column -> !key.contains(column))
                    .map(column -> column + " = EXCLUDED." + column)
                    .collect(Collectors.joining(", "));
            later(
                    "INSERT INTO " + table(table) + " (" + columns + ") VALUES (" + marks + ") ON CONFLICT ("
                            + String.join(", ", key) + ") DO UPDATE SET " + changes,
                    values.values().toArray());
        }
    }

    private static @Nullable Object bindable(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> Timestamp.from(instant);
            case OffsetDateTime time -> time.withOffsetSameInstant(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case null -> null;
            default -> value;
        };
    }

    private Array array(String type, Object[] elements) {
        Array array = jdbc.execute((ConnectionCallback<Array>) connection -> arrayOf(connection, type, elements));
        if (array == null) {
            throw new IllegalStateException("The driver made no array");
        }
        return array;
    }

    private static Array arrayOf(Connection connection, String type, Object[] elements) throws SQLException {
        return connection.createArrayOf(type, elements);
    }
}
