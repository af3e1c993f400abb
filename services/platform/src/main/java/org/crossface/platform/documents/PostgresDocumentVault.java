package org.crossface.platform.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.crossface.platform.personal.SubjectCipher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents in table {@code documents.document}. */
public final class PostgresDocumentVault implements DocumentVault {

    private final JdbcClient jdbc;
    private final SubjectCipher cipher;
    private final Supplier<String> identifiers;
    private final Clock clock;

    public PostgresDocumentVault(JdbcClient jdbc, SubjectCipher cipher, Supplier<String> identifiers, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Override
    public Kept keep(String patientId, String mediaType, byte[] content) {
        return keepOnce(identifiers.get(), patientId, mediaType, content);
    }

    @Override
    public Kept keepOnce(String id, String patientId, String mediaType, byte[] content) {
        Kept kept = new Kept(id, sha256(content), content.length);
        jdbc.sql("""
                        INSERT INTO documents.document (id, subject_id, media_type, sha256, size, sealed, kept_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO NOTHING""")
                .params(
                        id,
                        patientId,
                        mediaType,
                        kept.sha256(),
                        kept.size(),
                        cipher.seal(patientId, context(id), content),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return kept;
    }

    @Override
    public Optional<String> patientOf(String id) {
        return jdbc.sql("SELECT subject_id FROM documents.document WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<Document> read(String id) {
        @SuppressWarnings("ArrayRecordComponent") // rows are not compared
        record Row(String mediaType, String sha256, int size, byte[] sealed) {}
        return jdbc.sql("SELECT media_type, sha256, size, sealed FROM documents.document WHERE id = ?")
                .param(id)
                .query((rs, n) -> new Row(rs.getString(1), rs.getString(2), rs.getInt(3), rs.getBytes(4)))
                .optional()
                .flatMap(row -> cipher.open(context(id), row.sealed())
                        .map(content ->
                                new Document(new Kept(id, row.sha256(), row.size()), row.mediaType(), content)));
    }

    private static String context(String id) {
        return "document/" + id;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
