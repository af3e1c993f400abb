package org.crossface.platform.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a test JVM is part of, and shares its servers with: the run of Maven that started it, or else itself.
 *
 * @param directory that nobody else uses
 * @param process with whose end the servers end
 */
record BuildOfTests(Path directory, ProcessHandle process) {

    /** The system property by which the poms name the directory for the servers of all builds of this checkout. */
    static final String PROPERTY = "crossface.test.servers";

    /** Of this JVM. */
    static BuildOfTests current() {
        ProcessHandle self = ProcessHandle.current();
        String named = System.getProperty(PROPERTY, "");
        // An IDE that takes this property from the poms may not know what stands for the root of the checkout.
        if (named.isEmpty() || named.contains("${")) {
            return of(ownDirectory(), self);
        }
        return of(Path.of(named), javaAbove(self).orElse(self));
    }

    private static BuildOfTests of(Path parent, ProcessHandle process) {
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        // A process id comes back some day, but not with the same start.
        return new BuildOfTests(
                parent.toAbsolutePath().normalize().resolve("build-" + process.pid() + "-" + start), process);
    }

    private static Path ownDirectory() {
        return Path.of(
                System.getProperty("java.io.tmpdir"), "crossface-tests-of-" + System.getProperty("user.name", ""));
    }

    /** Maven's process: between it and a test JVM there may be a shell. */
    private static Optional<ProcessHandle> javaAbove(ProcessHandle process) {
        return Stream.iterate(process.parent(), Optional::isPresent, above -> above.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(BuildOfTests::isJava)
                .findFirst();
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).endsWith("java"))
                .orElse(false);
    }
}
