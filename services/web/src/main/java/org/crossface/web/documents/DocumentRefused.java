package org.crossface.web.documents;

/** A document cannot be taken, for a reason that lies in it or, for {@link Kind#BUSY}, in the load of the moment. */
public final class DocumentRefused extends RuntimeException {

    private static final int LONGEST_REASON = 300;

    private final Kind kind;
    private final String place;
    private final String remedy;

    /** What kind of reason. */
    public enum Kind {
        /** It is not what it should be. */
        MALFORMED,
        /** It has more bytes than are taken. */
        TOO_LARGE,
        /** It did not arrive in time. */
        TOO_SLOW,
        /** It is of another type than is taken here. */
        WRONG_TYPE,
        /** Too much is being done at once, or it took longer than a document may. */
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

    /** What kind of reason. */
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
