package org.crossface.server.cluster;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Set;

/** Whether a request may be sent to another node after one has failed. */
final class Repetition {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private Repetition() {}

    /** There was no connection to the node, so the request had no effect. */
    static boolean neverArrived(IOException failure) {
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
    }

    /**
     * Whether a second attempt is harmless.
     *
     * @param failure of the connection to the node
     * @param hasKey whether the request carries an idempotency key, by which a node recognises its repetition
     */
    static boolean isHarmless(String method, boolean hasKey, IOException failure) {
        return neverArrived(failure) || SAFE.contains(method) || hasKey;
    }
}
