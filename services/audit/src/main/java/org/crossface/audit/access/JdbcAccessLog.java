package org.crossface.audit.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.platform.api.AccessLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The access log in PostgreSQL; the server's role can add to it and read it, nothing else. */
public final class JdbcAccessLog implements AccessLog {

    private static final String COLUMNS =
            "at, actor, role, site, sites, patient_ids, resource, purpose, outcome, request";

    private final JdbcClient jdbc;

    /** @param jdbc runs outside the caller's transactions, so that a row survives the rollback of the transaction that it records */
    public JdbcAccessLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(Access access) {
        jdbc.sql("""
                        INSERT INTO audit.access (at, actor, role, sites, patient_ids, resource, purpose, outcome, request)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(access.at().atOffset(ZoneOffset.UTC))
                .param(access.actor())
                .param(access.role())
                .param(access.siteIds().stream().sorted().toArray(String[]::new))
                .param(access.patientIds().stream().sorted().toArray(String[]::new))
                .param(access.resource())
                .param(access.purpose())
                .param(access.outcome())
                .param(access.request())
                .update();
    }

    /**
     * The reads of this patient's data, and the attempts, in the order of recording.
     *
     * @param from first instant of domain time, inclusive
     * @param until end, exclusive
     */
    public List<Access> ofPatient(String patientId, Instant from, Instant until) {
        return ofPatients(List.of(patientId), from, until);
    }

    /**
     * The reads of the data of one of these patients, who are one person, and the attempts, in the order of recording.
     *
     * @param from first instant of domain time, inclusive
     * @param until end, exclusive
     */
    public List<Access> ofPatients(Collection<String> patientIds, Instant from, Instant until) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM audit.access WHERE patient_ids && ?::text[] AND at >= ? AND at < ? ORDER BY id")
                .param(patientIds.toArray(String[]::new))
                .param(from.atOffset(ZoneOffset.UTC))
                .param(until.atOffset(ZoneOffset.UTC))
                .query(JdbcAccessLog::access)
                .list();
    }

    /**
     * The reads of this actor, and the attempts, in the order of recording.
     *
     * @param from first instant of domain time, inclusive
     * @param until end, exclusive
     */
    public List<Access> ofActor(String actor, Instant from, Instant until) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM audit.access WHERE actor = ? AND at >= ? AND at < ? ORDER BY id")
                .params(actor, from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .query(JdbcAccessLog::access)
                .list();
    }

    private static Access access(ResultSet row, int number) throws SQLException {
        return new Access(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("role"),
                sites(row),
                strings((Object[]) row.getArray("patient_ids").getArray()),
                row.getString("resource"),
                row.getString("purpose"),
                row.getString("outcome"),
                row.getString("request"));
    }

    /** Rows of the first release name one site, or none for several. */
    private static Set<String> sites(ResultSet row) throws SQLException {
        String only = row.getString("site");
        return only == null ? strings((Object[]) row.getArray("sites").getArray()) : Set.of(only);
    }

    private static Set<String> strings(Object[] values) {
        return Arrays.stream(values).map(String::valueOf).collect(Collectors.toSet());
    }
}
