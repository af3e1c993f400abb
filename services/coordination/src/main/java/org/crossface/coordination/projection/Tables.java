package org.crossface.coordination.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables of one schema and the statements that write many whole rows of them at once. Column types are read once, since migrations run
 * before the first write.
 */
public final class Tables {

    private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d+),(\\d+)\\)");

    private final JdbcTemplate jdbc;
    private final String schema;
    private final Map<String, Map<String, String>> types = new ConcurrentHashMap<>();
    private final Map<Shape, String> statements = new ConcurrentHashMap<>();

    /**
     * The written columns of a table.
     *
     * @param key columns of its primary key
     */
    record Shape(String table, List<String> key, List<String> columns) {}

    /** Writes through this into the tables of one schema. */
    public Tables(JdbcTemplate jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /** A table's name with the schema. */
    public String name(String table) {
        return schema + "." + table;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** The statement that writes rows of this shape in the place of older ones with the same key; its arguments are the columns as text arrays. */
    String upsert(Shape shape) {
        return statements.computeIfAbsent(shape, this::statement);
    }

    private String statement(Shape shape) {
        Map<String, String> type = types.computeIfAbsent(shape.table(), this::typesOf);
        String columns = String.join(", ", shape.columns());
        String arrays = shape.columns().stream().map(column -> "?::text[]").collect(Collectors.joining(", "));
        String typed = shape.columns().stream()
                .map(column -> cast("r." + column, String.valueOf(type.get(column))))
                .collect(Collectors.joining(", "));
        String changes = shape.columns().stream()
                .filter(column -> !shape.key().contains(column))
                .map(column -> column + " = EXCLUDED." + column)
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + name(shape.table()) + " AS t (" + columns + ") SELECT " + typed + " FROM unnest("
                + arrays
                + ") AS r (" + columns + ") ON CONFLICT (" + String.join(", ", shape.key()) + ") DO UPDATE SET "
                + changes + " WHERE t.position <= EXCLUDED.position";
    }

    /**
     * A number outside the column's range becomes {@code NULL}: a clipped one would be wrong, and an error would make the event a dead
     * letter.
     */
    private static String cast(String text, String type) {
        Matcher numeric = NUMERIC.matcher(type);
        if (!numeric.matches()) {
            return text + "::" + type;
        }
        int scale = Integer.parseInt(numeric.group(2));
        int whole = Integer.parseInt(numeric.group(1)) - scale;
        return "CASE WHEN abs(round(" + text + "::numeric, " + scale + ")) < 1e" + whole + " THEN " + text + "::" + type
                + " END";
    }

    private Map<String, String> typesOf(String table) {
        Map<String, String> found = new LinkedHashMap<>();
        jdbc.query(
                "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
                        + " WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped",
                rs -> {
                    found.put(rs.getString(1), rs.getString(2));
                },
                name(table));
        return found;
    }
}
