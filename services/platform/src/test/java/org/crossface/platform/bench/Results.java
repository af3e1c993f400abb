package org.crossface.platform.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of results, {@code docs/performance.md}: each part of the benchmark replaces its own section and leaves the others, so that
 * parts can be run one by one.
 */
public final class Results {

    private static final String HEAD = """
            # Performance

            Written by `make bench` from its own output; run it again to renew it (`make bench ARGS='-Dcrossface.bench.parts=commands,latency'`
            for some parts only). Each figure stands beside its anchor from the same run: the ratios are what to trust, absolute figures
            depend on the machine.
            """;

    private final Path page;

    /** The page of this project. */
    public Results() {
        this(projectRoot().resolve("docs/performance.md"));
    }

    Results(Path page) {
        this.page = page;
    }

    private static Path projectRoot() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("mvnw"))) {
            Path parent = root.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "Not below the project's directory: " + Path.of("").toAbsolutePath());
            }
            root = parent;
        }
        return root;
    }

    /** Writes the section of a part, and shows it. */
    public void section(String part, String title, List<String> lines) {
        String body = "## " + title + "\n\n" + String.join("\n", lines) + "\n";
        System.out.println("\n" + body);
        try {
            String before = Files.exists(page) ? Files.readString(page) : HEAD;
            Files.writeString(page, replaced(before, part, body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String replaced(String page, String part, String body) {
        String begin = "<!-- begin " + part + " -->";
        String end = "<!-- end " + part + " -->";
        String section = begin + "\n" + body + end + "\n";
        Matcher old = Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end) + "\n", Pattern.DOTALL)
                .matcher(page);
        return old.find() ? old.replaceFirst(Matcher.quoteReplacement(section)) : page + "\n" + section;
    }
}
