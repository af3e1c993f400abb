package org.crossface.coordination.board;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.Phase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the board. The caller shows the answer through the read gate. */
public final class Board {

    private static final String SELECT = """
            SELECT b.*, p.family_name, p.given_name, coalesce(p.erased, false) AS erased
              FROM coordination.board b LEFT JOIN coordination.patient p USING (patient_id)
            """;

    private static final String WHERE = """
             WHERE (:pattern::text IS NULL
                    OR b.number ILIKE :pattern
                    OR concat_ws(' ', p.given_name, p.family_name, p.given_name) ILIKE :pattern
                    OR concat_ws(', ', p.family_name, p.given_name) ILIKE :pattern)
               AND (:side::text IS NULL OR b.side = :side)
               AND (:surgeon::text IS NULL OR :surgeon = ANY (b.surgeon_ids))
               AND (NOT :held OR b.phase IN ('ON_HOLD', 'LOST_TO_FOLLOW_UP'))
               AND (:until::date IS NULL OR b.next_due <= :until OR b.next_overdue <= :today)
               AND (NOT :overdue OR b.next_overdue <= :today)
               AND (:anyLane OR b.lane = ANY (:lanes))
               AND (:anySite OR b.site_id = ANY (:sites))
            """;

    private final JdbcClient jdbc;

    /** Reads through this client. */
    public Board(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The pathways that pass the filter, those first whose next step is due first.
     *
     * @param today the site's day, by which due and overdue are told
     */
    public List<BoardRow> rows(BoardFilter filter, LocalDate today) {
        return filtered(SELECT + WHERE + """
                 ORDER BY b.next_overdue NULLS LAST, b.next_due NULLS LAST, b.ended_on DESC NULLS LAST, b.number
                """, filter, today).query(Board::row).list();
    }

    /** Of these pathways those that pass the filter. */
    public List<BoardRow> rows(BoardFilter filter, LocalDate today, Collection<String> pathwayIds) {
        return filtered(SELECT + WHERE + " AND b.pathway_id = ANY (:ids)", filter, today)
                .param("ids", pathwayIds.toArray(String[]::new))
                .query(Board::row)
                .list();
    }

    /** How many pathways of each lane pass the filter; lanes without any are absent. */
    public Map<Lane, LaneCount> counts(BoardFilter filter, LocalDate today) {
        Map<Lane, LaneCount> counts = new EnumMap<>(Lane.class);
        filtered("""
                        SELECT b.lane, count(*) AS total,
                               count(*) FILTER (WHERE b.next_overdue <= :today) AS overdue,
                               count(*) FILTER (WHERE b.next_due <= :today
                                                AND (b.next_overdue IS NULL OR b.next_overdue > :today)) AS due
                          FROM coordination.board b LEFT JOIN coordination.patient p USING (patient_id)
                        """ + WHERE + " GROUP BY b.lane", filter, today)
                .query((rs, number) -> counts.put(
                        Lane.valueOf(rs.getString("lane")),
                        new LaneCount(rs.getInt("total"), rs.getInt("overdue"), rs.getInt("due"))))
                .list();
        return counts;
    }

    /**
     * One column in numbers.
     *
     * @param due due by now but not overdue
     */
    public record LaneCount(int total, int overdue, int due) {

        /** An empty column. */
        public static LaneCount none() {
            return new LaneCount(0, 0, 0);
        }
    }

    private JdbcClient.StatementSpec filtered(String sql, BoardFilter filter, LocalDate today) {
        return jdbc.sql(sql)
                .param("pattern", filter.pattern().orElse(null))
                .param("side", filter.side())
                .param("surgeon", filter.surgeon())
                .param("held", filter.onHold())
                .param("until", filter.dueWithinDays() == null ? null : today.plusDays(filter.dueWithinDays()))
                .param("overdue", filter.dueWithinDays() != null && filter.dueWithinDays() == 0)
                .param("today", today)
                .param("anyLane", filter.lanes().isEmpty())
                .param("lanes", filter.lanes().stream().map(Enum::name).toArray(String[]::new))
                .param("anySite", filter.sites() == null)
                .param(
                        "sites",
                        filter.sites() == null ? new String[0] : filter.sites().toArray(String[]::new));
    }

    /** These pathways, whatever the filter. */
    public List<BoardRow> byIds(Collection<String> pathwayIds) {
        return jdbc.sql(SELECT + " WHERE b.pathway_id = ANY (:ids)")
                .param("ids", pathwayIds.toArray(String[]::new))
                .query(Board::row)
                .list();
    }

    private static BoardRow row(ResultSet rs, int number) throws SQLException {
        return new BoardRow(
                rs.getString("pathway_id"),
                rs.getString("patient_id"),
                rs.getString("number"),
                rs.getString("family_name"),
                rs.getString("given_name"),
                rs.getBoolean("erased"),
                rs.getString("site_id"),
                Phase.valueOf(rs.getString("phase")),
                Lane.valueOf(rs.getString("lane")),
                rs.getString("side"),
                rs.getObject("referred_on", LocalDate.class),
                rs.getBoolean("reason_missing"),
                instant(rs, "visit_at"),
                rs.getInt("factors"),
                rs.getObject("review_on", LocalDate.class),
                rs.getObject("consent_until", LocalDate.class),
                rs.getInt("clearance_items"),
                rs.getObject("clearance_until", LocalDate.class),
                rs.getObject("stage_one_on", LocalDate.class),
                number(rs, "graft_mm"),
                number(rs, "tinel_mm"),
                rs.getObject("tinel_on", LocalDate.class),
                rs.getBoolean("tinel_at_end"),
                rs.getObject("confirmed_on", LocalDate.class),
                rs.getObject("window_end", LocalDate.class),
                rs.getObject("stage_two_on", LocalDate.class),
                rs.getObject("movement_on", LocalDate.class),
                rs.getObject("adherence_percent", Integer.class),
                Arrays.asList((Integer[]) array(rs, "sunnybrook").getArray()),
                Arrays.asList((String[]) array(rs, "surgeon_ids").getArray()),
                rs.getInt("open_red_flags"),
                rs.getInt("open_complications"),
                instant(rs, "next_appointment_at"),
                due(rs),
                rs.getObject("ended_on", LocalDate.class),
                rs.getString("outcome"),
                rs.getLong("position"));
    }

    private static Array array(ResultSet rs, String column) throws SQLException {
        return rs.getArray(column);
    }

    private static @Nullable Due due(ResultSet rs) throws SQLException {
        String code = rs.getString("next_code");
        return code == null
                ? null
                : new Due(
                        code,
                        rs.getString("next_label"),
                        rs.getObject("next_due", LocalDate.class),
                        rs.getObject("next_overdue", LocalDate.class),
                        instant(rs, "next_at"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Double number(ResultSet rs, String column) throws SQLException {
        double value = rs.getDouble(column);
        return rs.wasNull() ? null : value;
    }
}
