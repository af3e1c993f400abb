package org.crossface.server;

/** The server does not start with this configuration. */
final class RefusedConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    RefusedConfiguration(String finding, String remedy) {
        super(finding);
        this.remedy = remedy;
    }

    /** The advice to the operator. */
    String remedy() {
        return remedy;
    }
}
