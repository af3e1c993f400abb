package org.crossface.coordination.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossface.pathway.state.PathwayState;
import org.junit.jupiter.api.Test;

class RecentStatesTest {

    private static final int MOST = 1_000;
    private static final int IN_PATHWAY = 100;

    private final RecentStates recent = new RecentStates(MOST);

    /** As the projector does, event by event. */
    private void walk(String pathwayId) {
        for (long sequence = 0; sequence < IN_PATHWAY; sequence++) {
            PathwayState state = recent.at(pathwayId, sequence - 1).orElseGet(PathwayState::none);
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
            assertThat(recent.at("new", sequence - 1))
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

        assertThat(recent.at("pathway-0", IN_PATHWAY - 1)).isEmpty();
        assertThat(recent.at("pathway-1", IN_PATHWAY - 1)).isPresent();
        assertThat(recent.at("one-more", 0)).isPresent();
    }

    @Test
    void statesThatEndElsewhereAreNotFound() {
        recent.put("pathway", PathwayState.none(), 4, recent.generation());

        assertThat(recent.at("pathway", 3)).isEmpty();
        assertThat(recent.at("pathway", 5)).isEmpty();
    }

    @Test
    void theLastStatesOfAPathwayAreFoundByAReaderThatIsBehind() {
        PathwayState[] states = new PathwayState[5];
        for (int sequence = 0; sequence < states.length; sequence++) {
            states[sequence] = PathwayState.none();
            recent.put("pathway", states[sequence], sequence, recent.generation());
        }

        assertThat(recent.at("pathway", 4)).containsSame(states[4]);
        assertThat(recent.at("pathway", 4)).as("also the second reader").containsSame(states[4]);
        assertThat(recent.at("pathway", 2)).containsSame(states[2]);
        assertThat(recent.at("pathway", 1)).as("no more than three").isEmpty();
    }

    @Test
    void pathwayLongerThanAllThatIsKeptIsNotKept() {
        recent.put("short", PathwayState.none(), 0, recent.generation());
        recent.put("long", PathwayState.none(), MOST, recent.generation());

        assertThat(recent.at("long", MOST)).isEmpty();
        recent.put("short", PathwayState.none(), 0, recent.generation());
        assertThat(recent.at("short", 0)).isPresent();
    }

    @Test
    void nothingIsFoundOnceAllIsForgotten() {
        recent.put("pathway", PathwayState.none(), 4, recent.generation());
        recent.clear();
        assertThat(recent.at("pathway", 4)).isEmpty();

        recent.put("pathway", PathwayState.none(), MOST - 1L, recent.generation());
        assertThat(recent.at("pathway", MOST - 1L))
                .as("room as at the beginning")
                .isPresent();
    }

    @Test
    void whatWasReadBeforeAllWasForgottenIsNotKept() {
        int before = recent.generation();
        recent.clear();
        recent.put("pathway", PathwayState.none(), 4, before);

        assertThat(recent.at("pathway", 4)).isEmpty();
        recent.put("pathway", PathwayState.none(), 4, recent.generation());
        assertThat(recent.at("pathway", 4)).isPresent();
    }
}
