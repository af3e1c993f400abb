package org.crossface.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DomainClockTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock SYSTEM = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration FORTY_MONTHS = Duration.ofDays(1217);

    private final TestPostgres postgres = TestPostgres.with();
    private final AtomicLong nanos = new AtomicLong();

    @AfterEach
    void close() {
        postgres.close();
    }

    private DomainClock node() {
        return DomainClock.demo(SYSTEM, nanos::get, postgres.serverJdbc(), FORTY_MONTHS);
    }

    @Test
    void startsInThePastAndKeepsItsPlaceOverARestart() {
        assertThat(node().instant()).isEqualTo(NOW.minus(FORTY_MONTHS));
        Instant moved = NOW.minus(Duration.ofDays(100));
        assertThat(node().moveTo(moved)).isEqualTo(moved);
        assertThat(node().instant()).isEqualTo(moved);
    }

    @Test
    void neverGoesBack() {
        DomainClock clock = node();
        clock.moveTo(NOW);
        assertThat(clock.moveTo(NOW.minusSeconds(1))).isEqualTo(NOW);
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @Test
    void otherNodeFollowsWithinASecond() {
        DomainClock other = node();
        node().moveTo(NOW);
        assertThat(other.instant()).isEqualTo(NOW.minus(FORTY_MONTHS));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(other.instant()).isEqualTo(NOW);
    }

    @Test
    void realClockCannotBeMoved() {
        DomainClock clock = DomainClock.real(SYSTEM);
        assertThat(clock.instant()).isEqualTo(NOW);
        assertThatThrownBy(() -> clock.moveTo(NOW.plusSeconds(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void standsStillWhileNoServerRuns() {
        DomainClock before = nodeAt(NOW);
        before.moveTo(NOW);
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        Instant lastSeen = nodeAt(NOW.plusSeconds(30)).instant();

        Instant weekLater = NOW.plus(Duration.ofDays(7));

        assertThat(nodeAt(weekLater).instant()).isEqualTo(lastSeen.plusSeconds(60));
        assertThat(nodeAt(weekLater.plusSeconds(5)).instant())
                .as("another node that starts while the first one runs")
                .isEqualTo(lastSeen.plusSeconds(65));
    }

    @Test
    void runsOnWhileSomebodyAsksForTheTime() {
        MovableTime system = new MovableTime(NOW);
        DomainClock clock = DomainClock.demo(system, nanos::get, postgres.serverJdbc(), FORTY_MONTHS);
        clock.moveTo(NOW);
        for (int minute = 0; minute < 10; minute++) {
            system.pass(Duration.ofSeconds(50));
            nanos.addAndGet(Duration.ofSeconds(50).toNanos());
            clock.instant();
        }

        DomainClock restarted = DomainClock.demo(system, nanos::get, postgres.serverJdbc(), FORTY_MONTHS);

        assertThat(restarted.instant()).isEqualTo(NOW.plusSeconds(500));
    }

    private DomainClock nodeAt(Instant systemTime) {
        return DomainClock.demo(
                Clock.fixed(systemTime, ZoneOffset.UTC), nanos::get, postgres.serverJdbc(), FORTY_MONTHS);
    }

    /** The system's clock, under the test's hand. */
    private static final class MovableTime extends Clock {

        private Instant now;

        private MovableTime(Instant now) {
            this.now = now;
        }

        private void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("The time of this test has no zone");
        }
    }
}
