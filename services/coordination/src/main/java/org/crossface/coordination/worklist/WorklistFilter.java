package org.crossface.coordination.worklist;

import java.util.Set;
import org.crossface.pathway.followup.Kind;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows. An absent criterion lets every task pass.
 *
 * @param person identifier of the user who has taken it on or was given it
 * @param role whose task it is
 * @param unclaimed with a role: only what no person has taken on
 * @param site surgery centre of the pathway
 * @param surgeon identifier of a surgeon of the newest operation
 * @param sites those of the reader; {@code null} for all, empty for none
 */
public record WorklistFilter(
        @Nullable String person,
        @Nullable Role role,
        boolean unclaimed,
        @Nullable String site,
        @Nullable String surgeon,
        @Nullable String patient,
        @Nullable Kind kind,
        @Nullable Set<String> sites) {

    /** Keeps its own copy. */
    public WorklistFilter {
        sites = sites == null ? null : Set.copyOf(sites);
    }

    /** Every task passes. */
    public static WorklistFilter all() {
        return new WorklistFilter(null, null, false, null, null, null, null, null);
    }

    /** The same, for these sites only; for all when {@code null}. */
    public WorklistFilter within(@Nullable Set<String> readable) {
        return new WorklistFilter(person, role, unclaimed, site, surgeon, patient, kind, readable);
    }

    /** The tasks of this person. */
    public static WorklistFilter of(String person) {
        return new WorklistFilter(person, null, false, null, null, null, null, null);
    }

    /** The tasks of this role. */
    public static WorklistFilter of(Role role) {
        return new WorklistFilter(null, role, false, null, null, null, null, null);
    }

    /** The tasks of this role that no person has taken on. */
    public static WorklistFilter unclaimed(Role role) {
        return new WorklistFilter(null, role, true, null, null, null, null, null);
    }

    /** What it asks, in SQL on {@code task t}; without a condition where it asks nothing, so that PostgreSQL finds the index. */
    String where() {
        StringBuilder sql = new StringBuilder();
        and(sql, person != null, "t.person = :person");
        and(sql, role != null, "t.owner = :role");
        and(sql, unclaimed, "t.person IS NULL");
        and(sql, site != null, "t.site_id = :site");
        and(sql, surgeon != null, ":surgeon = ANY (t.surgeon_ids)");
        and(sql, patient != null, "t.patient_id = :patient");
        and(sql, kind != null, "t.kind = :kind");
        and(sql, sites != null, "t.site_id = ANY (:sites)");
        return sql.toString();
    }

    private static void and(StringBuilder sql, boolean asked, String condition) {
        if (asked) {
            sql.append(" AND ").append(condition);
        }
    }
}
