package org.crossface.simulator;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crossface.simulator.Api.ServerGone;

/**
 * Plays the synthetic cohort through the public API of a running Crossface, with the steps of all patients in order of time, from the demo
 * clock's time to the middle of a theatre day.
 */
public final class Simulator {

    private static final long SEED = 20261122L;
    private static final String JOURNAL = "--journal=";
    private static final String UNTIL = "--until=";

    private Simulator() {}

    /**
     * Plays the cohort, or the rest of it. Exits with 1 when the server does not answer.
     *
     * @param args the address of the server, such as {@code http://127.0.0.1:8080}; {@code --journal=FILE} to resume after an interruption;
     *     {@code --until=INSTANT} (ISO 8601) to play up to then
     */
    public static void main(String[] args) {
        List<String> arguments = Arrays.asList(args);
        URI address = URI.create(arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .orElse("http://127.0.0.1:8080"));
        Instant until = option(arguments, UNTIL)
                .map(text -> OffsetDateTime.parse(text).toInstant())
                .orElseGet(() -> MiddayOfTheatres.nearest(Clock.systemUTC().instant()));
        Path file = option(arguments, JOURNAL).map(Path::of).orElseGet(Simulator::forOnce);
        try {
            play(new CrossfaceApi(address), file, until, System.out);
        } catch (ServerGone e) {
            System.out.println();
            System.out.println("The simulated cohort stopped: " + e.getMessage());
            System.out.println("Start the server again on the same home: the cohort goes on where it stopped.");
            System.exit(1);
        }
    }

    private static Optional<String> option(List<String> arguments, String name) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst();
    }

    private static Path forOnce() {
        try {
            return Files.createTempDirectory("crossface-cohort").resolve("cohort.journal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void play(Api api, Path file, Instant until, PrintStream out) {
        if (Journal.isPlayed(file)) {
            out.println("The cohort was played to its end before.");
            return;
        }
        try (Journal journal = Journal.open(file)) {
            if (journal.script().isEmpty()) {
                Instant from = api.clock();
                if (Duration.between(from, until).toDays() < 30) {
                    out.println("The demo clock is less than a month behind: there is nothing to play.");
                    journal.complete();
                    return;
                }
                journal.begin(new Script(SEED, from, until));
            }
            new Performance(api, journal, journal.script().orElseThrow(), out, isTerminal()).play();
        }
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
}
