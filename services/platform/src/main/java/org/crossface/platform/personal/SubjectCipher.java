package org.crossface.platform.personal;

import java.util.Optional;

/** Encrypts a person's data under that person's own key. Destroying the key makes all of the data unreadable, wherever it is stored. */
public interface SubjectCipher {

    /**
     * Encrypts under the subject's key, which is created when the subject has none yet.
     *
     * @param context names the place of the bytes, such as {@code refusal/<id>}; the same context is needed to open them, so sealed bytes
     *     that were moved to another place do not open
     * @return self-contained: names its format and key
     * @throws SubjectErased if the subject's key has been destroyed
     */
    byte[] seal(String subjectId, String context, byte[] plain);

    /**
     * Decrypts what {@link #seal} made.
     *
     * @return empty if the subject's key has been destroyed
     * @throws SealBroken if the bytes were altered or belong to another context
     */
    Optional<byte[]> open(String context, byte[] sealed);
}
