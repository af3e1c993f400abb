package org.crossface.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A change of a template is read as a diff, so an element, or a group of its attributes, has a line of its own. */
class TemplateLinesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final int LONGEST = 140;
    private static final Pattern TAG = Pattern.compile("<[a-z:]+\\b(?:[^<>\"]|\"[^\"]*\")*>");

    @Test
    void noLineIsTooLongToBeReadInADiff() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path template : templates()) {
            List<String> lines = Files.readAllLines(template);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > LONGEST) {
                    tooLong.add(template.getFileName() + ":" + (i + 1) + " has "
                            + lines.get(i).length());
                }
            }
        }
        assertThat(tooLong).isEmpty();
        assertThat(templates()).hasSizeGreaterThan(20);
    }

    /** Thymeleaf puts the other fragment in an element's place before it asks whether the element shall be there. */
    @Test
    void noElementIsReplacedOnACondition() throws IOException {
        assertThat(conditional("<p th:if=\"${a}\" th:replace=\"~{b}\">")).hasSize(1);
        for (Path template : templates()) {
            assertThat(conditional(Files.readString(template)))
                    .as("%s: put the condition into an element around it", template.getFileName())
                    .isEmpty();
        }
    }

    private static List<String> conditional(String template) {
        return TAG.matcher(template)
                .results()
                .map(MatchResult::group)
                .filter(tag -> tag.contains("th:replace=")
                        && (tag.contains("th:if=") || tag.contains("th:unless=") || tag.contains("th:each=")))
                .toList();
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }
}
