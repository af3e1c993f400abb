package org.crossface.platform.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Closed-loop callers: each sends its next request when it has the answer to the one before. */
final class Callers {

    private Callers() {}

    /** One request. */
    interface Call {
        void send(int caller, long number);
    }

    static Latencies run(int callers, Duration time, Call call) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(callers);
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            long began = System.nanoTime();
            List<Future<long[]>> running = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int number = caller;
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return loop(number, System.nanoTime() + time.toNanos(), call);
                }));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> each : running) {
                all.add(each.get());
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return new Latencies(all.stream().flatMapToLong(Arrays::stream).toArray(), took);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A caller failed", e.getCause());
        }
    }

    private static long[] loop(int caller, long end, Call call) {
        long[] nanos = new long[1024];
        int size = 0;
        for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
            call.send(caller, size);
            if (size == nanos.length) {
                nanos = Arrays.copyOf(nanos, size * 2);
            }
            nanos[size++] = System.nanoTime() - before;
        }
        return Arrays.copyOf(nanos, size);
    }
}
