package org.crossface.server;

import java.io.PrintStream;
import java.util.List;
import org.crossface.platform.eventstore.StoreCheck;
import org.crossface.platform.eventstore.StoreCheck.Finding;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks the invariants of the event store. */
final class StoreCheckProgram {

    private StoreCheckProgram() {}

    /**
     * Checks the store, beside a running server or without one.
     *
     * @return whether all rules hold
     */
    static boolean run(Environment environment, PrintStream out) {
        List<Finding> findings =
                BesideServer.run(environment, context -> new StoreCheck(context.getBean(JdbcClient.class)).findings());
        findings.forEach(finding -> out.println((finding.holds() ? "holds   " : "BROKEN  ")
                + finding.rule()
                + (finding.holds() ? "" : ": " + finding.broken() + " times")));
        return findings.stream().allMatch(Finding::holds);
    }
}
