package org.crossface.coordination.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.crossface.coordination.projection.Document;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the board. The caller passes the result through the read gate. */
public final class Board {

    private static final String SELECT = """
            SELECT b.card || jsonb_build_object('familyName', p.family_name, 'givenName', p.given_name,
                                                'erased', coalesce(p.erased, false)) AS card
              FROM view_board.board b LEFT JOIN view_patient.patient p USING (patient_id)
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
     * The pathways that pass the filter, ordered by the due date of the next step.
     *
     * @param today the current day at the site, which decides due and overdue
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
                          FROM view_board.board b LEFT JOIN view_patient.patient p USING (patient_id)
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
        return Document.read(rs.getString("card"), BoardRow.class);
    }
}
