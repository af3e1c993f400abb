package org.crossface.audit.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossface.coordination.views.View;
import org.crossface.coordination.views.ViewPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares every table of a serving view with the replayed one, with EXCEPT in both directions. */
final class ViewComparison {

    private static final Set<String> PERSONAL = Set.of("family_name", "given_name", "birth_date");

    private final JdbcTemplate jdbc;
    private final String serving;
    private final String replayed;
    private final JsonMapper json = JsonMapper.shared();

    ViewComparison(JdbcTemplate jdbc, View view) {
        this.jdbc = jdbc;
        this.serving = ViewPlace.SERVING.schemaOf(view.name());
        this.replayed = ReplayComparison.PLACE.schemaOf(view.name());
    }

    /** All differences, by table and key; call it in a transaction with one snapshot. */
    List<ViewDifference> differences() {
        List<ViewDifference> all = new ArrayList<>();
        keys().forEach((table, key) -> {
            Map<String, JsonNode> here = except(serving, replayed, table, key);
            Map<String, JsonNode> there = except(replayed, serving, table, key);
            Set<String> keys = new TreeSet<>(here.keySet());
            keys.addAll(there.keySet());
            keys.forEach(each -> all.add(difference(table, each, here.get(each), there.get(each))));
        });
        return all;
    }

    /** The tables of the view with the columns of their primary keys. */
    private Map<String, List<String>> keys() {
        Map<String, List<String>> found = new TreeMap<>();
        jdbc.query(
                "SELECT c.relname, a.attname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
                        + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)"
                        + " WHERE i.indisprimary AND c.relnamespace = ?::regnamespace AND c.relname <> 'flyway_schema_history'"
                        + " ORDER BY c.relname, array_position(i.indkey::int2[], a.attnum)",
                rs -> {
                    found.computeIfAbsent(rs.getString(1), table -> new ArrayList<>())
                            .add(rs.getString(2));
                },
                replayed);
        return found;
    }

    private Map<String, JsonNode> except(String left, String right, String table, List<String> key) {
        String sql = "SELECT to_jsonb(d)::text FROM (SELECT * FROM " + left + "." + table + " EXCEPT SELECT * FROM "
                + right + "." + table + ") d";
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        for (String row : jdbc.queryForList(sql, String.class)) {
            JsonNode node = json.readTree(row);
            rows.put(
                    String.join(
                            "/",
                            key.stream()
                                    .map(column -> node.path(column).asString())
                                    .toList()),
                    node);
        }
        return rows;
    }

    private static ViewDifference difference(
            String table, String key, @Nullable JsonNode here, @Nullable JsonNode there) {
        if (here == null) {
            return new ViewDifference(table, key, ViewDifference.Kind.ONLY_REPLAYED, List.of());
        }
        if (there == null) {
            return new ViewDifference(table, key, ViewDifference.Kind.ONLY_SERVING, List.of());
        }
        List<String> columns = new ArrayList<>();
        compare("", here, there, columns);
        return new ViewDifference(table, key, ViewDifference.Kind.CHANGED, columns);
    }

    /** Of a document only the members that differ. */
    private static void compare(String path, JsonNode here, JsonNode there, List<String> found) {
        Set<String> names = new LinkedHashSet<>(here.propertyNames());
        names.addAll(there.propertyNames());
        for (String name : names) {
            JsonNode left = here.path(name);
            JsonNode right = there.path(name);
            if (left.isObject() && right.isObject()) {
                compare(path + name + ".", left, right, found);
            } else if (!left.equals(right)) {
                found.add(words(path + name, left, right));
            }
        }
    }

    private static String words(String column, JsonNode here, JsonNode there) {
        return PERSONAL.contains(column) ? column + " differs" : column + " is " + here + ", replay says " + there;
    }
}
