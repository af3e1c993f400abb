package org.crossface.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A change of a template is read as a diff, so an element, or a group of its attributes, has a line of its own. */
class TemplateLinesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final int LONGEST = 140;

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

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }
}
