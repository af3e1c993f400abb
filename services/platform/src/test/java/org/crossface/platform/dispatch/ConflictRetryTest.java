package org.crossface.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConflictRetryTest {

    private static final CommandMessage<?> COMMAND = new GenericCommandMessage<>("command");

    private static boolean retry(ConflictRetry retries, Runnable dispatch) {
        return retries.scheduleRetry(COMMAND, new ConcurrencyException("lost"), List.of(), dispatch);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void commandsThatWaitHoldUpNoOther() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch quick = new CountDownLatch(1);
        try (ConflictRetry retries = ConflictRetry.start()) {
            for (int n = 0; n < 16; n++) {
                assertThat(retry(retries, () -> waitFor(slow))).isTrue();
            }
            assertThat(retry(retries, quick::countDown)).isTrue();
            assertThat(quick.await(20, TimeUnit.SECONDS)).isTrue();
            slow.countDown();
        }
    }

    /** Callers wait for an answer without limit, so a command in its pause must have its end too. */
    @Test
    void whoPausesWhenItEndsIsSentOnceMoreAndNobodyAfterThat() throws Exception {
        int commands = 50;
        CountDownLatch sent = new CountDownLatch(commands);
        ConflictRetry retries = ConflictRetry.start();
        for (int n = 0; n < commands; n++) {
            assertThat(retry(retries, sent::countDown)).isTrue();
        }
        retries.close();
        assertThat(sent.getCount()).isZero();
        assertThat(retry(retries, () -> {})).isFalse();
    }
}
