package org.crossface.pathway.oversight.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.DryRun;
import org.crossface.pathway.Samples;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.junit.jupiter.api.Test;

/** Every command of SC-01 after one of the facts before it was taken back: it is taken or refused by a rule, and never fails. */
class LostFootingTest {

    /** How far back at most the fact lies that is taken back. */
    private static final int FACTS_BACK = 12;

    /** The referral cannot be taken back. */
    private static final int OPENING = 0;

    private final DryRun rules = new DryRun();
    private final List<String> failed = new ArrayList<>();
    private int asked;

    @Test
    void aCommandWhoseFootingWasTakenBackIsRefusedAndDoesNotFail() {
        new PathwayInMemory("pathway-1", "P-0101", "OR-1")
                .play(WrittenStory.textbook().steps(FaceSide.LEFT, LocalDate.of(2025, 1, 14)), this::ask);
        assertThat(failed).isEmpty();
        assertThat(asked).isGreaterThan(1_500);
    }

    private void ask(PathwayCommand command, List<PathwayEvent> before) {
        for (int i = Math.max(OPENING + 1, before.size() - FACTS_BACK); i < before.size(); i++) {
            PathwayEvent target = before.get(i);
            List<PathwayEvent> history = new ArrayList<>(before);
            history.add(Samples.of(
                    RecordRetracted.class,
                    Map.of(
                            "factId",
                            "r",
                            "occurredAt",
                            before.getLast().occurredAt(),
                            "targetFactId",
                            target.factId())));
            asked++;
            try {
                rules.refusal(history, command);
            } catch (AssertionError e) {
                failed.add(command.getClass().getSimpleName() + " without "
                        + target.getClass().getSimpleName() + ": " + e.getCause());
            }
        }
    }
}
