package org.crossface.server.sites;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is wrong, grouped by its kind. */
final class Findings {

    private static final int SHOWN = 4;

    private final Map<String, List<String>> byKind = new TreeMap<>();

    synchronized void add(String kind, String finding) {
        byKind.computeIfAbsent(kind, each -> new ArrayList<>()).add(finding);
    }

    synchronized Set<String> kinds() {
        return Set.copyOf(byKind.keySet());
    }

    /** Each kind with how often it is there and the first of it. */
    synchronized List<String> summary() {
        List<String> lines = new ArrayList<>();
        byKind.forEach((kind, all) -> {
            lines.add(kind + ": " + all.size());
            all.stream().sorted().limit(SHOWN).map(each -> "   " + each).forEach(lines::add);
        });
        return lines;
    }

    /** All of them, for whoever mends them. */
    synchronized void write(Path file) {
        List<String> lines = new ArrayList<>();
        byKind.forEach((kind, all) -> {
            lines.add("== " + kind + ": " + all.size());
            all.stream().sorted().forEach(lines::add);
        });
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
