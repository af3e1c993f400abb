package org.crossface.platform.embedded;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded servers of one program: each is started again when it ends, and all are stopped at the same time. */
public final class EmbeddedChildren implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedChildren.class);

    private final boolean supervised;
    private final List<ChildSupervisor> supervisors = new ArrayList<>();
    private final List<AutoCloseable> stopped = new ArrayList<>();

    private EmbeddedChildren(boolean supervised) {
        this.supervised = supervised;
    }

    /** No children yet; children that are added are started again when they end. */
    public static EmbeddedChildren supervised() {
        return new EmbeddedChildren(true);
    }

    /** No children yet; children that are added are not started again when they end. For the control of a drill. */
    public static EmbeddedChildren unsupervised() {
        return new EmbeddedChildren(false);
    }

    /** Keeps it from now on. */
    public PostgresChild keep(PostgresChild postgres) {
        keep(postgres.supervised(), postgres);
        return postgres;
    }

    /** Keeps it from now on. */
    public KafkaChild keep(KafkaChild kafka) {
        keep(kafka.supervised(), kafka);
        return kafka;
    }

    private void keep(SupervisedChild child, AutoCloseable itself) {
        if (supervised) {
            ChildSupervisor supervisor = ChildSupervisor.of(child, SupervisionTerms.USUAL, Clock.systemUTC());
            supervisors.add(supervisor);
            stopped.add(supervisor);
        } else {
            stopped.add(itself);
        }
    }

    /** The supervisors of the added children. */
    public List<ChildSupervisor> supervisors() {
        return List.copyOf(supervisors);
    }

    /**
     * The program is about to stop: none is started again any more, and one that gives no sign of life is killed now, so that no thread
     * waits for its answer while the program stops.
     */
    public void prepareToStop() {
        atTheSameTime(supervisors, ChildSupervisor::prepareToStop);
    }

    /** Stops all of them; a child that cannot be stopped cleanly is logged. */
    @Override
    public void close() {
        atTheSameTime(stopped, EmbeddedChildren::stop);
    }

    private static void stop(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            log.error("An embedded server was not stopped cleanly: {}", e.getMessage(), e);
        }
    }

    /** In platform threads, since a virtual one would need a carrier that a busy program may not have. */
    private static <T> void atTheSameTime(List<T> all, Consumer<T> work) {
        List<Thread> threads = all.stream()
                .map(each -> Thread.ofPlatform().name("stop-embedded").start(() -> work.accept(each)))
                .toList();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
