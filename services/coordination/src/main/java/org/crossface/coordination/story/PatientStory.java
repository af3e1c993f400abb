package org.crossface.coordination.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.crossface.coordination.projection.Document;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads summary and timeline of one pathway. The caller passes the result through the read gate. */
public final class PatientStory {

    private final JdbcClient jdbc;

    /** Reads through this client. */
    public PatientStory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Patient and site of a pathway, for the read gate. */
    public record Belongs(String pathwayId, String patientId, String siteId, long sequence, long position) {}

    /** Patient and site of the pathway; empty when no view has it. */
    public Optional<Belongs> belongs(String pathwayId) {
        return jdbc.sql("""
                        SELECT pathway_id, patient_id, site_id, sequence, position
                          FROM view_board.board WHERE pathway_id = :id""").param("id", pathwayId).query(Belongs.class).optional();
    }

    /** Sides, plan, cases and scores. */
    public Optional<PathwaySummary> summary(String pathwayId) {
        return jdbc.sql("SELECT summary::text FROM view_summary.pathway_summary WHERE pathway_id = :id")
                .param("id", pathwayId)
                .query(String.class)
                .optional()
                .map(text -> Document.read(text, PathwaySummary.class));
    }

    /** Every event in the order of recording. */
    public List<TimelineEntry> timeline(String pathwayId) {
        return jdbc.sql("SELECT * FROM view_timeline.timeline WHERE pathway_id = :id ORDER BY sequence")
                .param("id", pathwayId)
                .query(PatientStory::entry)
                .list();
    }

    /** The identity of the patient; empty when no view has it. */
    public Optional<PatientIdentity> identity(String patientId) {
        return jdbc.sql("""
                        SELECT patient_id, family_name, given_name, birth_date, zone, erased
                          FROM view_patient.patient WHERE patient_id = :id""")
                .param("id", patientId)
                .query((rs, number) -> new PatientIdentity(
                        rs.getString("patient_id"),
                        rs.getString("family_name"),
                        rs.getString("given_name"),
                        rs.getString("birth_date"),
                        rs.getString("zone"),
                        rs.getBoolean("erased")))
                .optional();
    }

    /** The pathways of one patient. */
    public List<String> pathwaysOf(String patientId) {
        return jdbc.sql("SELECT pathway_id FROM view_board.board WHERE patient_id = :id ORDER BY number")
                .param("id", patientId)
                .query(String.class)
                .list();
    }

    private static TimelineEntry entry(ResultSet rs, int number) throws SQLException {
        return new TimelineEntry(
                rs.getLong("sequence"),
                rs.getLong("position"),
                rs.getString("fact_id"),
                rs.getString("event"),
                rs.getTimestamp("occurred_at").toInstant(),
                rs.getTimestamp("recorded_at").toInstant(),
                rs.getString("actor"),
                rs.getString("role"),
                rs.getString("case_id"),
                rs.getString("area"),
                rs.getString("title"),
                rs.getString("detail"),
                rs.getObject("superseded_by", Long.class));
    }
}
