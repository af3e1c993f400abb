package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.crossface.coordination.rebuild.ViewBuild;
import org.crossface.coordination.rebuild.ViewBuild.State;
import org.junit.jupiter.api.Test;

class RebuildLineTest {

    private static ViewBuild build(long done, long total, double rate) {
        return new ViewBuild(
                3,
                "live",
                List.of("board", "patient"),
                State.BUILDING,
                "command line",
                Instant.EPOCH,
                null,
                null,
                done,
                total,
                rate);
    }

    @Test
    void saysHowMuchIsDoneOfWhatHowFastAndHowLongItTakesYet() {
        assertThat(Rebuild.line(build(250_000, 1_000_000, 25_000)))
                .isEqualTo("Building board, patient  25 %  250,000 of 1,000,000  25,000/s  30 s left");
    }

    @Test
    void saysNoTimeWhileNoRateIsKnown() {
        assertThat(Rebuild.line(build(-1, 1_000_000, 0)))
                .isEqualTo("Building board, patient   0 %  0 of 1,000,000  0/s  - left");
    }
}
