package org.crossface.server;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.coordination.rebuild.ViewBuild;
import org.crossface.coordination.rebuild.ViewBuild.State;
import org.crossface.coordination.rebuild.ViewBuilder;
import org.crossface.coordination.rebuild.ViewBuilds;
import org.crossface.pathway.policy.EventSourcedPolicies;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.processing.ProcessingStore;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Builds the views anew beside the serving ones and waits until they serve. It shares the work with running nodes; if there are none, it
 * does all of it.
 */
final class Rebuild {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private Rebuild() {}

    /**
     * Builds, joins the running build, or cancels it.
     *
     * @param words {@code cancel}, or nothing
     * @return whether the new views serve, or the build is cancelled
     */
    static boolean run(Environment environment, List<String> words, PrintStream out) {
        return BesideServer.run(
                environment, context -> words.contains("cancel") ? cancel(context, out) : build(context, out));
    }

    private static boolean cancel(ConfigurableApplicationContext context, PrintStream out) {
        ViewBuilds builds = context.getBean(ViewBuilds.class);
        boolean cancelled = builds.underWay()
                .map(build -> builds.cancel(build.number(), "command line"))
                .orElse(false);
        out.println(cancelled ? "The build is cancelled; nothing is left of it." : "No build is running.");
        return cancelled;
    }

    private static boolean build(ConfigurableApplicationContext context, PrintStream out) {
        ViewBuilds builds = context.getBean(ViewBuilds.class);
        long began = System.nanoTime();
        ViewBuild build = builds.underWay().orElseGet(() -> builds.start("command line"));
        ViewBuilder share = new ViewBuilder(
                builds,
                context.getBean(ProcessingStore.class),
                context.getBean(EventStore.class),
                context.getBean(PostgresEventStorageEngine.class),
                new EventSourcedPolicies(context.getBean(EventStore.class), Clock.systemUTC()),
                context.getBean(DataSource.class),
                ViewBuilder.WORK,
                new Loops());
        share.start();
        try {
            ViewBuild now = build;
            while (now.state() == State.BUILDING) {
                out.println(line(now));
                LockSupport.parkNanos(LOOK.toNanos());
                now = builds.find(build.number()).orElseThrow();
            }
            double seconds =
                    Math.max(0.001, Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
            out.printf(
                    Locale.ROOT,
                    "%s after %.1f s, %,d events, %,.0f/s.%n",
                    now.state() == State.SERVING ? "The new views serve" : "The build was cancelled",
                    seconds,
                    now.done(),
                    now.done() / seconds);
            return now.state() == State.SERVING;
        } finally {
            share.stop();
        }
    }

    /** The progress of a build, in one line. */
    static String line(ViewBuild build) {
        return String.format(
                Locale.ROOT,
                "Building %3d %%  %,d of %,d  %,.0f/s  %s left",
                build.percent(),
                Math.max(0, build.done()),
                build.total(),
                build.rate(),
                build.left().map(left -> left.toSeconds() + " s").orElse("-"));
    }
}
