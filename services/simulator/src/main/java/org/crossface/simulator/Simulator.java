package org.crossface.simulator;

import java.io.Console;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;

/**
 * Plays the synthetic cohort through the public API of a running Crossface, in one order of time for all patients, from the demo clock's
 * present up to now.
 */
public final class Simulator {

    private static final long SEED = 20261122L;

    private Simulator() {}

    /**
     * Plays the cohort.
     *
     * @param args the address of the server, such as {@code http://127.0.0.1:8080}; then optionally the instant to play up to (ISO 8601),
     *     else now
     */
    public static void main(String[] args) {
        PrintStream out = System.out;
        URI address = URI.create(args.length > 0 ? args[0] : "http://127.0.0.1:8080");
        Instant until = args.length > 1
                ? OffsetDateTime.parse(args[1]).toInstant()
                : Clock.systemUTC().instant();
        CrossfaceApi api = new CrossfaceApi(address);
        Instant from = api.clock();
        if (Duration.between(from, until).toDays() < 30) {
            out.println("The demo clock is less than a month behind: there is nothing to play.");
            return;
        }
        new Reference(api).register(from);
        play(api, from, until, out);
    }

    private static void play(CrossfaceApi api, Instant from, Instant until, PrintStream out) {
        long started = System.nanoTime();
        Agenda agenda = new Agenda();
        LocalDate lastDay = World.dayOf(until);
        World world = new World(
                api,
                agenda,
                new Theatres(lastDay),
                RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
        Cohort cohort = new Cohort(world, World.dayOf(from).plusDays(1), lastDay);
        cohort.plan();
        ProgressLine progress = new ProgressLine(out, isTerminal(), from, until, World.ZONE);
        out.println("Playing 40 months of a surgical centre (seed " + SEED + "):");
        agenda.playUntil(until, instant -> {
            world.moveTo(instant);
            progress.show(instant, cohort.referred(), world.accepted(), world.refused());
        });
        world.moveTo(until);
        progress.show(until, cohort.referred(), world.accepted(), world.refused());
        progress.end();
        report(out, world, cohort, started);
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private static void report(PrintStream out, World world, Cohort cohort, long started) {
        double seconds = (System.nanoTime() - started) / 1e9;
        out.printf(
                "%d people referred, %d commands accepted, %d refused %s, in %.0f s (%.0f commands/s)%n",
                cohort.referred(),
                world.accepted(),
                world.refused(),
                world.refusals(),
                seconds,
                (world.accepted() + world.refused()) / seconds);
        world.brokenOff().forEach(place -> out.println("A story broke off: " + place));
        cohort.refusedBundles().forEach(refused -> out.println("Refused bundle " + refused));
    }
}
