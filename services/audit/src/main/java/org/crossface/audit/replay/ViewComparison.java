package org.crossface.audit.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares every table of the serving views with the replayed one, with EXCEPT in both directions. */
final class ViewComparison {

    /** The compared tables with their primary keys. */
    private static final Map<String, List<String>> TABLES = new TreeMap<>(Map.of(
            "board", List.of("pathway_id"),
            "theatre_day", List.of("case_id"),
            "timeline", List.of("pathway_id", "sequence"),
            "pathway_summary", List.of("pathway_id"),
            "patient", List.of("patient_id")));

    private static final Set<String> PERSONAL = Set.of("family_name", "given_name", "birth_date");

    private final JdbcTemplate jdbc;
    private final String serving;
    private final String replayed;
    private final JsonMapper json = JsonMapper.shared();

    ViewComparison(JdbcTemplate jdbc, String serving, String replayed) {
        this.jdbc = jdbc;
        this.serving = serving;
        this.replayed = replayed;
    }

    /** All differences, by table and key; call it in a transaction with one snapshot. */
    List<ViewDifference> differences() {
        List<ViewDifference> all = new ArrayList<>();
        TABLES.forEach((table, key) -> {
            Map<String, JsonNode> here = except(serving, replayed, table, key);
            Map<String, JsonNode> there = except(replayed, serving, table, key);
            Set<String> keys = new TreeSet<>(here.keySet());
            keys.addAll(there.keySet());
            keys.forEach(each -> all.add(difference(table, each, here.get(each), there.get(each))));
        });
        return all;
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
        List<String> columns = here.propertyStream()
                .filter(column -> !Objects.equals(column.getValue(), there.get(column.getKey())))
                .map(column -> words(column.getKey(), column.getValue(), there.get(column.getKey())))
                .toList();
        return new ViewDifference(table, key, ViewDifference.Kind.CHANGED, columns);
    }

    private static String words(String column, JsonNode here, @Nullable JsonNode there) {
        return PERSONAL.contains(column) ? column + " differs" : column + " is " + here + ", replay says " + there;
    }
}
