package org.crossface.messages.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossface.platform.personal.SubjectCipher;
import org.crossface.platform.personal.SubjectErased;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outbox in PostgreSQL. A message is kept for ever with its attempts; its address and text only as long as the person's key.
 *
 * <p>A message is handed to a mail server at least once: whoever leases it may die after the server has taken it, and it is then sent again under
 * the same Message-ID. To lose a warning would be worse than to send it twice.
 */
public final class Outbox {

    private static final String COLUMNS =
            "id, event_id, pathway_id, patient_id, site_id, kind, timer, user_id, state, requested_at, useless_at, attempts";

    /** Domain time, by the clock of PostgreSQL. */
    private static final String NOW =
            "clock_timestamp() + coalesce((SELECT offset_ms FROM domain_time.clock), 0) * interval '1 millisecond'";

    private final JdbcClient jdbc;
    private final SubjectCipher cipher;

    /**
     * @param jdbc takes part in the caller's transaction, so that an event processor writes messages together with its token
     * @param cipher seals addresses and texts
     */
    public Outbox(JdbcClient jdbc, SubjectCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Puts a message into the outbox, to be sent; one that is there already stays as it is. */
    public void add(NewMessage message, Letter letter) {
        byte @Nullable [] kept = sealed(message.patientId(), message.id(), letter);
        insert(message, kept, kept == null ? MessageState.NO_ADDRESS : MessageState.WAITING);
    }

    /** Puts a message into the outbox that cannot be sent; one that is there already stays as it is. */
    public void addUnsendable(NewMessage message, MessageState why) {
        insert(message, null, why);
    }

    private void insert(NewMessage message, byte @Nullable [] kept, MessageState state) {
        jdbc.sql("""
                        INSERT INTO messages.message (id, event_id, pathway_id, patient_id, site_id, kind, timer, user_id, sealed, state,
                                                      requested_at, useless_at, told)
                        VALUES (:id, :event, :pathway, :patient, :site, :kind, :timer, :user, :sealed, :state, :requested, :useless, :told)
                        ON CONFLICT (id) DO NOTHING""")
                .param("id", message.id())
                .param("event", message.eventId())
                .param("pathway", message.pathwayId())
                .param("patient", message.patientId())
                .param("site", message.siteId())
                .param("kind", message.kind())
                .param("timer", message.timer())
                .param("user", message.userId())
                .param("sealed", kept)
                .param("state", state.name())
                .param("requested", utc(message.requestedAt()))
                .param("useless", utc(message.uselessAt()))
                .param("told", message.userId() != null)
                .update();
    }

    /** {@code null} after the person's erasure. */
    private byte @Nullable [] sealed(String patientId, String id, Letter letter) {
        try {
            return cipher.seal(patientId, context(id), letter.written().getBytes(StandardCharsets.UTF_8));
        } catch (SubjectErased erased) {
            return null;
        }
    }

    private static String context(String id) {
        return "outbox/" + id;
    }

    /** Address and text of a message; empty when it has none, and after the person's erasure. */
    public Optional<Letter> letter(String id) {
        return jdbc.sql("SELECT sealed FROM messages.message WHERE id = ? AND sealed IS NOT NULL")
                .param(id)
                .query(byte[].class)
                .optional()
                .flatMap(kept -> cipher.open(context(id), kept))
                .map(plain -> Letter.read(new String(plain, StandardCharsets.UTF_8)));
    }

    /**
     * Leases messages whose next attempt has come and that no other node works on, the oldest first.
     *
     * @param lease how long other nodes leave them alone
     */
    public List<OutboxMessage> lease(int most, Duration lease) {
        return jdbc.sql("""
                        UPDATE messages.message SET leased_until = clock_timestamp() + :seconds * interval '1 second'
                         WHERE id IN (SELECT id FROM messages.message
                                       WHERE state = 'WAITING' AND try_at <= clock_timestamp()
                                         AND (leased_until IS NULL OR leased_until <= clock_timestamp())
                                       ORDER BY try_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING
                        """ + COLUMNS)
                .param("seconds", lease.toMillis() / 1000.0)
                .param("most", most)
                .query(Outbox::message)
                .list();
    }

    /** Domain time by the clock of PostgreSQL, which decides whether a message is of use. */
    public Instant now() {
        return jdbc.sql("SELECT " + NOW).query(OffsetDateTime.class).single().toInstant();
    }

    /**
     * Notes an attempt.
     *
     * @param outcome {@code WAITING} when it is to be tried again
     * @param pause until the next attempt
     */
    public void attempted(OutboxMessage message, MessageState outcome, String reply, Duration pause) {
        jdbc.sql("""
                        WITH tried AS (
                          UPDATE messages.message
                             SET attempts = attempts + 1, state = :state, leased_until = NULL,
                                 try_at = clock_timestamp() + :seconds * interval '1 second',
                                 told = user_id IS NOT NULL
                           WHERE id = :id AND state = 'WAITING'
                          RETURNING id, attempts)
                        INSERT INTO messages.attempt (message_id, number, at, outcome, reply)
                        SELECT id, attempts,
                        """ + NOW + ", :state, :reply FROM tried")
                .param("id", message.id())
                .param("state", outcome.name())
                .param("seconds", pause.toMillis() / 1000.0)
                .param("reply", reply)
                .update();
    }

    /** Notes that a message is not tried any more, without another attempt. */
    public void dropped(OutboxMessage message, MessageState why) {
        jdbc.sql("""
                        UPDATE messages.message SET state = ?, leased_until = NULL, told = user_id IS NOT NULL
                         WHERE id = ? AND state = 'WAITING'""").params(why.name(), message.id()).update();
    }

    /** The messages to patients whose outcome their pathways do not know yet, the oldest first. */
    public List<OutboxMessage> untold(int most) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM messages.message WHERE NOT told AND state <> 'WAITING' ORDER BY try_at LIMIT ?")
                .param(most)
                .query(Outbox::message)
                .list();
    }

    /** Notes that the pathway knows this outcome; another one since then is told anew. */
    public void told(OutboxMessage message) {
        jdbc.sql("UPDATE messages.message SET told = true WHERE id = ? AND state = ?")
                .params(message.id(), message.state().name())
                .update();
    }

    /**
     * Sends a message again that was refused or given up, to the address that is right now.
     *
     * @return whether it was one of these
     */
    public boolean again(OutboxMessage message, Letter letter) {
        byte @Nullable [] kept = sealed(message.patientId(), message.id(), letter);
        return kept != null && jdbc.sql("""
                                        UPDATE messages.message
                                           SET state = 'WAITING', sealed = ?, try_at = clock_timestamp(), leased_until = NULL
                                         WHERE id = ? AND state IN ('REFUSED', 'GIVEN_UP', 'NO_ADDRESS')""").params(kept, message.id()).update() == 1;
    }

    /** One message; empty when there is none. */
    public Optional<OutboxMessage> find(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM messages.message WHERE id = ?")
                .param(id)
                .query(Outbox::message)
                .optional();
    }

    /** The messages to this patient that came back and are still of use. */
    public List<OutboxMessage> cameBack(Collection<String> patientIds) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM messages.message WHERE patient_id = ANY (?) AND user_id IS NULL"
                        + " AND state IN ('REFUSED', 'GIVEN_UP', 'NO_ADDRESS') AND useless_at > " + NOW)
                .param(patientIds.toArray(String[]::new))
                .query(Outbox::message)
                .list();
    }

    /** The attempts of a message, the first one first. */
    public List<Attempt> attempts(String id) {
        return jdbc.sql("SELECT number, at, outcome, reply FROM messages.attempt WHERE message_id = ? ORDER BY number")
                .param(id)
                .query((row, number) -> new Attempt(
                        row.getInt("number"),
                        instant(row, "at"),
                        MessageState.valueOf(row.getString("outcome")),
                        row.getString("reply")))
                .list();
    }

    /**
     * Messages, the newest first.
     *
     * @param state only those in this state; {@code null} for all
     * @param sites only those of these surgery centres; {@code null} for all
     */
    public List<OutboxMessage> newest(@Nullable MessageState state, @Nullable Collection<String> sites, int most) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM messages.message WHERE " + """
                         (:state::text IS NULL OR state = :state) AND (:anySite OR site_id = ANY (:sites))
                         ORDER BY requested_at DESC, id DESC LIMIT :most""")
                .param("state", state == null ? null : state.name())
                .param("anySite", sites == null)
                .param("sites", sites == null ? new String[0] : sites.toArray(String[]::new))
                .param("most", most)
                .query(Outbox::message)
                .list();
    }

    /** How many messages of these surgery centres are in each state; states without any are absent. */
    public Map<MessageState, Long> counts(@Nullable Collection<String> sites) {
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        jdbc.sql("""
                        SELECT state, count(*) AS number FROM messages.message
                         WHERE :anySite OR site_id = ANY (:sites) GROUP BY state""")
                .param("anySite", sites == null)
                .param("sites", sites == null ? new String[0] : sites.toArray(String[]::new))
                .query((row, number) -> counts.put(MessageState.valueOf(row.getString("state")), row.getLong("number")))
                .list();
        return counts;
    }

    private static OutboxMessage message(ResultSet row, int number) throws SQLException {
        return new OutboxMessage(
                row.getString("id"),
                row.getString("event_id"),
                row.getString("pathway_id"),
                row.getString("patient_id"),
                row.getString("site_id"),
                row.getString("kind"),
                row.getString("timer"),
                row.getString("user_id"),
                MessageState.valueOf(row.getString("state")),
                instant(row, "requested_at"),
                instant(row, "useless_at"),
                row.getInt("attempts"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
