package org.crossface.identity.gate;

/** The reader's role may not read this class of data, or has to name a purpose first (403). */
public final class ReadDenied extends RuntimeException {

    private final String remedy;

    ReadDenied(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** The remedy: what would allow the read. */
    public String remedy() {
        return remedy;
    }
}
