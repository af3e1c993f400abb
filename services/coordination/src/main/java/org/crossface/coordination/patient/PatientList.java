package org.crossface.coordination.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds registered persons. The caller passes the result through the read gate. */
public final class PatientList {

    /** A person without a home on record belongs to the surgery centres of his or her pathways. */
    private static final String SITES = """
            ARRAY (SELECT s.site_id FROM view_patient.patient_site s
                    WHERE s.patient_id = p.patient_id AND s.known_as <> 'ENDED'
                    UNION
                   SELECT b.site_id FROM view_board.board b
                    WHERE b.patient_id = p.patient_id
                      AND NOT EXISTS (SELECT FROM view_patient.patient_site h
                                       WHERE h.patient_id = p.patient_id AND h.known_as = 'HOME'))
            """;

    private final JdbcClient jdbc;

    /** Reads through this client. */
    public PatientList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A person as the list shows one.
     *
     * @param familyName {@code null} after erasure, like the given names and the birth date
     * @param sites the surgery centres that know the person
     */
    public record Entry(
            String patientId,
            @Nullable String familyName,
            @Nullable String givenNames,
            @Nullable String birthDate,
            boolean erased,
            Set<String> sites) {

        public Entry {
            sites = Set.copyOf(sites);
        }
    }

    /**
     * The persons who fit a search, of linked ones the main one, in the order of their identifiers, which is that of their registration.
     *
     * @param sites the surgery centres of which one has to know the person; {@code null} for all
     * @param start identifier behind which the page begins; {@code null} for the first page
     * @param rows greatest number of rows
     */
    public List<Entry> page(PersonSearch search, @Nullable Set<String> sites, @Nullable String start, int rows) {
        return jdbc.sql("""
                        SELECT * FROM (
                          SELECT p.patient_id, p.family_name, p.given_name, p.birth_date, p.erased, %s AS sites
                            FROM view_patient.patient p
                           WHERE p.main_id IS NULL
                             AND (:start::text IS NULL OR p.patient_id > :start)
                             AND %s) found
                         WHERE :anySite OR sites && :sites::text[]
                         ORDER BY patient_id
                         LIMIT :rows""".formatted(SITES, PersonSearch.CONDITION.formatted("""
                        EXISTS (SELECT FROM view_board.board n
                                 WHERE n.patient_id = p.patient_id AND strpos(lower(n.number), word) > 0)""")))
                .param("words", search.wordsArray())
                .param("birthDates", search.birthDatesArray())
                .param("start", start)
                .param("anySite", sites == null)
                .param("sites", sites == null ? new String[0] : sites.toArray(String[]::new))
                .param("rows", rows)
                .query(PatientList::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("patient_id"),
                row.getString("family_name"),
                row.getString("given_name"),
                row.getString("birth_date"),
                row.getBoolean("erased"),
                new TreeSet<>(Arrays.asList((String[]) row.getArray("sites").getArray())));
    }
}
