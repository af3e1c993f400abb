package org.crossface.platform.dispatch;

/** The stream is not at the version that the caller expected: it was changed in between. Nothing was appended. */
public final class VersionConflict extends RuntimeException {

    private final String streamId;
    private final long expected;
    private final long actual;

    public VersionConflict(String streamId, long expected, long actual) {
        super("Stream " + streamId + " is at version " + actual + ", not " + expected);
        this.streamId = streamId;
        this.expected = expected;
        this.actual = actual;
    }

    public String streamId() {
        return streamId;
    }

    public long expected() {
        return expected;
    }

    /** The stream's version when the conflict was found; -1 when the stream has no event. */
    public long actual() {
        return actual;
    }
}
