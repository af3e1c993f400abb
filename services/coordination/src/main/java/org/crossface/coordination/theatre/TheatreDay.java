package org.crossface.coordination.theatre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.crossface.coordination.projection.Document;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the theatre day. The caller passes the result through the read gate. */
public final class TheatreDay {

    private static final String SELECT = """
            SELECT t.bar || jsonb_build_object('familyName', p.family_name, 'givenName', p.given_name,
                                               'erased', coalesce(p.erased, false)) AS bar
              FROM view_theatre_day.theatre_day t LEFT JOIN view_patient.patient p USING (patient_id)
            """;

    private final JdbcClient jdbc;

    /** Reads through this client. */
    public TheatreDay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cases of one day at one site, by room and planned start; cancelled ones too. */
    public List<TheatreCase> cases(String siteId, LocalDate day) {
        return jdbc.sql(SELECT
                        + " WHERE t.site_id = :site AND t.day = :day ORDER BY t.room, t.planned_start, t.case_id")
                .param("site", siteId)
                .param("day", day)
                .query(TheatreDay::row)
                .list();
    }

    /** The nearest day with a case before this one. */
    public Optional<LocalDate> dayBefore(String siteId, LocalDate day) {
        return nearest(
                "SELECT max(day) FROM view_theatre_day.theatre_day WHERE site_id = :site AND day < :day", siteId, day);
    }

    /** The nearest day with a case after this one. */
    public Optional<LocalDate> dayAfter(String siteId, LocalDate day) {
        return nearest(
                "SELECT min(day) FROM view_theatre_day.theatre_day WHERE site_id = :site AND day > :day", siteId, day);
    }

    private Optional<LocalDate> nearest(String sql, String siteId, LocalDate day) {
        return jdbc.sql(sql + " AND ended_as IS DISTINCT FROM 'CANCELLED'")
                .param("site", siteId)
                .param("day", day)
                .query((rs, number) -> Optional.ofNullable(rs.getObject(1, LocalDate.class)))
                .single();
    }

    private static TheatreCase row(ResultSet rs, int number) throws SQLException {
        return Document.read(rs.getString("bar"), TheatreCase.class);
    }
}
