package org.crossface.platform.wakeup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.schema.PostgresEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Nodes wake each other after a commit, through LISTEN and NOTIFY of PostgreSQL. It only speeds things up: every receiver also polls, so a
 * lost signal costs a second at most.
 */
public final class WakeUp implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WakeUp.class);

    /** Started before the beans that append or read events, and stopped after them. */
    private static final int PHASE = Integer.MIN_VALUE + 1_000;

    private final Map<Signal, List<Runnable>> woken = new ConcurrentHashMap<>();
    private final String nodeId = UUID.randomUUID().toString();
    private final Notifier notifier;
    private final Listener listener;
    private volatile boolean running;

    /** For the database at this endpoint; begins with {@link #start()} and can be started once. */
    public WakeUp(PostgresEndpoint endpoint, Loops loops) {
        Connections connections = new Connections(endpoint);
        this.notifier = new Notifier(connections, nodeId, loops);
        this.listener = new Listener(connections, nodeId, this::heard, loops);
    }

    /** Requests a wake-up of the other nodes, after a commit. Never waits and never fails. */
    public void tellOthers(Signal signal) {
        notifier.signal(signal);
    }

    /**
     * Runs this task whenever another node has sent the signal, or may have: after each new connection too. The task runs on the listening
     * thread and must return quickly.
     */
    public void whenWoken(Signal signal, Runnable task) {
        woken.computeIfAbsent(signal, key -> new CopyOnWriteArrayList<>()).add(task);
    }

    /** Identifies this node among the others, from its start to its end. */
    public String nodeId() {
        return nodeId;
    }

    /** Whether signals of other nodes arrive now. */
    public boolean isListening() {
        return listener.isConnected();
    }

    private void heard(Signal signal) {
        for (Runnable task : woken.getOrDefault(signal, List.of())) {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.warn("A task for signal {} failed; the other tasks run", signal, e);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        notifier.start();
        listener.start();
    }

    @Override
    public void stop() {
        if (running) {
            running = false;
            notifier.close();
            listener.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
