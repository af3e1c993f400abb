package org.crossface.platform.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.crossface.platform.drill.UnitHistory.Outcome;
import org.junit.jupiter.api.Test;

/** The drill's oracle notices what it is there to notice. */
class UnitHistoryTest {

    private final UnitHistory history = new UnitHistory();

    @Test
    void acceptsAllOfTheAcknowledgedNoneOfTheRefusedAndAllOrNoneOfTheUnknown() {
        history.ended("a", 3, Outcome.ACKNOWLEDGED);
        history.ended("b", 2, Outcome.REFUSED);
        history.ended("c", 4, Outcome.UNKNOWN);
        history.ended("d", 5, Outcome.UNKNOWN);
        assertThat(history.contradictions(Map.of("a", 3, "c", 4))).isEmpty();
        assertThat(history.acknowledgedEvents()).isEqualTo(3);
    }

    @Test
    void findsTheLostTheTornTheForbiddenAndTheUnasked() {
        history.ended("lost", 3, Outcome.ACKNOWLEDGED);
        history.ended("short", 3, Outcome.ACKNOWLEDGED);
        history.ended("torn", 4, Outcome.UNKNOWN);
        history.ended("forbidden", 2, Outcome.REFUSED);
        assertThat(history.contradictions(Map.of("short", 2, "torn", 1, "forbidden", 2, "torn!", 1)))
                .hasSize(5)
                .anyMatch(each -> each.contains("unit lost"))
                .anyMatch(each -> each.contains("unit short"))
                .anyMatch(each -> each.contains("unit torn was"))
                .anyMatch(each -> each.contains("unit forbidden"))
                .anyMatch(each -> each.contains("torn!, which nobody asked for"));
    }

    @Test
    void findsTheInnocentThatWasRefusedThoughNothingOfItIsStored() {
        history.ended("raced", 2, Outcome.REFUSED);
        history.wronglyRefused("innocent", 2, new IllegalStateException("of a neighbour"));
        assertThat(history.contradictions(Map.of()))
                .singleElement()
                .asString()
                .contains("unit innocent", "of a neighbour");
        assertThat(history.counts()).containsEntry(Outcome.REFUSED, 2L);
    }

    @Test
    void comparesWhatAReaderSawWithWhatIsStored() {
        Positions seen = new Positions();
        List.of(1L, 2L, 5L, 4L, 4L, 9L).forEach(seen::add);
        assertThat(seen.against(List.of(1L, 2L, 3L, 4L, 5L))).isEqualTo(new Positions.Difference(1, 2, 2));
        assertThat(seen.last()).isEqualTo(9);
        Positions all = new Positions();
        List.of(1L, 3L).forEach(all::add);
        assertThat(all.against(List.of(3L, 1L)).none()).isTrue();
    }
}
