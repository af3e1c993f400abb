package org.crossface.coordination.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossface.pathway.PathwayState;
import org.junit.jupiter.api.Test;

class RecentStatesTest {

    private static final int MOST = 1_000;
    private static final int IN_PATHWAY = 100;

    private final RecentStates recent = new RecentStates(MOST);

    /** As the projector does, event by event. */
    private void walk(String pathwayId) {
        for (long sequence = 0; sequence < IN_PATHWAY; sequence++) {
            PathwayState state = recent.takeBefore(pathwayId, sequence).orElseGet(PathwayState::none);
            recent.put(pathwayId, state, sequence, recent.generation());
        }
    }

    @Test
    void pathwayThatBeginsFindsItsStateAlthoughOlderOnesWereUsedOften() {
        for (int old = 0; old < 50; old++) {
            walk("old-" + old);
        }

        PathwayState state = PathwayState.none();
        recent.put("new", state, 0, recent.generation());
        for (long sequence = 1; sequence < IN_PATHWAY; sequence++) {
            assertThat(recent.takeBefore("new", sequence))
                    .as("state before %d", sequence)
                    .containsSame(state);
            recent.put("new", state, sequence, recent.generation());
        }
    }

    @Test
    void longestUnusedGoFirstAndNoMoreThanAreNeeded() {
        for (int pathway = 0; pathway < MOST / IN_PATHWAY; pathway++) {
            walk("pathway-" + pathway);
        }
        recent.put("one-more", PathwayState.none(), 0, recent.generation());

        assertThat(recent.takeBefore("pathway-0", IN_PATHWAY)).isEmpty();
        assertThat(recent.takeBefore("pathway-1", IN_PATHWAY)).isPresent();
        assertThat(recent.takeBefore("one-more", 1)).isPresent();
    }

    @Test
    void statesThatEndElsewhereAreForgotten() {
        recent.put("pathway", PathwayState.none(), 4, recent.generation());

        assertThat(recent.takeBefore("pathway", 4)).isEmpty();
        assertThat(recent.takeBefore("pathway", 5)).isEmpty();
    }

    @Test
    void statesAreGivenOutOnce() {
        recent.put("pathway", PathwayState.none(), 4, recent.generation());

        assertThat(recent.takeBefore("pathway", 5)).isPresent();
        assertThat(recent.takeBefore("pathway", 5)).isEmpty();
    }

    @Test
    void pathwayLongerThanAllThatIsKeptIsNotKept() {
        recent.put("short", PathwayState.none(), 0, recent.generation());
        recent.put("long", PathwayState.none(), MOST, recent.generation());

        assertThat(recent.takeBefore("long", MOST + 1L)).isEmpty();
        recent.put("short", PathwayState.none(), 0, recent.generation());
        assertThat(recent.takeBefore("short", 1)).isPresent();
    }

    @Test
    void nothingIsFoundOnceAllIsForgotten() {
        recent.put("pathway", PathwayState.none(), 4, recent.generation());
        recent.clear();
        assertThat(recent.takeBefore("pathway", 5)).isEmpty();

        recent.put("pathway", PathwayState.none(), MOST - 1L, recent.generation());
        assertThat(recent.takeBefore("pathway", MOST))
                .as("room as at the beginning")
                .isPresent();
    }

    @Test
    void whatWasReadBeforeAllWasForgottenIsNotKept() {
        int before = recent.generation();
        recent.clear();
        recent.put("pathway", PathwayState.none(), 4, before);

        assertThat(recent.takeBefore("pathway", 5)).isEmpty();
        recent.put("pathway", PathwayState.none(), 4, recent.generation());
        assertThat(recent.takeBefore("pathway", 5)).isPresent();
    }
}
