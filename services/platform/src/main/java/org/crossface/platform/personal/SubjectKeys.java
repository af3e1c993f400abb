package org.crossface.platform.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys of the subjects, wrapped by the key-encryption key in table {@code subjectkeys.subject_key}. Unwrapped keys are kept in memory
 * for a short time only, so that every node drops a destroyed key within {@link #MEMORY}.
 */
public final class SubjectKeys implements SubjectCipher {

    /** How long a node may still use a key that another node has destroyed. */
    public static final Duration MEMORY = Duration.ofSeconds(30);

    private static final byte[] CHECK = "crossface key check".getBytes(StandardCharsets.UTF_8);
    private static final byte FORMAT = 1;

    private final JdbcClient jdbc;
    private final Aead kek;
    private final Cache<String, SubjectKey> bySubject;
    private final Cache<String, Optional<SubjectKey>> byId;
    private final List<Runnable> onDestroyed = new CopyOnWriteArrayList<>();

    /** A key of one subject, ready for use. */
    record SubjectKey(String id, Aead aead) {}

    @SuppressWarnings("ArrayRecordComponent") // rows are not compared
    private record Row(String keyId, String subjectId, byte @Nullable [] wrapped) {}

    /**
     * @param jdbc runs outside the caller's transactions, so that a key survives a rollback
     * @throws IllegalStateException if the stored keys were wrapped by another key-encryption key
     */
    public SubjectKeys(JdbcClient jdbc, KeyEncryptionKey kek) {
        this(jdbc, kek, MEMORY);
    }

    SubjectKeys(JdbcClient jdbc, KeyEncryptionKey kek, Duration memory) {
        this.jdbc = jdbc;
        this.kek = kek.aead();
        this.bySubject = Caffeine.newBuilder()
                .expireAfterWrite(memory)
                .maximumSize(20_000)
                .build();
        this.byId = Caffeine.newBuilder()
                .expireAfterWrite(memory)
                .maximumSize(20_000)
                .build();
        check();
    }

    /** Fails at start, not at the first patient, when the key-encryption key is not the one of this database. */
    private void check() {
        try {
            jdbc.sql("INSERT INTO subjectkeys.key_check (only_row, sealed) VALUES (true, ?) ON CONFLICT DO NOTHING")
                    .param(kek.encrypt(CHECK, CHECK))
                    .update();
            byte[] sealed = jdbc.sql("SELECT sealed FROM subjectkeys.key_check")
                    .query(byte[].class)
                    .single();
            kek.decrypt(sealed, CHECK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key-encryption key is not the one of this database. Set the right one with"
                            + " crossface.keys.kek or crossface.keys.file",
                    e);
        }
    }

    @Override
    public byte[] seal(String subjectId, String context, byte[] plain) {
        SubjectKey key = forSubject(subjectId);
        byte[] id = bytes(key.id());
        byte[] cipherText = encrypt(key, plain, sealedAt(context));
        return ByteBuffer.allocate(2 + id.length + cipherText.length)
                .put(FORMAT)
                .put((byte) id.length)
                .put(id)
                .put(cipherText)
                .array();
    }

    @Override
    public Optional<byte[]> open(String context, byte[] sealed) {
        if (sealed.length < 2 || sealed[0] != FORMAT || sealed.length < 2 + sealed[1]) {
            throw new SealBroken("Not in a known format", null);
        }
        String keyId = new String(sealed, 2, sealed[1], StandardCharsets.UTF_8);
        byte[] cipherText = Arrays.copyOfRange(sealed, 2 + sealed[1], sealed.length);
        return byId(keyId).map(key -> decrypt(key, cipherText, sealedAt(context)));
    }

    private static byte[] sealedAt(String context) {
        return bytes("sealed:" + context);
    }

    /**
     * Destroys the subject's key for ever, in a transaction of its own. A subject without a key is marked as erased, so that none is
     * created later.
     */
    public void destroy(String subjectId) {
        jdbc.sql("""
                        INSERT INTO subjectkeys.subject_key (key_id, subject_id, wrapped, destroyed_at)
                        VALUES (?, ?, NULL, clock_timestamp())
                        ON CONFLICT (subject_id) DO UPDATE SET wrapped = NULL,
                          destroyed_at = coalesce(subject_key.destroyed_at, excluded.destroyed_at)""").params(UUID.randomUUID().toString(), subjectId).update();
        forgetAll();
    }

    /**
     * Registers a task for when a key has been destroyed, on this node or another: it must drop data decrypted with the key and must not
     * fail.
     */
    public void onDestroyed(Runnable forgetting) {
        onDestroyed.add(forgetting);
    }

    /**
     * Drops all keys of this node and the data decrypted with them; each key is read again when it is needed. Keys are dropped first: data
     * loaded with a key still in memory would stay readable for as long as it is cached.
     */
    public void forgetAll() {
        bySubject.invalidateAll();
        byId.invalidateAll();
        onDestroyed.forEach(Runnable::run);
    }

    /** How many keys have been destroyed by all nodes; it only grows. */
    public long destroyedSoFar() {
        return jdbc.sql("SELECT count(destroyed_at) FROM subjectkeys.subject_key")
                .query(Long.class)
                .single();
    }

    /** Whether the subject's key has been destroyed. */
    public boolean erased(String subjectId) {
        return jdbc.sql("SELECT wrapped IS NULL FROM subjectkeys.subject_key WHERE subject_id = ?")
                .param(subjectId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * The key of the subject; created when there is none.
     *
     * @throws SubjectErased if it has been destroyed
     */
    SubjectKey forSubject(String subjectId) {
        return bySubject.get(subjectId, this::findOrMake);
    }

    /**
     * The key with this id; empty if it has been destroyed.
     *
     * @throws SealBroken if there never was such a key
     */
    Optional<SubjectKey> byId(String keyId) {
        return byId.get(keyId, id -> {
            Row row = row("key_id", id).orElseThrow(() -> new SealBroken("There is no key " + id, null));
            return Optional.ofNullable(row.wrapped()).map(wrapped -> unwrap(row, wrapped));
        });
    }

    private SubjectKey findOrMake(String subjectId) {
        Row row = row("subject_id", subjectId).orElseGet(() -> {
            make(subjectId);
            return row("subject_id", subjectId).orElseThrow();
        });
        if (row.wrapped() == null) {
            throw new SubjectErased(subjectId);
        }
        return unwrap(row, row.wrapped());
    }

    private Optional<Row> row(String column, String value) {
        return jdbc.sql("SELECT key_id, subject_id, wrapped FROM subjectkeys.subject_key WHERE " + column + " = ?")
                .param(value)
                .query((rs, n) -> new Row(rs.getString(1), rs.getString(2), rs.getBytes(3)))
                .optional();
    }

    private void make(String subjectId) {
        String keyId = UUID.randomUUID().toString();
        try {
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            jdbc.sql("INSERT INTO subjectkeys.subject_key (key_id, subject_id, wrapped) VALUES (?, ?, ?)"
                            + " ON CONFLICT (subject_id) DO NOTHING")
                    .params(
                            keyId,
                            subjectId,
                            TinkProtoKeysetFormat.serializeEncryptedKeyset(
                                    keyset, kek, wrappedFor(keyId, subjectId), AeadConfig2026.get()))
                    .update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make a key for subject " + subjectId, e);
        }
    }

    private SubjectKey unwrap(Row row, byte[] wrapped) {
        try {
            KeysetHandle keyset = TinkProtoKeysetFormat.parseEncryptedKeyset(
                    wrapped, kek, wrappedFor(row.keyId(), row.subjectId()), AeadConfig2026.get());
            return new SubjectKey(row.keyId(), keyset.getPrimitive(AeadConfig2026.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("The key " + row.keyId() + " cannot be unwrapped", e);
        }
    }

    /** Binds a wrapped key to its row, so that the rows of two subjects cannot be exchanged. */
    private static byte[] wrappedFor(String keyId, String subjectId) {
        return bytes("wrapped:" + keyId + ":" + subjectId);
    }

    static byte[] encrypt(SubjectKey key, byte[] plain, byte[] associatedData) {
        try {
            return key.aead().encrypt(plain, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt under the key " + key.id(), e);
        }
    }

    static byte[] decrypt(SubjectKey key, byte[] cipherText, byte[] associatedData) {
        try {
            return key.aead().decrypt(cipherText, associatedData);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("Altered, or moved from another place; key " + key.id(), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
