package org.crossface.server.cluster;

import java.net.URI;

/** A node as the balancer sees it. It takes part once its first check has found it ready. */
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

    /** What a check has found: one success is enough to take part, one failure may be an accident. */
    synchronized void checked(boolean ready) {
        failures = ready ? 0 : failures + 1;
        up = ready || (up && failures < FAILURES_UNTIL_DOWN);
    }

    /** Nobody answers at the node's port, so it takes part no longer, until a check finds it ready. */
    synchronized void unreachable() {
        failures = FAILURES_UNTIL_DOWN;
        up = false;
    }
}
