package org.crossface.server;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.crossface.platform.embedded.LivingChildren;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * The last resort of a stop: this JVM ends within a limit after the request to stop, even if something hangs. It logs the stack of the
 * thread that closes the contexts, kills the child processes, and halts. Acknowledged writes are on disk, so none is lost.
 */
final class ShutdownLimit {

    /** Counted from SIGTERM, or from any other request to end this JVM. */
    static final Duration LIMIT = Duration.ofSeconds(16);

    /** The exit code of a process ended by SIGTERM. */
    private static final int EXIT_CODE = 128 + 15;

    /** Time limit for child processes that remain after all contexts are closed, as after a signal during the start. */
    private static final Duration CHILDREN = Duration.ofSeconds(4);

    private static final String HOOK = "SpringApplicationShutdownHook";
    private static final int DEEPEST = 25;

    private static final Logger log = LoggerFactory.getLogger(ShutdownLimit.class);

    private ShutdownLimit() {}

    /** Ends child processes that remain after all contexts are closed; for programs that consist of a context only. */
    static void endChildrenAtLast() {
        SpringApplication.getShutdownHandlers().add(ShutdownLimit::endChildren);
    }

    static void endChildren() {
        LivingChildren.endAll(CHILDREN);
    }

    /** Applies from now on; call it before any child is started. */
    static void install() {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown-limit").unstarted(ShutdownLimit::begin));
    }

    /** The hook itself ends at once: the JVM waits for hooks, but not for the thread that the hook starts. */
    private static void begin() {
        Thread.ofPlatform().daemon().name("shutdown-limit").start(ShutdownLimit::await);
    }

    private static void await() {
        try {
            Thread.sleep(LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            String waitingFor = waitingFor();
            log.error(
                    "Not stopped within {} s, so this process is ended now. Its threads were at:{}",
                    LIMIT.toSeconds(),
                    waitingFor);
            LivingChildren.killAll();
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    private static String waitingFor() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals(HOOK))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .limit(DEEPEST)
                .map(frame -> "\n  " + frame)
                .collect(Collectors.joining());
    }
}
