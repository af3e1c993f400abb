package org.crossface.platform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The page keeps the sections of parts that were not run, and the figures are computed as they are named. */
class ResultsTest {

    @Test
    void aPartReplacesItsOwnSectionOnly() {
        String first = Results.replaced(Results.replaced("head\n", "a", "old a\n"), "b", "b $1\n");
        String second = Results.replaced(first, "a", "new a\n");
        assertThat(second)
                .startsWith("head\n")
                .contains("<!-- begin a -->\nnew a\n<!-- end a -->")
                .contains("b $1")
                .doesNotContain("old a");
        assertThat(second.indexOf("new a")).isLessThan(second.indexOf("b $1"));
    }

    @Test
    void ratesAndQuantilesAreThoseOfTheTimes() {
        long[] times = LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000).toArray();
        Latencies latencies = new Latencies(times, Duration.ofSeconds(2));
        assertThat(latencies.perSecond()).isEqualTo(50);
        assertThat(latencies.quantile(0.5)).isBetween(50.0, 51.0);
        assertThat(latencies.quantile(0.99)).isBetween(99.0, 100.0);
        assertThat(latencies).hasToString("50 (51.0 / 100.0)");
    }
}
