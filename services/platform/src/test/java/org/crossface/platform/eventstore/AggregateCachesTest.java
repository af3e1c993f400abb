package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class AggregateCachesTest {

    /** Which of the two comes first is up to the order in which the context makes its beans. */
    @Test
    void showsCachesThatAreMadeBeforeAndAfterTheRegistry() {
        AggregateCaches caches = new AggregateCaches(10);
        caches.of(String.class).put("before", "state");
        MeterRegistry registry = new SimpleMeterRegistry();
        caches.bindTo(registry);
        caches.of(Integer.class).put("after", "state");
        for (String cache : new String[] {"String", "Integer"}) {
            assertThat(registry.get("cache.size")
                            .tag("cache", "crossface.aggregates." + cache)
                            .gauge()
                            .value())
                    .isOne();
        }
        assertThat(caches.of(Integer.class)).isSameAs(caches.of(Integer.class));
    }
}
