package org.crossface.coordination.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossface.coordination.projection.Facts;
import org.junit.jupiter.api.Test;

class RecentFactsTest {

    private static final int MOST = 1_000;
    private static final int IN_PATHWAY = 100;

    private final RecentFacts recent = new RecentFacts(MOST);

    /** As the projector does, event by event. */
    private void walk(String pathwayId) {
        for (long sequence = 0; sequence < IN_PATHWAY; sequence++) {
            Facts facts = recent.takeBefore(pathwayId, sequence).orElseGet(Facts::new);
            recent.put(pathwayId, facts, sequence, recent.generation());
        }
    }

    @Test
    void pathwayThatBeginsFindsItsFactsAlthoughOlderOnesWereUsedOften() {
        for (int old = 0; old < 50; old++) {
            walk("old-" + old);
        }

        Facts facts = new Facts();
        recent.put("new", facts, 0, recent.generation());
        for (long sequence = 1; sequence < IN_PATHWAY; sequence++) {
            assertThat(recent.takeBefore("new", sequence))
                    .as("facts before %d", sequence)
                    .containsSame(facts);
            recent.put("new", facts, sequence, recent.generation());
        }
    }

    @Test
    void longestUnusedGoFirstAndNoMoreThanAreNeeded() {
        for (int pathway = 0; pathway < MOST / IN_PATHWAY; pathway++) {
            walk("pathway-" + pathway);
        }
        recent.put("one-more", new Facts(), 0, recent.generation());

        assertThat(recent.takeBefore("pathway-0", IN_PATHWAY)).isEmpty();
        assertThat(recent.takeBefore("pathway-1", IN_PATHWAY)).isPresent();
        assertThat(recent.takeBefore("one-more", 1)).isPresent();
    }

    @Test
    void factsThatEndElsewhereAreForgotten() {
        recent.put("pathway", new Facts(), 4, recent.generation());

        assertThat(recent.takeBefore("pathway", 4)).isEmpty();
        assertThat(recent.takeBefore("pathway", 5)).isEmpty();
    }

    @Test
    void factsAreGivenOutOnce() {
        recent.put("pathway", new Facts(), 4, recent.generation());

        assertThat(recent.takeBefore("pathway", 5)).isPresent();
        assertThat(recent.takeBefore("pathway", 5)).isEmpty();
    }

    @Test
    void pathwayLongerThanAllThatIsKeptIsNotKept() {
        recent.put("short", new Facts(), 0, recent.generation());
        recent.put("long", new Facts(), MOST, recent.generation());

        assertThat(recent.takeBefore("long", MOST + 1L)).isEmpty();
        recent.put("short", new Facts(), 0, recent.generation());
        assertThat(recent.takeBefore("short", 1)).isPresent();
    }

    @Test
    void nothingIsFoundOnceAllIsForgotten() {
        recent.put("pathway", new Facts(), 4, recent.generation());
        recent.clear();
        assertThat(recent.takeBefore("pathway", 5)).isEmpty();

        recent.put("pathway", new Facts(), MOST - 1L, recent.generation());
        assertThat(recent.takeBefore("pathway", MOST))
                .as("room as at the beginning")
                .isPresent();
    }

    @Test
    void whatWasReadBeforeAllWasForgottenIsNotKept() {
        int before = recent.generation();
        recent.clear();
        recent.put("pathway", new Facts(), 4, before);

        assertThat(recent.takeBefore("pathway", 5)).isEmpty();
        recent.put("pathway", new Facts(), 4, recent.generation());
        assertThat(recent.takeBefore("pathway", 5)).isPresent();
    }
}
