package org.crossface.identity.gate;

/**
 * What was asked for does not exist, or lies at a site outside the reader's scope; the reader is not told which of the two (404).
 */
public final class NotVisible extends RuntimeException {

    public NotVisible(String resource) {
        super("Not found: " + resource);
    }
}
