package org.crossface.billing.charges;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crossface.billing.account.ChargeState;
import org.crossface.billing.account.HoldReason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The queries of the billing page and the API. The rows contain patient identifiers, so show them only through the read gate, for the sites of the
 * reader.
 */
public final class ChargeQueries {

    private static final String ROWS = """
            SELECT c.*, k.reason AS parked_because,
                   CASE WHEN k.reason IS NULL THEN (
                     SELECT min(p.at) FROM billing.published p WHERE p.up_to_position >= c.released_position) END AS sent_at
              FROM billing.charge c
              LEFT JOIN billing.parked k ON k.pathway_id = c.pathway_id AND k.position <= c.released_position
            """;

    private final JdbcClient jdbc;

    public ChargeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The charges in this state at these sites, the oldest first.
     *
     * @param limit greatest number of rows
     */
    public List<ChargeRow> inState(ChargeState state, Collection<String> sites, int limit) {
        if (sites.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(ROWS + " WHERE c.state = :state AND c.site_id IN (:sites)"
                        + " ORDER BY c.raised_at, c.charge_id LIMIT :limit")
                .param("state", state.name())
                .param("sites", sites)
                .param("limit", limit)
                .query(ChargeQueries::row)
                .list();
    }

    /**
     * The charges of a page in the order of raising.
     *
     * @param state only those in this state; {@code null} for all
     * @param pathwayId only those of this pathway; {@code null} for all
     * @param sites only those of these sites; {@code null} for all
     * @param start the charge behind which the page begins; {@code null} for the first page
     * @param rows greatest number of rows
     */
    public List<ChargeRow> page(
            @Nullable ChargeState state,
            @Nullable String pathwayId,
            @Nullable Collection<String> sites,
            @Nullable String start,
            int rows) {
        return jdbc.sql(ROWS + """
                         WHERE (:state::text IS NULL OR c.state = :state)
                           AND (:pathway::text IS NULL OR c.pathway_id = :pathway)
                           AND (:anySite OR c.site_id = ANY (:sites))
                           AND (:start::text IS NULL OR (c.raised_at, c.charge_id) > (
                             SELECT s.raised_at, s.charge_id FROM billing.charge s WHERE s.charge_id = :start))
                         ORDER BY c.raised_at, c.charge_id LIMIT :rows""")
                .param("state", state == null ? null : state.name())
                .param("pathway", pathwayId)
                .param("anySite", sites == null)
                .param("sites", sites == null ? new String[0] : sites.toArray(String[]::new))
                .param("start", start)
                .param("rows", rows)
                .query(ChargeQueries::row)
                .list();
    }

    /** One charge; empty when no view contains it. */
    public Optional<ChargeRow> find(String chargeId) {
        return jdbc.sql(ROWS + " WHERE c.charge_id = :charge")
                .param("charge", chargeId)
                .query(ChargeQueries::row)
                .optional();
    }

    /** The site of a charge; empty when no view contains it. */
    public Optional<String> siteOf(String chargeId) {
        return jdbc.sql("SELECT site_id FROM billing.charge WHERE charge_id = ?")
                .param(chargeId)
                .query(String.class)
                .optional();
    }

    /** The charges of one pathway in the order of raising. */
    public List<ChargeRow> ofPathway(String pathwayId) {
        return jdbc.sql(ROWS + " WHERE c.pathway_id = :pathway ORDER BY c.raised_at, c.charge_id")
                .param("pathway", pathwayId)
                .query(ChargeQueries::row)
                .list();
    }

    /** The number of charges in each state at these sites; contains every state. */
    public Map<ChargeState, Long> counts(Collection<String> sites) {
        Map<ChargeState, Long> counts = new EnumMap<>(ChargeState.class);
        Arrays.stream(ChargeState.values()).forEach(state -> counts.put(state, 0L));
        if (!sites.isEmpty()) {
            jdbc.sql("SELECT state, count(*) AS number FROM billing.charge WHERE site_id IN (:sites) GROUP BY state")
                    .param("sites", sites)
                    .query(found -> {
                        counts.put(ChargeState.valueOf(found.getString("state")), found.getLong("number"));
                    });
        }
        return counts;
    }

    /** The pathways whose charges cannot be sent, with the reason. */
    public Map<String, String> parked() {
        Map<String, String> parked = new TreeMap<>();
        jdbc.sql("SELECT pathway_id, reason FROM billing.parked").query(found -> {
            parked.put(found.getString("pathway_id"), found.getString("reason"));
        });
        return parked;
    }

    private static ChargeRow row(ResultSet found, int number) throws SQLException {
        return new ChargeRow(
                found.getString("charge_id"),
                found.getString("pathway_id"),
                found.getString("patient_id"),
                found.getString("case_id"),
                found.getString("site_id"),
                found.getString("claim"),
                found.getInt("stage"),
                found.getString("fact_type"),
                found.getString("laterality"),
                found.getString("graft_length_band"),
                found.getObject("service_date", LocalDate.class),
                found.getString("performing_provider"),
                found.getString("organisation"),
                words(found.getString("codes")),
                found.getInt("quantity"),
                ChargeState.valueOf(found.getString("state")),
                words(found.getString("held_for")).stream()
                        .map(HoldReason::valueOf)
                        .toList(),
                found.getObject("raised_at", OffsetDateTime.class).toInstant(),
                instant(found, "released_at"),
                instant(found, "sent_at"),
                instant(found, "reversed_at"),
                found.getString("parked_because"));
    }

    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
    }

    private static @Nullable Instant instant(ResultSet found, String column) throws SQLException {
        OffsetDateTime at = found.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
