package org.crossface.coordination.theatre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crossface.pathway.Stage;
import org.crossface.pathway.recovery.Rung;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads the theatre day. The caller shows the answer through the read gate. */
public final class TheatreDay {

    private static final String SELECT = """
            SELECT t.*, p.family_name, p.given_name, coalesce(p.erased, false) AS erased
              FROM coordination.theatre_day t LEFT JOIN coordination.patient p USING (patient_id)
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

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
                "SELECT max(day) FROM coordination.theatre_day WHERE site_id = :site AND day < :day", siteId, day);
    }

    /** The nearest day with a case after this one. */
    public Optional<LocalDate> dayAfter(String siteId, LocalDate day) {
        return nearest(
                "SELECT min(day) FROM coordination.theatre_day WHERE site_id = :site AND day > :day", siteId, day);
    }

    private Optional<LocalDate> nearest(String sql, String siteId, LocalDate day) {
        return jdbc.sql(sql + " AND ended_as IS DISTINCT FROM 'CANCELLED'")
                .param("site", siteId)
                .param("day", day)
                .query((rs, number) -> Optional.ofNullable(rs.getObject(1, LocalDate.class)))
                .single();
    }

    private static TheatreCase row(ResultSet rs, int number) throws SQLException {
        return new TheatreCase(
                rs.getString("case_id"),
                rs.getString("pathway_id"),
                rs.getString("patient_id"),
                rs.getString("number"),
                rs.getString("family_name"),
                rs.getString("given_name"),
                rs.getBoolean("erased"),
                rs.getString("site_id"),
                rs.getObject("day", LocalDate.class),
                rs.getString("room"),
                Stage.valueOf(rs.getString("stage")),
                rs.getString("side"),
                rs.getString("donor_side"),
                Arrays.asList((String[]) rs.getArray("surgeon_ids").getArray()),
                rs.getTimestamp("planned_start").toInstant(),
                rs.getTimestamp("planned_end").toInstant(),
                rs.getInt("recovery_minutes"),
                Rung.valueOf(rs.getString("rung")),
                at(rs, "admitted_at"),
                at(rs, "prepared_at"),
                at(rs, "entered_at"),
                at(rs, "incision_at"),
                at(rs, "closure_at"),
                at(rs, "left_at"),
                at(rs, "recovery_at"),
                at(rs, "departed_at"),
                rs.getString("ended_as"),
                rs.getString("destination"),
                gate(rs.getString("gate")),
                at(rs, "flap_suspected_at"),
                rs.getObject("ischemia_minutes", Integer.class),
                at(rs, "extended_at"),
                at(rs, "signed_at"),
                rs.getLong("position"));
    }

    private static List<GateItem> gate(@Nullable String document) {
        return document == null ? List.of() : List.of(JSON.readValue(document, GateItem[].class));
    }

    private static @Nullable Instant at(ResultSet rs, String column) throws SQLException {
        Timestamp value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
