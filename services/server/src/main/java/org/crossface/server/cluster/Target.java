package org.crossface.server.cluster;

import java.net.URI;

/** The state of a node in the balancer. It gets requests once its first check has found it ready. */
final class Target {

    private static final int FAILURES_UNTIL_DOWN = 2;

    private final String name;
    private final URI address;
    private volatile boolean up;
    private int failures;

    Target(String name, URI address) {
        this.name = name;
        this.address = address;
    }

    String name() {
        return name;
    }

    URI address() {
        return address;
    }

    boolean isUp() {
        return up;
    }

    /** Records the result of a check: one success is enough to get requests, one failure may be an accident. */
    synchronized void checked(boolean ready) {
        failures = ready ? 0 : failures + 1;
        up = ready || (up && failures < FAILURES_UNTIL_DOWN);
    }

    /** No process answers at the node's port, so it gets no requests until a check finds it ready. */
    synchronized void unreachable() {
        failures = FAILURES_UNTIL_DOWN;
        up = false;
    }
}
