package org.crossface.server.model;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Domain time that stands still until the test moves it, so that a seed gives the same run again. */
final class SetClock extends Clock {

    private volatile Instant now;

    SetClock(Instant start) {
        this.now = start;
    }

    /** Moves it forward to an instant; does nothing if it is there already or past it. */
    void moveTo(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
