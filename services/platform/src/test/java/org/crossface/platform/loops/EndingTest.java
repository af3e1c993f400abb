package org.crossface.platform.loops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EndingTest {

    @Test
    void whatRunsComesToItsEndAndNothingBeginsAfterwards() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ending = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicInteger turns = new AtomicInteger();
        ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
        var scheduled = loop.scheduleWithFixedDelay(
                () -> {
                    turns.incrementAndGet();
                    begun.countDown();
                    try {
                        ending.await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                },
                0,
                1,
                TimeUnit.MILLISECONDS);
        begun.await();
        Thread stopping = Thread.ofVirtual().start(() -> Ending.of(loop));
        while (!loop.isShutdown()) {
            Thread.onSpinWait();
        }
        ending.countDown();
        stopping.join();
        assertThat(loop.isTerminated()).isTrue();
        assertThat(scheduled.isDone()).isTrue();
        assertThat(interrupted).isFalse();
        assertThat(turns).hasValue(1);
    }
}
