package org.crossface.pathway.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.policy.Threshold;
import org.junit.jupiter.api.Test;

/** The table of timers as a whole: every row of the clinical reference, section 3, and no command or threshold beside it. */
class TimersTest {

    private static final Set<String> ANSWERED = CommandCatalogue.read().all().stream()
            .flatMap(each -> each.useCase().answers().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    private static Set<String> codes(Stream<Timer> timers) {
        return timers.map(Timer::code).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyOfTheFiftyFiveRowsIsDeclared() {
        Set<String> rows = IntStream.rangeClosed(1, 58)
                .filter(row -> row < 36 || row > 39)
                .mapToObj("T-%02d"::formatted)
                .collect(Collectors.toCollection(TreeSet::new));
        rows.add("T-19b");
        assertThat(rows).hasSize(55);
        assertThat(codes(Timers.ALL.stream()).stream().filter(code -> code.startsWith("T-")))
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void noTwoDeclarationsOfARowHaveOneName() {
        List<String> names = Timers.ALL.stream().map(Timer::toString).toList();
        // The visits and checks of three and more months tell their month behind the name.
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void everyDeclarationSaysWhatStartsAndWhatSatisfiesIt() {
        assertThat(Timers.ALL).allSatisfy(timer -> {
            assertThat(timer.starts()).as(timer.toString()).isNotBlank();
            assertThat(timer.satisfied()).as(timer.toString()).isNotBlank();
        });
    }

    @Test
    void theRowsWithoutAFactToSatisfyThemAreThese() {
        assertThat(codes(Timers.ALL.stream().filter(timer -> timer.missing() != null)))
                .containsExactly("T-57");
    }

    @Test
    void whatAsksForWorkIsSatisfiedByACommandThatThereIs() {
        assertThat(codes(Timers.ALL.stream()
                        .filter(timer -> timer.missing() == null && timer.kind().asksForWork())))
                .isEqualTo(ANSWERED);
    }

    @Test
    void everyThresholdOfARowIsReadByItsRow() {
        Set<Threshold> read = Timers.ALL.stream().flatMap(Timer::thresholds).collect(Collectors.toSet());
        assertThat(Arrays.stream(Threshold.values())
                        .filter(threshold -> threshold.name().matches("T\\d\\d\\w*"))
                        .filter(threshold -> !read.contains(threshold)))
                .as("read by the start or the end of a timer, and not by an offset")
                .containsExactlyInAnyOrder(
                        Threshold.T17_ATTEMPTS,
                        Threshold.T29_CLOSE_MINUTES,
                        Threshold.T29_CLOSE_COUNT,
                        Threshold.T29_WIDER_MINUTES,
                        Threshold.T29_WIDER_COUNT,
                        Threshold.T29_HOURLY_MINUTES,
                        Threshold.T29_HOURLY_COUNT,
                        Threshold.T29_LATE_HOURS,
                        Threshold.T29_END_HOURS,
                        Threshold.T41_MISSED);
    }
}
