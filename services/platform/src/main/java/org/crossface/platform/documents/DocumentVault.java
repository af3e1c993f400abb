package org.crossface.platform.documents;

import java.util.Optional;

/**
 * Keeps received documents, such as a FHIR bundle, byte for byte, encrypted under the patient's key. An event that was made from a document
 * contains its id and hash.
 */
public interface DocumentVault {

    /**
     * Keeps a document, in the caller's transaction if there is one.
     *
     * @param mediaType such as {@code application/fhir+json}
     */
    Kept keep(String patientId, String mediaType, byte[] content);

    /**
     * Keeps a document under an identifier that follows from its content, so that the same document is kept once; in the caller's transaction if there is one.
     * A document that is kept under this identifier already stays as it is.
     */
    Kept keepOnce(String id, String patientId, String mediaType, byte[] content);

    /** The document with this id; empty if there is none, or if the patient's key has been destroyed. */
    Optional<Document> read(String id);

    /** The patient whom a document is about; empty if there is none with this id. */
    Optional<String> patientOf(String id);

    /**
     * The description of a stored document, known without decrypting it.
     *
     * @param sha256 of the content as it was received, in lower-case hexadecimal digits
     * @param size in bytes
     */
    record Kept(String id, String sha256, int size) {}

    /** A document as it was received; documents are not compared, so the array does no harm. */
    @SuppressWarnings("ArrayRecordComponent")
    record Document(Kept kept, String mediaType, byte[] content) {}
}
