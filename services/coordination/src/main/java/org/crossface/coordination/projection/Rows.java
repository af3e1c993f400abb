package org.crossface.coordination.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossface.coordination.projection.Tables.Shape;
import org.crossface.platform.api.values.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * Writes whole rows into the tables of one schema: writing is idempotent and never replaces a row of a later event (column {@code
 * position}). Rows are collected and sent by {@link #flush}, one statement for each table, in the order in which the tables were first
 * used. Of several rows with one key the last one counts.
 */
public final class Rows {

    private static final int USUAL_COLUMNS = 48;

    /** Java and PostgreSQL write years of four digits alike. A computed date may lie outside that range. */
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST_INSTANT =
            FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant LAST_INSTANT =
            LAST.atStartOfDay(ZoneOffset.UTC).toInstant();

    private final Tables tables;
    private final Map<Object, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, Each> afterwards = new LinkedHashMap<>();
    private final Map<String, Upsert> lastOf = new HashMap<>();

    /** A collected statement. */
    private sealed interface Waiting permits Upsert, Removal, Each {

        void send(Tables tables);
    }

    /** Writes into these tables. */
    public Rows(Tables tables) {
        this.tables = tables;
    }

    /** The name of the table with its schema. */
    public String table(String name) {
        return tables.name(name);
    }

    /** Collects a statement for the next {@link #flush}. */
    public void later(String sql, @Nullable Object... arguments) {
        if (waiting.computeIfAbsent(sql, Each::new) instanceof Each each) {
            each.arguments.add(arguments);
        }
    }

    /** Collects a statement for the end of the next {@link #flush}, when all rows are written. */
    public void afterwards(String sql, @Nullable Object... arguments) {
        afterwards.computeIfAbsent(sql, Each::new).arguments.add(arguments);
    }

    /**
     * Removes all rows of this owner except the given ones and rows of later events. A key never belongs to two owners.
     *
     * @param position of the event that changed the rows
     */
    public void keepOnly(String table, String owner, String ownerId, long position, String key, List<String> kept) {
        if (waiting.computeIfAbsent(List.of(table, owner, key), shape -> new Removal(table, owner, key))
                instanceof Removal removal) {
            removal.owners.add(ownerId);
            removal.positions.add(position);
            removal.kept.addAll(kept);
        }
    }

    /** A new row to fill. */
    public Row row(String table, String... key) {
        return new Row(table, List.of(key));
    }

    /** Executes the collected statements. */
    public void flush() {
        waiting.values().forEach(each -> each.send(tables));
        waiting.clear();
        afterwards.values().forEach(each -> each.send(tables));
        afterwards.clear();
        lastOf.clear();
    }

    /** One row, column by column. */
    public final class Row {

        private final String table;
        private final List<String> key;
        private final List<String> columns = new ArrayList<>(USUAL_COLUMNS);
        private final List<@Nullable String> values = new ArrayList<>(USUAL_COLUMNS);

        private Row(String table, List<String> key) {
            this.table = table;
            this.key = key;
        }

        /** Fills a column. */
        public Row set(String column, @Nullable Object value) {
            return put(column, text(value));
        }

        /** Fills a column. */
        public Row json(String column, String text) {
            return put(column, text);
        }

        /** Fills a column. */
        public Row texts(String column, List<String> texts) {
            return put(
                    column,
                    texts.stream()
                            .map(StorableText::mended)
                            .map(each -> '"' + each.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                            .collect(Collectors.joining(",", "{", "}")));
        }

        /** Fills a column. */
        public Row integers(String column, List<Integer> integers) {
            return put(column, integers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
        }

        private Row put(String column, @Nullable String value) {
            columns.add(column);
            values.add(value);
            return this;
        }

        /** Collects the row; it replaces an older one with the same key. */
        public void write() {
            Upsert upsert = upsert(table, key, columns);
            upsert.rows.put(upsert.keyOf(values), values);
        }
    }

    private Upsert upsert(String table, List<String> key, List<String> columns) {
        Upsert last = lastOf.get(table);
        if (last != null && last.shape.columns().equals(columns)) {
            return last;
        }
        Shape shape = new Shape(table, key, List.copyOf(columns));
        if (waiting.computeIfAbsent(shape, unused -> new Upsert(shape)) instanceof Upsert upsert) {
            lastOf.put(table, upsert);
            return upsert;
        }
        throw new IllegalStateException("Rows of " + table + " wait among other things");
    }

    /**
     * Text that PostgreSQL can parse, for any value: a failed write would make the patient's events dead letters. Times are in UTC, since
     * PostgreSQL parses fewer offsets than Java writes.
     */
    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            // Much faster than Instant.toString().
            case Instant instant -> written(instant);
            case OffsetDateTime time -> written(time.toInstant());
            case LocalDate date -> (date.isBefore(FIRST) ? FIRST : date.isAfter(LAST) ? LAST : date).toString();
            case Double number -> Double.isFinite(number) ? number.toString() : null;
            case Enum<?> constant -> constant.name();
            case String text -> StorableText.mended(text);
            default -> value.toString();
        };
    }

    private static String written(Instant instant) {
        Instant within = instant.isBefore(FIRST_INSTANT)
                ? FIRST_INSTANT
                : instant.isAfter(LAST_INSTANT) ? LAST_INSTANT : instant;
        return within.atOffset(ZoneOffset.UTC).toString();
    }

    /** Upserts of rows of one shape. */
    private static final class Upsert implements Waiting {

        private final Shape shape;
        private final int[] key;
        private final Map<Object, List<@Nullable String>> rows = new LinkedHashMap<>();

        private Upsert(Shape shape) {
            this.shape = shape;
            this.key = shape.key().stream().mapToInt(shape.columns()::indexOf).toArray();
        }

        private Object keyOf(List<@Nullable String> values) {
            return key.length == 1
                    ? String.valueOf(values.get(key[0]))
                    : Arrays.stream(key).mapToObj(values::get).toList();
        }

        @Override
        public void send(Tables tables) {
            tables.jdbc().update(tables.upsert(shape), this::bind);
        }

        private void bind(PreparedStatement statement) throws SQLException {
            for (int column = 0; column < shape.columns().size(); column++) {
                String[] values = new String[rows.size()];
                int row = 0;
                for (List<@Nullable String> each : rows.values()) {
                    values[row++] = each.get(column);
                }
                statement.setArray(column + 1, statement.getConnection().createArrayOf("text", values));
            }
        }
    }

    /** The removal of all rows except those listed. */
    private static final class Removal implements Waiting {

        private final String table;
        private final String owner;
        private final String key;
        private final List<String> owners = new ArrayList<>();
        private final List<Long> positions = new ArrayList<>();
        private final List<String> kept = new ArrayList<>();

        private Removal(String table, String owner, String key) {
            this.table = table;
            this.owner = owner;
            this.key = key;
        }

        @Override
        public void send(Tables tables) {
            tables.jdbc()
                    .update(
                            "DELETE FROM " + tables.name(table)
                                    + " t USING unnest(?::text[], ?::bigint[]) AS o (id, position)"
                                    + " WHERE t." + owner + " = o.id AND t.position <= o.position AND NOT t." + key
                                    + " = ANY (?)",
                            owners.toArray(String[]::new),
                            positions.toArray(Long[]::new),
                            kept.toArray(String[]::new));
        }
    }

    /** One statement with different arguments. */
    private static final class Each implements Waiting {

        private final String sql;
        private final List<@Nullable Object[]> arguments = new ArrayList<>();

        private Each(Object sql) {
            this.sql = sql.toString();
        }

        @Override
        public void send(Tables tables) {
            tables.jdbc().batchUpdate(sql, arguments);
        }
    }
}
