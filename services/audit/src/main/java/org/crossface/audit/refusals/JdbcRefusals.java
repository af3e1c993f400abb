package org.crossface.audit.refusals;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.crossface.platform.api.Refusals;
import org.crossface.platform.personal.SubjectCipher;
import org.crossface.platform.personal.SubjectErased;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The refusals in PostgreSQL; the server's role can add to them and read them, nothing else. Command and sentence may hold personal data
 * and are sealed under the patient's key.
 */
public final class JdbcRefusals implements Refusals {

    private static final Logger log = LoggerFactory.getLogger(JdbcRefusals.class);

    /** A row of the first releases names no site; it belongs to that of its stream. */
    private static final String SELECT = """
            SELECT * FROM (
              SELECT r.*, CASE WHEN r.sites <> '{}' THEN r.sites
                               ELSE ARRAY (SELECT e.metadata ->> 'site' FROM eventstore.event e
                                            WHERE e.aggregate_id = r.stream_id AND e.sequence_number = 0
                                              AND e.metadata ->> 'site' IS NOT NULL) END AS seen_at
                FROM audit.refusal r) refusal
            """;

    private final JdbcClient jdbc;
    private final SubjectCipher cipher;
    private final Supplier<String> ids;

    /**
     * @param jdbc runs outside the caller's transactions, so that a refusal survives the rollback of the command
     * @param ids gives unique identifiers
     */
    public JdbcRefusals(JdbcClient jdbc, SubjectCipher cipher, Supplier<String> ids) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.ids = ids;
    }

    @Override
    public void keep(Refusal refusal) {
        String id = ids.get();
        String subject = refusal.patientId() == null ? refusal.streamId() : refusal.patientId();
        jdbc.sql("""
                        INSERT INTO audit.refusal
                          (id, at, patient_id, stream_id, command, sealed_command, rule, field, sealed_sentence,
                           policy_version, actor, role, purpose, sites, request)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(refusal.at().atOffset(ZoneOffset.UTC))
                .param(refusal.patientId())
                .param(refusal.streamId())
                .param(refusal.command())
                .param(seal(subject, commandOf(id), refusal.commandJson()))
                .param(refusal.rule())
                .param(refusal.field())
                .param(seal(subject, sentenceOf(id), refusal.sentence()))
                .param(refusal.policyVersion())
                .param(refusal.actor())
                .param(refusal.role())
                .param(refusal.purpose())
                .param(refusal.siteIds().stream().sorted().toArray(String[]::new))
                .param(refusal.request())
                .update();
    }

    /** The refused commands to this stream, in the order of recording. */
    public List<KeptRefusal> ofStream(String streamId) {
        return jdbc.sql(SELECT + " WHERE stream_id = ? ORDER BY recorded_at, id")
                .param(streamId)
                .query(this::kept)
                .list();
    }

    /**
     * The refusals by this rule, in the order of recording.
     *
     * @param from first instant of domain time, inclusive
     * @param until end, exclusive
     */
    public List<KeptRefusal> byRule(String rule, Instant from, Instant until) {
        return jdbc.sql(SELECT + " WHERE rule = ? AND at >= ? AND at < ? ORDER BY recorded_at, id")
                .params(rule, from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .query(this::kept)
                .list();
    }

    /**
     * The refusals that pass the filter, in the order of recording.
     *
     * @param sites only those of these sites; {@code null} for all
     * @param start the refusal behind which the page begins; {@code null} for the first page
     * @param rows greatest number of rows
     */
    public List<KeptRefusal> page(RefusalFilter filter, @Nullable Set<String> sites, @Nullable String start, int rows) {
        return filtered(filter, sites, """
                         AND (:start::text IS NULL OR (recorded_at, id) > (
                           SELECT s.recorded_at, s.id FROM audit.refusal s WHERE s.id = :start))
                       ORDER BY recorded_at, id LIMIT :rows""")
                .param("start", start)
                .param("rows", rows)
                .query(this::kept)
                .list();
    }

    /** The newest refusals that pass the filter, the newest first. */
    public List<KeptRefusal> newest(RefusalFilter filter, @Nullable Set<String> sites, int rows) {
        return filtered(filter, sites, " ORDER BY recorded_at DESC, id DESC LIMIT :rows")
                .param("rows", rows)
                .query(this::kept)
                .list();
    }

    private JdbcClient.StatementSpec filtered(RefusalFilter filter, @Nullable Set<String> sites, String rest) {
        return jdbc.sql(SELECT + """
                         WHERE (:stream::text IS NULL OR stream_id = :stream)
                           AND (:patient::text IS NULL OR patient_id = :patient)
                           AND (:rule::text IS NULL OR rule = :rule)
                           AND (:actor::text IS NULL OR actor = :actor)
                           AND (NOT :unopened OR NOT EXISTS (
                             SELECT FROM eventstore.event e WHERE e.aggregate_id = stream_id AND e.sequence_number = 0))
                           AND (:anySite OR seen_at && :sites::text[])
                        """ + rest)
                .param("stream", filter.streamId())
                .param("patient", filter.patientId())
                .param("rule", filter.rule())
                .param("actor", filter.actor())
                .param("unopened", filter.unopened())
                .param("anySite", sites == null)
                .param("sites", sites == null ? new String[0] : sites.toArray(String[]::new));
    }

    /** One refusal; empty when there is none. */
    public Optional<KeptRefusal> find(String id) {
        return jdbc.sql(SELECT + " WHERE id = ?").param(id).query(this::kept).optional();
    }

    private byte @Nullable [] seal(String subject, String context, String text) {
        try {
            return cipher.seal(subject, context, text.getBytes(StandardCharsets.UTF_8));
        } catch (SubjectErased e) {
            log.info("A refusal is kept without its content, as the key of {} has been destroyed", subject);
            return null;
        }
    }

    private @Nullable String open(String context, byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : cipher.open(context, sealed)
                        .map(plain -> new String(plain, StandardCharsets.UTF_8))
                        .orElse(null);
    }

    private KeptRefusal kept(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        return new KeptRefusal(
                id,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("patient_id"),
                row.getString("stream_id"),
                row.getString("command"),
                open(commandOf(id), row.getBytes("sealed_command")),
                row.getString("rule"),
                row.getString("field"),
                open(sentenceOf(id), row.getBytes("sealed_sentence")),
                row.getString("policy_version"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("purpose"),
                Arrays.stream((Object[]) row.getArray("seen_at").getArray())
                        .map(String::valueOf)
                        .collect(Collectors.toSet()),
                row.getString("request"));
    }

    private static String commandOf(String id) {
        return "refusal/" + id + "/command";
    }

    private static String sentenceOf(String id) {
        return "refusal/" + id + "/sentence";
    }
}
