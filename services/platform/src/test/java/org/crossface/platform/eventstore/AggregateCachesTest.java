package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.axonframework.common.caching.Cache;
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

    @Test
    void aCollectionOfGarbageTakesNothingOutOfTheCache() {
        Cache cache = new AggregateCaches(10).of(String.class);
        putUnreferenced(cache);
        WeakReference<Object> control = new WeakReference<>(new Object());
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return control.refersTo(null);
        });
        for (int i = 0; i < 10; i++) {
            assertThat(cache.<String, String>get("aggregate-" + i)).isEqualTo("state " + i);
        }
    }

    /** Nothing but the cache keeps these keys and values. */
    private static void putUnreferenced(Cache cache) {
        for (int i = 0; i < 10; i++) {
            cache.put("aggregate-" + i, "state " + i);
        }
    }

    @Test
    void aCacheHoldsNoMoreThanItMayAndDrivesNothingOutOfAnother() {
        int most = 50;
        AggregateCaches caches = new AggregateCaches(most);
        AggregateCache full = (AggregateCache) caches.of(String.class);
        AggregateCache over = (AggregateCache) caches.of(Integer.class);
        for (int i = 0; i < most; i++) {
            full.put(i, "state");
        }
        for (int i = 0; i < 20 * most; i++) {
            over.put(i, "state");
        }
        over.entries().cleanUp();
        assertThat(over.entries().asMap()).hasSize(most);
        full.entries().cleanUp();
        assertThat(full.entries().asMap()).hasSize(most);
    }
}
