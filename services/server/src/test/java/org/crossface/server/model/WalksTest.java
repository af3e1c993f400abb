package org.crossface.server.model;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.HeldReservations;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.story.Step;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.vocabulary.FaceSide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every walk of the model goes as it is told: each step is taken, or refused by the rule that it names. */
class WalksTest {

    private static final LocalDate STAGE_ONE = LocalDate.of(2025, 1, 14);

    static Stream<String> walks() {
        return Walks.all().stream().map(Walks.Walk::name);
    }

    @ParameterizedTest
    @MethodSource("walks")
    void theWalkGoesAsItIsTold(String name) {
        Walks.Teller story = Walks.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .read();
        for (FaceSide paralysed : FaceSide.values()) {
            HeldReservations held = new HeldReservations();
            if (name.equals(Walks.RIVALS)) {
                List<Step> other = WrittenStory.textbook()
                        .upTo("The first operation", "Schedule surgery", FaceSide.LEFT, STAGE_ONE);
                new PathwayInMemory("pathway-1", "P-0101", "OR-2", held).play(other);
            }
            new PathwayInMemory("pathway-2", "P-0102", "OR-2", held).play(story.steps(paralysed, STAGE_ONE));
        }
    }
}
