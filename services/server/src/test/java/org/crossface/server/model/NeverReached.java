package org.crossface.server.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What the fixed seed of {@link ModelDrill} does not reach, each with the reason: {@code never-reached.txt}. */
final class NeverReached {

    private NeverReached() {}

    /** Identifiers of rules. */
    static Set<String> rules() {
        return of("rule ");
    }

    /** Stored names of events. */
    static Set<String> events() {
        return of("event ");
    }

    /** Every line that is no comment. */
    static List<String> lines() {
        try (InputStream text = Objects.requireNonNull(NeverReached.class.getResourceAsStream("never-reached.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> of(String kind) {
        Set<String> names = new TreeSet<>();
        lines().stream()
                .filter(line -> line.startsWith(kind))
                .forEach(line -> names.add(line.substring(kind.length(), line.indexOf(": "))));
        return names;
    }
}
