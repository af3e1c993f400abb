package org.crossface.platform.wakeup;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SecondLookTest {

    @Test
    void goesOnAfterALookThatFailed() {
        AtomicInteger looks = new AtomicInteger();
        try (SecondLook secondLook = new SecondLook(() -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("told to fail");
            }
        })) {
            secondLook.due();
            await().until(() -> looks.get() >= 3 && !secondLook.isPlanned());
        }
    }
}
