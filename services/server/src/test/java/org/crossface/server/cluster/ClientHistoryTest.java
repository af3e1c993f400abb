package org.crossface.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crossface.server.cluster.ClientHistory.Acknowledged;
import org.crossface.server.cluster.ClientHistory.Stored;
import org.junit.jupiter.api.Test;

/** The oracle itself must be able to say no. */
class ClientHistoryTest {

    private static ClientHistory twoAnswers() {
        ClientHistory history = new ClientHistory();
        history.asked("r1");
        history.asked("r2");
        history.acknowledged(new Acknowledged("r1", "s1#0", 1, 10));
        history.acknowledged(new Acknowledged("r2", "s2#0", 2, 30));
        return history;
    }

    @Test
    void whatWasToldAndIsStoredIsWell() {
        assertThat(twoAnswers().contradictions(List.of(new Stored("s1#0", 1), new Stored("s2#0", 2))))
                .isEmpty();
        assertThat(twoAnswers().longestSilence().toNanos()).isEqualTo(20);
        assertThat(twoAnswers().unanswered()).isEmpty();
    }

    @Test
    void aLostOneIsFound() {
        assertThat(twoAnswers().contradictions(List.of(new Stored("s1#0", 1))))
                .singleElement()
                .asString()
                .startsWith("acknowledged and lost");
    }

    @Test
    void aSecondEffectIsFound() {
        assertThat(twoAnswers()
                        .contradictions(List.of(new Stored("s1#0", 1), new Stored("s2#0", 2), new Stored("s3#0", 3))))
                .containsExactly("stored and never acknowledged: s3#0");
        ClientHistory history = twoAnswers();
        history.acknowledged(new Acknowledged("r3", "s2#0", 2, 40));
        assertThat(history.contradictions(List.of(new Stored("s1#0", 1), new Stored("s2#0", 2))))
                .singleElement()
                .asString()
                .startsWith("one effect for two requests");
    }

    @Test
    void anotherPositionIsFound() {
        assertThat(twoAnswers().contradictions(List.of(new Stored("s1#0", 1), new Stored("s2#0", 3))))
                .singleElement()
                .asString()
                .startsWith("acknowledged at 2, stored at 3");
    }
}
