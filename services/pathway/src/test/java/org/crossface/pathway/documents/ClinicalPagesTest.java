package org.crossface.pathway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossface.pathway.policy.Threshold;
import org.junit.jupiter.api.Test;

/** The pages for clinicians in {@code docs/clinical} are written by people; the numbers and rules that they name are those of the code. */
class ClinicalPagesTest {

    /** Such as <code>**90 days** (`consentValidDays`)</code>. */
    private static final Pattern NUMBER = Pattern.compile("\\*\\*(\\d+)([^*]*)\\*\\* \\(`(\\w+)`\\)");

    private static final Pattern RULE = Pattern.compile("\\b(?:INV-\\d+|(?:SEQ|REF)-[A-Z]+(?:-[A-Z]+)*)");
    private static final Pattern NAME = Pattern.compile("\\(`(\\w+)`\\)");

    private static String pages() throws IOException {
        Path folder = Page.root().resolve("docs/clinical");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Page::read).reduce("", String::concat);
        }
    }

    @Test
    void everyNumberIsTheDefaultOfTheThresholdBesideIt() throws IOException {
        String pages = pages();
        List<MatchResult> numbers = NUMBER.matcher(pages).results().toList();
        assertThat(numbers).hasSizeGreaterThan(25).allSatisfy(number -> {
            Threshold threshold = Threshold.named(number.group(3)).orElseThrow();
            assertThat(number.group(1)).as(number.group()).isEqualTo(Integer.toString(threshold.byDefault()));
            assertThat(number.group(2).strip())
                    .as(number.group())
                    .isIn("", threshold.unit().label(), threshold.unit().name().toLowerCase(java.util.Locale.ROOT));
        });
        assertThat(NAME.matcher(pages).results()).as("names without a number").hasSameSizeAs(numbers);
    }

    @Test
    void everyRuleThatIsNamedIsOne() throws IOException {
        assertThat(new RulesPage(Sources.ofMain()).ids())
                .containsAll(RULE.matcher(pages())
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .toList());
    }
}
