package org.crossface.pathway.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.vocabulary.Phase;

/** A page of Markdown, line by line. */
final class Page {

    private final List<String> lines = new ArrayList<>();

    Page(String title, String introduction) {
        lines.add("# " + title);
        text(introduction);
        text(
                "This page is printed from the code; a test fails when it is out of date (`ReferenceDocumentsTest` says how to"
                        + " renew it).");
    }

    Page heading(int level, String title) {
        lines.add("");
        lines.add("#".repeat(level) + " " + title);
        return this;
    }

    Page text(String paragraph) {
        lines.add("");
        lines.add(paragraph);
        return this;
    }

    /** Items of a list; those that are empty after their label are left out. */
    Page items(Stream<String> items) {
        lines.add("");
        items.filter(item -> !item.endsWith(": ")).forEach(item -> lines.add("- " + item));
        return this;
    }

    Page table(List<String> head, Stream<List<String>> rows) {
        lines.add("");
        lines.add(row(head));
        lines.add("|" + "---|".repeat(head.size()));
        rows.forEach(cells -> lines.add(row(cells)));
        return this;
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    String print() {
        return String.join("\n", lines) + "\n";
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String labels(Stream<Phase> phases) {
        return phases.map(Phase::label).collect(Collectors.joining(", "));
    }

    /** The folder of the repository. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("Makefile"))) {
            folder = Objects.requireNonNull(folder.getParent(), "Run it below the folder of the Makefile");
        }
        return folder;
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
