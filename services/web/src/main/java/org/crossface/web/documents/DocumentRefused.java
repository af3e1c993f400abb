package org.crossface.web.documents;

/** A document is refused because of its content or, for {@link Kind#BUSY}, because of the server's load. */
public final class DocumentRefused extends RuntimeException {

    private static final int LONGEST_REASON = 300;

    private final Kind kind;
    private final String place;
    private final String remedy;

    /** The kind of refusal. */
    public enum Kind {
        /** The document is malformed. */
        MALFORMED,
        /** The document has too many bytes. */
        TOO_LARGE,
        /** The document did not arrive in time. */
        TOO_SLOW,
        /** The content type is not accepted. */
        WRONG_TYPE,
        /** The sender does not accept the content type of the answer. */
        NOT_ACCEPTABLE,
        /** The server has too much work, or the document took too long to parse. */
        BUSY
    }

    /**
     * @param place where in the document, such as {@code goals} or {@code priorities[0]}; empty for the whole
     * @param reason what is wrong; cut to {@value #LONGEST_REASON} characters, since it may quote the document
     * @param remedy what would be accepted
     */
    public DocumentRefused(Kind kind, String place, String reason, String remedy) {
        super(reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "..." : reason);
        this.kind = kind;
        this.place = place;
        this.remedy = remedy;
    }

    /** The kind of refusal. */
    public Kind kind() {
        return kind;
    }

    /** Where in the document; empty for the whole. */
    public String place() {
        return place;
    }

    /** What would be accepted. */
    public String remedy() {
        return remedy;
    }

    static DocumentRefused malformed(String place, String reason, String remedy) {
        return new DocumentRefused(Kind.MALFORMED, place, reason, remedy);
    }

    static DocumentRefused busy() {
        return new DocumentRefused(
                Kind.BUSY, "", "The server reads as many documents as it can", "Repeat the request in a few seconds");
    }
}
