package org.crossface.simulator;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGeneratorFactory;

/** One run of a script, from the end of its journal to the end of the script. */
final class Performance {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final Journal journal;
    private final Script script;
    private final Steps steps;
    private final World world;
    private final Agenda agenda = new Agenda();
    private final Cohort cohort;
    private final PrintStream out;
    private final boolean terminal;

    Performance(Api api, Journal journal, Script script, PrintStream out, boolean terminal) {
        LocalDate lastDay = World.dayOf(script.until());
        this.journal = journal;
        this.script = script;
        this.steps = new Steps(api, journal, script);
        this.world = new World(
                steps,
                agenda,
                new Theatres(lastDay),
                RandomGeneratorFactory.of("L64X128MixRandom").create(script.seed()));
        this.cohort = new Cohort(world, World.dayOf(script.from()).plusDays(1), lastDay);
        this.out = out;
        this.terminal = terminal;
    }

    void play() {
        long started = System.nanoTime();
        boolean again = steps.areKnown();
        if (!again) {
            out.println("Playing 40 months of a surgical centre (seed " + script.seed() + "):");
        }
        ProgressLine progress = new ProgressLine(out, terminal, script, World.ZONE);
        new Reference(steps).register(script.from());
        cohort.plan();
        agenda.playUntil(script.until(), instant -> show(progress, instant, again));
        world.moveTo(script.until());
        steps.moveClock();
        show(progress, script.until(), again);
        progress.end();
        journal.complete();
        report(started);
    }

    private void show(ProgressLine progress, Instant instant, boolean again) {
        world.moveTo(instant);
        if (steps.areKnown()) {
            return;
        }
        if (again && progress.isFresh()) {
            out.println("Going on with the cohort where it stopped (seed " + script.seed() + "):");
        }
        progress.show(instant, cohort.referred(), world.accepted(), world.refused());
    }

    private void report(long started) {
        double seconds = (System.nanoTime() - started) / 1e9;
        out.printf(
                Locale.ROOT,
                "%d people referred, %d commands accepted, %d refused %s; %d requests in %.0f s%n",
                cohort.referred(),
                world.accepted(),
                world.refused(),
                world.refusals(),
                steps.sent(),
                seconds);
        world.brokenOff().forEach(place -> out.println("A story broke off: " + place));
        cohort.refusedBundles().forEach(refused -> out.println("Refused bundle " + refused));
        Duration ahead = Duration.between(Clock.systemUTC().instant(), script.until());
        out.printf(
                Locale.ROOT,
                "At the centre it is now %s, in the middle of a theatre day (%s: %d h %s the real time).%n",
                MINUTE.format(script.until().atZone(World.ZONE)),
                World.ZONE,
                Math.abs(ahead.toHours()),
                ahead.isNegative() ? "behind" : "ahead of");
    }
}
