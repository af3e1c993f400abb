package org.crossface.platform.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.Test;

class RunningNumbersTest {

    private static final TestPostgres postgres = TestPostgres.with();

    private final RunningNumbers numbers = new RunningNumbers(postgres.serverJdbc());

    @Test
    void theyAscendAndAreNeverDrawnTwice() {
        assertThat(numbers.next("P")).isEqualTo("P-0001");
        assertThat(numbers.next("P")).isEqualTo("P-0002");

        List<String> drawn = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> numbers.next("P"))
                .toList();
        assertThat(drawn).doesNotHaveDuplicates().doesNotContain("P-0001", "P-0002");
    }
}
