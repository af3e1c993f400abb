package org.crossface.web.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossface.web.documents.DocumentRefused.Kind;
import org.junit.jupiter.api.Test;

class ParsingPoolTest {

    @Test
    void workComesBackAndItsRefusalToo() {
        try (ParsingPool pool = new ParsingPool(1, 1, Duration.ofMinutes(1))) {
            assertThat(pool.<String>run(deadline -> Thread.currentThread().getName()))
                    .startsWith("parsing-");
            assertThatThrownBy(() -> pool.run(deadline -> {
                        throw DocumentRefused.malformed("a", "reason", "remedy");
                    }))
                    .isInstanceOf(DocumentRefused.class)
                    .hasMessage("reason");
        }
    }

    @Test
    void aParserThatLooksAtItsDeadlineLeavesItsThread() {
        try (ParsingPool pool = new ParsingPool(1, 1, Duration.ofMillis(200))) {
            DocumentRefused late = catchThrowableOfType(
                    DocumentRefused.class,
                    () -> pool.run(deadline -> {
                        while (!deadline.isOver()) {
                            Thread.onSpinWait();
                        }
                        throw DocumentRefused.busy();
                    }));
            assertThat(late.kind()).isEqualTo(Kind.BUSY);
            await().until(() -> pool.busy() == 0);
            assertThat(pool.<String>run(deadline -> "next")).isEqualTo("next");
        }
    }

    @Test
    void aCallerIsToldAtTheDeadlineEvenOfWorkThatNeverLooks() throws InterruptedException {
        CountDownLatch ever = new CountDownLatch(1);
        try (ParsingPool pool = new ParsingPool(1, 1, Duration.ofMillis(200))) {
            assertThatThrownBy(() -> pool.run(deadline -> {
                        awaitQuietly(ever);
                        return "never";
                    }))
                    .isInstanceOf(DocumentRefused.class);
            ever.countDown();
        }
    }

    @Test
    void whatFindsNoPlaceIsRefusedAtOnce() throws InterruptedException, ExecutionException {
        CountDownLatch end = new CountDownLatch(1);
        List<Future<String>> callers = new ArrayList<>();
        try (ParsingPool pool = new ParsingPool(1, 1, Duration.ofMinutes(1));
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                callers.add(executor.submit(() -> pool.run(deadline -> {
                    awaitQuietly(end);
                    return "done";
                })));
            }
            await().until(() -> pool.busy() == 2);
            assertThat(catchThrowableOfType(DocumentRefused.class, () -> pool.run(deadline -> "third"))
                            .kind())
                    .isEqualTo(Kind.BUSY);
            end.countDown();
            for (Future<String> each : callers) {
                assertThat(each.get()).isEqualTo("done");
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        boolean waiting = true;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException e) {
                // As a parser that does not know of interruptions.
            }
        }
    }
}
