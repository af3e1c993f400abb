package org.crossface.platform.bench;

/** One of those that are measured against each other: takes commands, each durable when the method returns. */
interface CommandSide extends AutoCloseable {

    String name();

    /** Appends the first event of a new stream. */
    void create(String stream);

    /** Appends an event to a stream that exists, deciding on its state. */
    void append(String stream, String request);

    @Override
    void close();
}
