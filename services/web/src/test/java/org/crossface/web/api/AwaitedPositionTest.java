package org.crossface.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a read waits for a position. */
class AwaitedPositionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | 5",
                "wait=0 | 0",
                "wait=7 | 7",
                "wait=10 | 10",
                "wait=11 | 10",
                "wait=999999 | 10",
                "respond-async, wait=3 | 3",
                "wait=-1 | 5",
                "await=3 | 5"
            })
    void aReaderIsWaitedForAsLongAsItPrefersButNotForLong(@Nullable String preferred, long seconds) {
        assertThat(AwaitedPosition.seconds(preferred)).isEqualTo(seconds);
    }
}
