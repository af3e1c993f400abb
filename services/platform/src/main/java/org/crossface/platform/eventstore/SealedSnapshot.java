package org.crossface.platform.eventstore;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The stored form of an encrypted snapshot: {@code {"$s":"<base64>"}}. */
final class SealedSnapshot {

    private static final String BEGIN = "{\"$s\":\"";
    private static final String END = "\"}";

    private SealedSnapshot() {}

    static String context(String snapshotId) {
        return "snapshot/" + snapshotId;
    }

    static String toJson(byte[] sealed) {
        return BEGIN + Base64.getEncoder().encodeToString(sealed) + END;
    }

    /** The encrypted bytes; empty if the snapshot is stored readable. */
    static Optional<byte[]> fromJson(byte[] stored) {
        String text = new String(stored, StandardCharsets.UTF_8);
        return text.startsWith(BEGIN) && text.endsWith(END)
                ? Optional.of(Base64.getDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length())))
                : Optional.empty();
    }
}
