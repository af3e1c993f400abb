package org.crossface.coordination.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.crossface.coordination.patient.PersonSearch;
import org.crossface.coordination.projection.Document;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the board. The caller passes the result through the read gate. */
public final class Board {

    private static final String SELECT = """
            SELECT b.card || jsonb_build_object('familyName', p.family_name, 'givenName', p.given_name,
                                                'erased', coalesce(p.erased, false)) AS card
              FROM view_board.board b LEFT JOIN view_patient.patient p USING (patient_id)
            """;

    private static final String WHERE =
            """
             WHERE %s
               AND (:side::text IS NULL OR b.side = :side)
               AND (:surgeon::text IS NULL OR :surgeon = ANY (b.surgeon_ids))
               AND (NOT :held OR b.phase IN ('ON_HOLD', 'LOST_TO_FOLLOW_UP'))
               AND (:until::date IS NULL OR b.next_due <= :until OR b.next_overdue <= :today)
               AND (NOT :overdue OR b.next_overdue <= :today)
               AND (:anyLane OR b.lane = ANY (:lanes))
               AND (:anySite OR b.site_id = ANY (:sites))
            """.formatted(PersonSearch.CONDITION.formatted("strpos(lower(b.number), word) > 0"));

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
                 ORDER BY b.card ->> 'flapEmergencyAt' IS NULL, b.next_overdue NULLS LAST, b.next_due NULLS LAST, b.ended_on DESC NULLS LAST, b.number
                """, filter, today).query(Board::row).list();
    }

    /**
     * The pathways that pass the filter, in the order of their identifiers, which is that of their opening.
     *
     * @param phase only those in this phase; {@code null} for all
     * @param patientId only those of this patient; {@code null} for all
     * @param start identifier behind which the page begins; {@code null} for the first page
     * @param rows greatest number of rows
     */
    public List<BoardRow> page(
            BoardFilter filter,
            @Nullable Phase phase,
            @Nullable String patientId,
            LocalDate today,
            @Nullable String start,
            int rows) {
        return filtered(SELECT + WHERE + """
                         AND (:phase::text IS NULL OR b.phase = :phase)
                         AND (:patient::text IS NULL OR b.patient_id = :patient)
                         AND (:start::text IS NULL OR b.pathway_id > :start)
                       ORDER BY b.pathway_id LIMIT :rows""", filter, today)
                .param("phase", phase == null ? null : phase.name())
                .param("patient", patientId)
                .param("start", start)
                .param("rows", rows)
                .query(Board::row)
                .list();
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
        PersonSearch search = filter.search();
        return jdbc.sql(sql)
                .param("words", search.wordsArray())
                .param("birthDates", search.birthDatesArray())
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

    /** The pathways of this surgery centre where a threat to a flap waits for an answer, the longest first. */
    public List<BoardRow> flapEmergencies(String siteId) {
        return jdbc.sql(SELECT + """
                         WHERE b.site_id = :site AND b.card ->> 'flapEmergencyAt' IS NOT NULL
                         ORDER BY b.card ->> 'flapEmergencyAt'
                        """).param("site", siteId).query(Board::row).list();
    }

    /** These pathways, whatever the filter. */
    public List<BoardRow> byIds(Collection<String> pathwayIds) {
        return jdbc.sql(SELECT + " WHERE b.pathway_id = ANY (:ids)")
                .param("ids", pathwayIds.toArray(String[]::new))
                .query(Board::row)
                .list();
    }

    /**
     * The escalations that nobody has in hand and of which somebody of this role was told, the longest waiting first.
     *
     * @param sites only those of these surgery centres; {@code null} for all
     */
    public List<EscalationRow> escalations(Role role, @Nullable Collection<String> sites, int most) {
        return jdbc
                .sql("""
                        SELECT pathway_id, patient_id, site_id, number, escalations FROM view_board.board
                         WHERE escalations <> '{"tasks": []}' AND (:anySite OR site_id = ANY (:sites))
                           AND jsonb_path_exists(escalations, '$.tasks[*].roles[*] ? (@ == $role)',
                                                 jsonb_build_object('role', CAST(:role AS text)))""")
                .param("anySite", sites == null)
                .param("sites", sites == null ? new String[0] : sites.toArray(String[]::new))
                .param("role", role.name())
                .query(Board::escalations)
                .list()
                .stream()
                .flatMap(List::stream)
                .filter(row -> row.task().roles().contains(role))
                .sorted(Comparator.comparing(row -> row.task().since()))
                .limit(most)
                .toList();
    }

    private static List<EscalationRow> escalations(ResultSet rs, int number) throws SQLException {
        List<EscalationRow> rows = new ArrayList<>();
        for (EscalatedTask task : Document.read(rs.getString("escalations"), EscalatedTask.All.class)
                .tasks()) {
            rows.add(new EscalationRow(
                    rs.getString("pathway_id"),
                    rs.getString("patient_id"),
                    rs.getString("site_id"),
                    rs.getString("number"),
                    task));
        }
        return rows;
    }

    private static BoardRow row(ResultSet rs, int number) throws SQLException {
        return Document.read(rs.getString("card"), BoardRow.class);
    }
}
