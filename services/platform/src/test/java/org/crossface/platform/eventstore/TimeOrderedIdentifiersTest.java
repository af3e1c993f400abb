package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {

    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final int DRAWS = 2_000;

    /** Steps of one millisecond, and of so many that each digit of the time is carried over. */
    @Test
    void laterOnesAreGreaterAsText() {
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            drawn.add(TimeOrderedIdentifiers.next(START + i).toString());
        }
        for (int shift = 0; shift < 10; shift++) {
            drawn.add(TimeOrderedIdentifiers.next(START + DRAWS + (16L << (4 * shift)))
                    .toString());
        }
        assertThat(drawn).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void manyOfOneMillisecondDifferAndNameIt() {
        List<UUID> drawn = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            drawn.add(TimeOrderedIdentifiers.next(START));
        }
        assertThat(drawn).doesNotHaveDuplicates().allSatisfy(TimeOrderedIdentifiersTest::isOfVersion7);
        assertThat(drawn).extracting(TimeOrderedIdentifiersTest::epochMillis).containsOnly(START);
    }

    @Test
    void whatMessagesAreGivenNamesThePresent() {
        long before = System.currentTimeMillis();
        UUID drawn = UUID.fromString(new TimeOrderedIdentifiers().generateIdentifier());
        long after = System.currentTimeMillis();
        isOfVersion7(drawn);
        assertThat(epochMillis(drawn)).isBetween(before, after);
    }

    private static void isOfVersion7(UUID drawn) {
        assertThat(drawn.version()).isEqualTo(7);
        assertThat(drawn.variant()).isEqualTo(2);
    }

    private static long epochMillis(UUID drawn) {
        return drawn.getMostSignificantBits() >>> 16;
    }
}
