package org.crossface.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
}
