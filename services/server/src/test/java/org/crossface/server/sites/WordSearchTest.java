package org.crossface.server.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordSearchTest {

    @Test
    void findsWordsInAnyCaseAtBothEndsAndInsideOneAnother() {
        WordSearch words = new WordSearch(List.of("Kanarie", "KAN-4711-X", "narie", "Vogel"));
        assertThat(words.in("kanarie vogeL")).containsExactly("Kanarie", "Vogel", "narie");
        assertThat(words.in("of kan-4711-x only")).containsExactly("KAN-4711-X");
        assertThat(words.in("kan")).isEmpty();
        assertThat(words.in("")).isEmpty();
    }

    @Test
    void findsWhatContainsFinds() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            List<String> words =
                    List.of(letters(random, 4), letters(random, 5), letters(random, 6), letters(random, 4));
            String text = letters(random, random.nextInt(200));
            assertThat(new WordSearch(words).in(text))
                    .containsExactlyInAnyOrderElementsOf(words.stream()
                            .filter(word -> text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                            .collect(Collectors.toSet()));
        }
    }

    private static String letters(SplittableRandom random, int count) {
        return random.ints(count, 0, 5)
                .mapToObj(i -> "abcAB".substring(i, i + 1))
                .collect(Collectors.joining());
    }

    @Test
    void refusesAWordThatItWouldNotFind() {
        assertThatThrownBy(() -> new WordSearch(List.of("kan")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kan");
    }
}
