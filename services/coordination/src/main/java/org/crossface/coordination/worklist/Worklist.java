package org.crossface.coordination.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.coordination.projection.Document;
import org.crossface.pathway.followup.Status;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what has to be done for all patients. The caller passes the result through the read gate. */
public final class Worklist {

    /** Where a task stands, with the comparisons of {@code OpenTask.at}. */
    private static final String STATUS = """
            CASE WHEN l.escalated_at <= :now THEN 'ESCALATED'
                 WHEN l.overdue_at <= :now THEN 'OVERDUE'
                 WHEN l.due_at > :now THEN 'PLANNED'
                 ELSE 'DUE' END""";

    private static final String EXISTS = " t.starts_at <= :now AND t.ends_at > :now";

    private final JdbcClient jdbc;

    /** Reads through this client. */
    public Worklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A part of a list.
     *
     * @param asOf instant at which the tasks stand as they do
     */
    public record Part(Instant asOf, List<WorklistTask> tasks) {

        /** Keeps its own copy. */
        public Part {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * The tasks that pass the filter, by urgency.
     *
     * @param status only those that stand so and do not rest; {@code null} for all
     * @param section only those of this section; {@code null} for all
     * @param now where the list begins; a later page stands at the instant of the first one
     * @param start key behind which the page begins; {@code null} for the first page
     * @param rows greatest number of rows
     * @throws IllegalArgumentException if the start is no key of a task
     */
    public Part page(
            WorklistFilter filter,
            @Nullable Status status,
            @Nullable Section section,
            Instant now,
            @Nullable String start,
            int rows) {
        WorklistKey key = start == null
                ? null
                : WorklistKey.read(start).orElseThrow(() -> new IllegalArgumentException("No key of a task: " + start));
        Instant at = key == null ? now.truncatedTo(ChronoUnit.MICROS) : key.asOf();
        List<WorklistTask> found = new ArrayList<>();
        for (Section each : Section.values()) {
            boolean behind = key == null || each.compareTo(key.section()) >= 0;
            boolean asked = section == null || section == each;
            if (behind && asked && mayHold(each, status) && found.size() < rows) {
                found.addAll(section(filter, status, each, at, key, rows - found.size()));
            }
        }
        return new Part(at, found);
    }

    /** A section that cannot hold such a task is not read. */
    private static boolean mayHold(Section section, @Nullable Status status) {
        return status == null
                || switch (section) {
                    case LATE -> status == Status.OVERDUE || status == Status.ESCALATED;
                    case DUE, UNDATED -> status == Status.DUE;
                    case PLANNED -> status == Status.PLANNED;
                    case SNOOZED -> false;
                };
    }

    private List<WorklistTask> section(
            WorklistFilter filter,
            @Nullable Status status,
            Section section,
            Instant at,
            @Nullable WorklistKey key,
            int rows) {
        boolean continued = key != null && key.section() == section;
        String order = (section.isRanked() ? "t.rank, " : "") + section.at() + ", t.task_id";
        String behind = continued
                ? " AND (" + order + ") > (" + (section.isRanked() ? ":rank, " : "") + ":after::timestamptz, :id)"
                : "";
        String late = status == Status.ESCALATED
                ? " AND t.escalated_at <= :now"
                : status == Status.OVERDUE ? " AND t.escalated_at > :now" : "";
        JdbcClient.StatementSpec statement = jdbc.sql("SELECT l.*, " + STATUS
                + " AS status, p.family_name, p.given_name, coalesce(p.erased, false) AS erased FROM (SELECT t.*, "
                + section.at() + " AS of_at FROM view_worklist.task t WHERE " + section.condition() + " AND" + EXISTS
                + filter.where() + late + behind + " ORDER BY " + order + " LIMIT :rows) l"
                + " LEFT JOIN view_patient.patient p USING (patient_id) ORDER BY "
                + (section.isRanked() ? "l.rank, " : "") + "l.of_at, l.task_id");
        statement = filtered(statement, filter, at).param("rows", rows);
        if (key != null && continued) {
            statement =
                    statement.param("rank", key.rank()).param("after", key.at()).param("id", key.taskId());
        }
        return statement.query((row, number) -> task(row, section, at)).list();
    }

    /**
     * How many tasks of the filter stand in each section.
     *
     * @return an entry for each section
     */
    public Map<Section, Integer> counts(WorklistFilter filter, Instant now) {
        String columns = Arrays.stream(Section.values())
                .map(each -> "count(*) FILTER (WHERE " + each.condition() + ") AS " + each.name())
                .collect(Collectors.joining(", "));
        return filtered(
                        jdbc.sql("SELECT " + columns + " FROM view_worklist.task t WHERE" + EXISTS + filter.where()),
                        filter,
                        now)
                .query((row, number) -> counts(row))
                .single();
    }

    private static Map<Section, Integer> counts(ResultSet row) throws SQLException {
        Map<Section, Integer> counts = new EnumMap<>(Section.class);
        for (Section each : Section.values()) {
            counts.put(each, row.getInt(each.name()));
        }
        return counts;
    }

    /**
     * How many tasks wait for this user: overdue or due at a date, and his or hers, or of the role and nobody's.
     *
     * @param sites of the reader; {@code null} for all
     */
    public int waitingFor(String person, Role role, @Nullable Set<String> sites, Instant now) {
        WorklistFilter own = WorklistFilter.of(person).within(sites);
        WorklistFilter ofRole = WorklistFilter.unclaimed(role).within(sites);
        return waiting(own, now) + waiting(ofRole, now);
    }

    private int waiting(WorklistFilter filter, Instant now) {
        return filtered(
                        jdbc.sql("SELECT count(*) FROM view_worklist.task t WHERE t.rests_until <= :now AND" + EXISTS
                                + " AND (t.late_at <= :now OR (t.due_at > '-infinity' AND t.due_at <= :now))"
                                + filter.where()),
                        filter,
                        now)
                .query(Integer.class)
                .single();
    }

    /**
     * What was done, the newest first; without what was taken back.
     *
     * @param from of the recording
     * @param person who did it; {@code null} for all
     * @param role in which it was done; {@code null} for all
     * @param sites of the reader; {@code null} for all
     * @param rows greatest number of rows
     */
    public List<DoneTask> done(
            Instant from, @Nullable String person, @Nullable Role role, @Nullable Set<String> sites, int rows) {
        return jdbc.sql("""
                        SELECT d.*, w.patient_id, w.number, w.site_id, p.family_name, p.given_name,
                               coalesce(p.erased, false) AS erased
                          FROM view_worklist.done d JOIN view_worklist.pathway w USING (pathway_id)
                               LEFT JOIN view_patient.patient p USING (patient_id)
                         WHERE d.recorded_at >= :from AND NOT d.taken_back
                           AND (:person::text IS NULL OR d.actor = :person)
                           AND (:role::text IS NULL OR d.role = :role)
                           AND (:anySite OR w.site_id = ANY (:sites))
                         ORDER BY d.recorded_at DESC, d.position DESC LIMIT :rows
                        """)
                .param("from", time(from))
                .param("person", person)
                .param("role", role == null ? null : role.name())
                .param("anySite", sites == null)
                .param("sites", array(sites))
                .param("rows", rows)
                .query(Worklist::doneTask)
                .list();
    }

    private static JdbcClient.StatementSpec filtered(
            JdbcClient.StatementSpec statement, WorklistFilter filter, Instant now) {
        return statement
                .param("now", time(now))
                .param("person", filter.person())
                .param(
                        "role",
                        Optional.ofNullable(filter.role()).map(Enum::name).orElse(null))
                .param("site", filter.site())
                .param("surgeon", filter.surgeon())
                .param("patient", filter.patient())
                .param(
                        "kind",
                        Optional.ofNullable(filter.kind()).map(Enum::name).orElse(null))
                .param("sites", array(filter.sites()));
    }

    private static String[] array(@Nullable Set<String> sites) {
        return sites == null ? new String[0] : sites.toArray(String[]::new);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static WorklistTask task(ResultSet row, Section section, Instant at) throws SQLException {
        TaskLine line = Document.read(row.getString("line"), TaskLine.class);
        Status status = Status.valueOf(row.getString("status"));
        return new WorklistTask(
                row.getString("pathway_id"),
                row.getString("patient_id"),
                row.getString("number"),
                row.getString("family_name"),
                row.getString("given_name"),
                row.getBoolean("erased"),
                row.getString("site_id"),
                Set.copyOf(Arrays.asList((String[]) row.getArray("surgeon_ids").getArray())),
                line,
                status,
                (int) line.told().stream()
                        .filter(told -> !told.at().isAfter(at))
                        .count(),
                section,
                section == Section.SNOOZED ? instant(row, "rests_until") : null,
                new WorklistKey(at, section, row.getInt("rank"), sortedBy(row, section), row.getString("task_id"))
                        .text(),
                row.getLong("sequence"),
                row.getLong("position"));
    }

    private static String sortedBy(ResultSet row, Section section) throws SQLException {
        return section == Section.UNDATED ? "-infinity" : instant(row, "of_at").toString();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time.toInstant();
    }

    private static DoneTask doneTask(ResultSet row, int number) throws SQLException {
        return new DoneTask(
                row.getString("pathway_id"),
                row.getString("patient_id"),
                row.getString("number"),
                row.getString("family_name"),
                row.getString("given_name"),
                row.getBoolean("erased"),
                row.getString("site_id"),
                instant(row, "recorded_at"),
                row.getString("actor"),
                row.getString("title"));
    }
}
