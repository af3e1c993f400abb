package org.crossface.identity.gate;

/** The requested record does not exist, or belongs to a site outside the reader's scope; the answer does not tell which (404). */
public final class NotVisible extends RuntimeException {

    public NotVisible(String resource) {
        super("Not found: " + resource);
    }
}
