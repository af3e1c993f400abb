package org.crossface.platform.loops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class LoopsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Loops loops = new Loops(nanos::get);
    private final LoopHealth health = new LoopHealth(loops);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void oneHangingLoopIsEnoughToBeDown() {
        Loop steady = loops.watch("steady", Duration.ofSeconds(10));
        Loop hanging = loops.watch("hanging", Duration.ofSeconds(30));
        pass(Duration.ofSeconds(9));
        steady.beat();
        pass(Duration.ofSeconds(9));
        steady.beat();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        pass(Duration.ofSeconds(9));
        steady.beat();
        pass(Duration.ofMillis(4_250));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails())
                .containsOnly(
                        entry("steady", Map.of("secondsSinceLastBeat", 4.25, "limitSeconds", 10L, "late", false)),
                        entry("hanging", Map.of("secondsSinceLastBeat", 31.25, "limitSeconds", 30L, "late", true)));
        assertThat(loops.lastBeats().stream().filter(Loops.LastBeat::isLate))
                .extracting(Loops.LastBeat::name)
                .containsExactly("hanging");
        hanging.beat();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails())
                .containsEntry("hanging", Map.of("secondsSinceLastBeat", 0.0, "limitSeconds", 30L, "late", false));
    }

    @Test
    void aLoopThatHasEndedIsNotMissed() {
        Loop loop = loops.watch("ends", Duration.ofSeconds(1));
        loop.close();
        pass(Duration.ofHours(1));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}
