package org.crossface.server;

import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.audit.replay.ProgressBar;
import org.crossface.audit.replay.ReplayComparison;
import org.crossface.billing.charges.ChargeReplay;
import org.crossface.coordination.Bundles;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.schema.PostgresProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Rebuilds all views beside the serving ones and compares them; the serving ones stay as they are. */
final class Replay {

    private Replay() {}

    /**
     * Replays and compares.
     *
     * @return whether all views agree with the history
     */
    static boolean run(Environment environment, PrintStream out) {
        return BesideServer.run(environment, context -> compare(context, out));
    }

    private static boolean compare(ConfigurableApplicationContext context, PrintStream out) {
        PostgresEventStorageEngine engine = context.getBean(PostgresEventStorageEngine.class);
        DataSource dataSource = context.getBean(DataSource.class);
        boolean views = new ReplayComparison(
                        context.getBean(PostgresProperties.class).endpoint(),
                        dataSource,
                        engine,
                        new EventSourcedPolicies(context.getBean(EventStore.class), Clock.systemUTC()),
                        Bundles.ALL,
                        out)
                .run()
                .isEqual();
        boolean charges = chargesAreEqual(new ChargeReplay(engine, dataSource), out);
        return views && charges;
    }

    private static boolean chargesAreEqual(ChargeReplay replay, PrintStream out) {
        ProgressBar bar = new ProgressBar(out, "Charges", replay.events(), System::nanoTime);
        AtomicLong last = new AtomicLong();
        ChargeReplay.Result result = replay.compare(done -> {
            last.set(done);
            bar.at(done);
        });
        bar.end(last.get());
        out.println("Charges: " + result.differences().size() + " rows differ.");
        result.differences().forEach(line -> out.println("  " + line));
        if (!result.unprojectable().isEmpty()) {
            out.println("Charges: " + result.unprojectable().size() + " events could not be projected:");
            result.unprojectable().forEach(line -> out.println("  " + line));
        }
        return result.isEqual();
    }
}
