package org.crossface.platform.wakeup;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FollowUpPollTest {

    @Test
    void goesOnAfterALookThatFailed() {
        AtomicInteger looks = new AtomicInteger();
        try (FollowUpPoll secondLook = new FollowUpPoll(() -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("told to fail");
            }
        })) {
            secondLook.due();
            await().until(() -> looks.get() >= 3 && !secondLook.isPlanned());
        }
    }
}
