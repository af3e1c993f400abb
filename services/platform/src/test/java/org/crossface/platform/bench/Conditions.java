package org.crossface.platform.bench;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Under which conditions figures came about. */
public final class Conditions {

    private Conditions() {}

    /** As lines of a list. */
    public static List<String> lines(Clock clock, BenchPostgres postgres) {
        Runtime runtime = Runtime.getRuntime();
        return List.of(
                "- " + Instant.now(clock).truncatedTo(ChronoUnit.MINUTES) + ", "
                        + runtime.availableProcessors()
                        + " processors for clients and PostgreSQL together, load average %.1f at the start"
                                .formatted(ManagementFactory.getOperatingSystemMXBean()
                                        .getSystemLoadAverage()),
                "- Java " + Runtime.version() + ", heap " + runtime.maxMemory() / (1 << 20) + " MB; PostgreSQL: "
                        + postgres.settings());
    }
}
