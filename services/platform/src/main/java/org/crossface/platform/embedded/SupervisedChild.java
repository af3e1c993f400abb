package org.crossface.platform.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A child process that can be started again in the same place, under the same address, with the same data. */
interface SupervisedChild {

    /** Its name in log and health. */
    String name();

    /** The process that runs now, or ran last. */
    long pid();

    /** Completes with the exit code when the process that runs now ends. */
    CompletableFuture<Integer> ended();

    /**
     * Whether it answers.
     *
     * @param limit longest wait for the answer
     */
    boolean answers(Duration limit) throws InterruptedException;

    /** Ends the process that runs now, and those that it started, at once. */
    void kill();

    /**
     * Starts it again once its process has ended, and returns when it answers.
     *
     * @throws EmbeddedServerException if it does not come up; nothing of the attempt is left then
     * @throws InterruptedException if the wait was interrupted; nothing of the attempt is left then
     */
    void startAgain() throws IOException, InterruptedException;

    /** Stops it for good and releases its directory. */
    void close();
}
