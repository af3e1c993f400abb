package org.crossface.platform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PairsTest {

    @Test
    void lessThanOneIsWorseWithManyEvents() {
        Pairs pairs = new Pairs(100, 1_000);
        pairs.rate("read", 100, 400);
        pairs.rate("read", 1_000, 200);
        pairs.millis("wait", 100, 3.0);
        pairs.millis("wait", 1_000, 6.0);

        assertThat(pairs.table())
                .contains("| read | 400 | 200 | 0.50 | 0.50 to 0.50 |", "| wait | 3.0 | 6.0 | 0.50 | 0.50 to 0.50 |");
    }

    @Test
    void comparesTheMediansAndShowsHowFarTheRoundsDiffer() {
        Pairs pairs = new Pairs(100, 1_000);
        for (double rate : new double[] {100, 200, 400}) {
            pairs.rate("read", 100, rate);
            pairs.rate("read", 1_000, 200);
        }

        assertThat(pairs.table()).contains("| read | 200 | 200 | 1.00 | 0.50 to 2.00 |");
    }
}
