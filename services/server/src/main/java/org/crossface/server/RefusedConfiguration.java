package org.crossface.server;

/** The server does not start with this configuration. */
final class RefusedConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    RefusedConfiguration(String finding, String remedy) {
        super(finding);
        this.remedy = remedy;
    }

    /** What the operator can do about it. */
    String remedy() {
        return remedy;
    }
}
