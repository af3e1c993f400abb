package org.crossface.coordination.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossface.pathway.state.PathwayState;
import org.junit.jupiter.api.Test;

class RecentStatesTest {

    private static final Object PROJECTOR = "projector";

    private static final int MOST = 1_000;
    private static final int IN_PATHWAY = 100;

    private final RecentStates recent = new RecentStates(MOST);

    /** As the projector does, event by event. */
    private void walk(String pathwayId) {
        for (long sequence = 0; sequence < IN_PATHWAY; sequence++) {
            PathwayState state = recent.at(pathwayId, sequence - 1).orElseGet(PathwayState::none);
            recent.put(PROJECTOR, pathwayId, state, sequence, recent.generation());
        }
    }

    @Test
    void pathwayThatBeginsFindsItsStateAlthoughOlderOnesWereUsedOften() {
        for (int old = 0; old < 50; old++) {
            walk("old-" + old);
        }

        PathwayState state = PathwayState.none();
        recent.put(PROJECTOR, "new", state, 0, recent.generation());
        for (long sequence = 1; sequence < IN_PATHWAY; sequence++) {
            assertThat(recent.at("new", sequence - 1))
                    .as("state before %d", sequence)
                    .containsSame(state);
            recent.put(PROJECTOR, "new", state, sequence, recent.generation());
        }
    }

    @Test
    void longestUnusedGoFirstAndNoMoreThanAreNeeded() {
        for (int pathway = 0; pathway < MOST / IN_PATHWAY; pathway++) {
            walk("pathway-" + pathway);
        }
        recent.put(PROJECTOR, "one-more", PathwayState.none(), 0, recent.generation());

        assertThat(recent.at("pathway-0", IN_PATHWAY - 1)).isEmpty();
        assertThat(recent.at("pathway-1", IN_PATHWAY - 1)).isPresent();
        assertThat(recent.at("one-more", 0)).isPresent();
    }

    @Test
    void statesThatEndElsewhereAreNotFound() {
        recent.put(PROJECTOR, "pathway", PathwayState.none(), 4, recent.generation());

        assertThat(recent.at("pathway", 3)).isEmpty();
        assertThat(recent.at("pathway", 5)).isEmpty();
    }

    @Test
    void aProjectorThatIsFarBehindFindsItsOwnStateAndWhatTheOtherFoldedIsFoundByBoth() {
        PathwayState behind = PathwayState.none();
        recent.put("behind", "pathway", behind, 1, recent.generation());
        for (int sequence = 2; sequence < IN_PATHWAY; sequence++) {
            recent.put("ahead", "pathway", PathwayState.none(), sequence, recent.generation());
        }

        assertThat(recent.at("pathway", 1)).containsSame(behind);
        assertThat(recent.at("pathway", IN_PATHWAY - 1)).isPresent();
        assertThat(recent.at("pathway", IN_PATHWAY - 2))
                .as("one of each projector")
                .isEmpty();
    }

    @Test
    void pathwayLongerThanAllThatIsKeptIsNotKept() {
        recent.put(PROJECTOR, "short", PathwayState.none(), 0, recent.generation());
        recent.put(PROJECTOR, "long", PathwayState.none(), MOST, recent.generation());

        assertThat(recent.at("long", MOST)).isEmpty();
        recent.put(PROJECTOR, "short", PathwayState.none(), 0, recent.generation());
        assertThat(recent.at("short", 0)).isPresent();
    }

    @Test
    void nothingIsFoundOnceAllIsForgotten() {
        recent.put(PROJECTOR, "pathway", PathwayState.none(), 4, recent.generation());
        recent.clear();
        assertThat(recent.at("pathway", 4)).isEmpty();

        recent.put(PROJECTOR, "pathway", PathwayState.none(), MOST - 1L, recent.generation());
        assertThat(recent.at("pathway", MOST - 1L))
                .as("room as at the beginning")
                .isPresent();
    }

    @Test
    void whatWasReadBeforeAllWasForgottenIsNotKept() {
        int before = recent.generation();
        recent.clear();
        recent.put(PROJECTOR, "pathway", PathwayState.none(), 4, before);

        assertThat(recent.at("pathway", 4)).isEmpty();
        recent.put(PROJECTOR, "pathway", PathwayState.none(), 4, recent.generation());
        assertThat(recent.at("pathway", 4)).isPresent();
    }
}
