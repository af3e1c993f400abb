package org.crossface.platform.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Callers that send requests to a node, one after the other each, until it dies or their time is over. */
final class NodeLoad {

    private static final int CALLERS = 24;
    private static final int ACCOUNTS = 40;
    private static final int MOST = 100;

    private final Requests requests;
    private final boolean keys;
    private final AtomicLong number = new AtomicLong();

    /** @param keys whether requests carry idempotency keys; without is a control */
    NodeLoad(Requests requests, boolean keys) {
        this.requests = requests;
        this.keys = keys;
    }

    /** Opens the accounts; called once. */
    void open(Node node) {
        for (int account = 0; account < ACCOUNTS; account++) {
            if (!requests.send(node, request("acc" + account, 0))) {
                throw new IllegalStateException("The node died before the accounts were open");
            }
        }
    }

    /** Repeats what has no answer yet. */
    void resolve(Node node) {
        requests.unknown().parallelStream().forEach(request -> requests.send(node, request));
    }

    /** Returns when the node has died or the time is over. */
    void run(Node node, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.add(Thread.ofVirtual().start(() -> {
                while (node.isAlive() && System.nanoTime() < end) {
                    requests.send(node, next());
                }
            }));
        }
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private NodeRequest next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long amount = random.nextLong(1, MOST) * (random.nextInt(3) == 0 ? -1 : 1);
        return request("acc" + random.nextInt(ACCOUNTS), amount);
    }

    private NodeRequest request(String account, long amount) {
        String name = "r" + number.incrementAndGet();
        return new NodeRequest(name, name, keys ? name : "", account, amount, NodeRequest.ANY_VERSION);
    }
}
