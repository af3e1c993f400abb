package org.crossface.coordination.aftercare;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the patients of after-care. The caller passes the result through the read gate. */
public final class AftercareList {

    /** More patients than a team looks after in one day; the list says when it is cut. */
    public static final int MOST = 500;

    private final JdbcClient jdbc;

    /** Reads through this client. */
    public AftercareList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A patient of after-care.
     *
     * @param familyName {@code null} after erasure, like the given name
     * @param position of the event behind the row
     */
    public record Entry(
            String pathwayId,
            String patientId,
            String siteId,
            @Nullable String familyName,
            @Nullable String givenName,
            boolean erased,
            long position) {}

    /**
     * The patients for whom something may be done now, those for whom it could be done first before the others.
     *
     * @param sites only of these surgery centres; {@code null} for all
     */
    public List<Entry> at(Instant now, @Nullable Set<String> sites) {
        return jdbc.sql("""
                        SELECT a.pathway_id, a.patient_id, a.site_id, p.family_name, p.given_name,
                               coalesce(p.erased, false) AS erased, a.position
                          FROM view_aftercare.aftercare a LEFT JOIN view_patient.patient p USING (patient_id)
                         WHERE a.shown_from <= :now AND (:anySite OR a.site_id = ANY (:sites))
                         ORDER BY a.shown_from, a.pathway_id
                         LIMIT :most""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("anySite", sites == null)
                .param("sites", sites == null ? new String[0] : sites.toArray(String[]::new))
                .param("most", MOST)
                .query((row, number) -> new Entry(
                        row.getString("pathway_id"),
                        row.getString("patient_id"),
                        row.getString("site_id"),
                        row.getString("family_name"),
                        row.getString("given_name"),
                        row.getBoolean("erased"),
                        row.getLong("position")))
                .list();
    }
}
