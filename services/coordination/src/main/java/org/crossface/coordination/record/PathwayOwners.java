package org.crossface.coordination.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crossface.pathway.authority.PatientReach.Owner;
import org.crossface.pathway.authority.PatientReach.Pathways;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Patient and site of each pathway, from the metadata of its first event. Corrections do not change them, so they are cached. */
public final class PathwayOwners implements Pathways {

    private static final int MOST_KEPT = 50_000;

    private final JdbcClient jdbc;
    private final Map<String, Owner> known = Collections.synchronizedMap(new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Owner> eldest) {
            return size() > MOST_KEPT;
        }
    });

    /** Reads through this client. */
    public PathwayOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Owner> owner(String pathwayId) {
        Owner kept = known.get(pathwayId);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<Owner> read = jdbc.sql("""
                        SELECT metadata ->> 'patient' AS patient_id, metadata ->> 'site' AS site_id
                          FROM eventstore.event
                         WHERE aggregate_id = ? AND sequence_number = 0 AND aggregate_type = 'CarePathway'""").param(pathwayId).query(Owner.class).optional();
        read.ifPresent(owner -> known.put(pathwayId, owner));
        return read;
    }

    @Override
    public Set<String> sitesOfPathwaysOf(String patientId) {
        return new TreeSet<>(jdbc.sql("SELECT DISTINCT site_id FROM view_board.board WHERE patient_id = ?")
                .param(patientId)
                .query(String.class)
                .list());
    }
}
