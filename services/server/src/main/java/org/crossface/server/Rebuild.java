package org.crossface.server;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.rebuild.ViewBuild;
import org.crossface.coordination.rebuild.ViewBuild.State;
import org.crossface.coordination.rebuild.ViewBuilder;
import org.crossface.coordination.rebuild.ViewBuilds;
import org.crossface.coordination.views.Bundle;
import org.crossface.coordination.views.View;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.processing.ProcessingStore;
import org.crossface.platform.schema.PostgresProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Builds views anew beside the serving ones and waits until they serve. It shares the work with running nodes; if there are none, it
 * does all of it.
 */
final class Rebuild {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private Rebuild() {}

    /**
     * Builds, joins running builds, or cancels them.
     *
     * @param words {@code cancel}, names of bundles or views, or nothing for all views
     * @return whether the new views serve, or the builds are cancelled
     */
    static boolean run(Environment environment, List<String> words, PrintStream out) {
        return BesideServer.run(
                environment, context -> words.contains("cancel") ? cancel(context, out) : build(context, words, out));
    }

    private static boolean cancel(ConfigurableApplicationContext context, PrintStream out) {
        ViewBuilds builds = context.getBean(ViewBuilds.class);
        boolean cancelled = false;
        for (ViewBuild build : builds.underWay()) {
            cancelled |= builds.cancel(build.number(), "command line");
        }
        out.println(cancelled ? "The builds are cancelled; nothing is left of them." : "No build is running.");
        return cancelled;
    }

    private static boolean build(ConfigurableApplicationContext context, List<String> words, PrintStream out) {
        ViewBuilds builds = context.getBean(ViewBuilds.class);
        Map<Bundle, List<View>> chosen = chosen(words);
        if (chosen.isEmpty()) {
            out.println("No bundle and no view has such a name. Bundles: "
                    + String.join(", ", Bundles.names(Bundles.ALL)) + ". Views: "
                    + Bundles.views(Bundles.ALL).stream().map(View::name).collect(Collectors.joining(", ")) + ".");
            return false;
        }
        DataSource dataSource = context.getBean(DataSource.class);
        ViewBuilder share = new ViewBuilder(
                new ViewBuilder.Database(
                        dataSource, context.getBean(PostgresProperties.class).endpoint()),
                Bundles.ALL,
                context.getBean(ProcessingStore.class),
                context.getBean(EventStore.class),
                context.getBean(PostgresEventStorageEngine.class),
                new EventSourcedPolicies(context.getBean(EventStore.class), Clock.systemUTC()),
                ViewBuilder.WORK,
                new Loops());
        List<ViewBuild> asked = chosen.entrySet().stream()
                .map(each -> builds.underWay(each.getKey())
                        .orElseGet(() -> builds.start(each.getKey(), each.getValue(), "command line")))
                .toList();
        share.start();
        try {
            // The builds run in parallel; their progress is shown one after the other.
            boolean served = true;
            for (ViewBuild build : asked) {
                served &= follow(builds, build, out);
            }
            return served;
        } finally {
            share.stop();
        }
    }

    private static Map<Bundle, List<View>> chosen(List<String> words) {
        Map<Bundle, List<View>> chosen = new LinkedHashMap<>();
        for (Bundle bundle : Bundles.ALL) {
            boolean whole = words.isEmpty() || words.contains(bundle.name());
            List<View> views = bundle.views().stream()
                    .filter(view -> whole || words.contains(view.name()))
                    .toList();
            if (!views.isEmpty()) {
                chosen.put(bundle, views);
            }
        }
        return chosen;
    }

    private static boolean follow(ViewBuilds builds, ViewBuild build, PrintStream out) {
        long began = System.nanoTime();
        ViewBuild now = builds.find(build.number()).orElseThrow();
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
                String.join(", ", now.views())
                        + (now.state() == State.SERVING ? ": the new views serve" : ": the build was cancelled"),
                seconds,
                now.done(),
                now.done() / seconds);
        return now.state() == State.SERVING;
    }

    /** The progress of a build, in one line. */
    static String line(ViewBuild build) {
        return String.format(
                Locale.ROOT,
                "Building %s %3d %%  %,d of %,d  %,.0f/s  %s left",
                String.join(", ", build.views()),
                build.percent(),
                Math.max(0, build.done()),
                build.total(),
                build.rate(),
                build.left().map(left -> left.toSeconds() + " s").orElse("-"));
    }
}
