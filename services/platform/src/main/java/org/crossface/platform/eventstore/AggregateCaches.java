package org.crossface.platform.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;

/** One cache for each type of aggregate: aggregates of two types may have the same identifier. */
public final class AggregateCaches implements MeterBinder {

    private final int mostOfEachType;
    private final Map<Class<?>, AggregateCache> caches = new ConcurrentHashMap<>();

    /** @param mostOfEachType 0 for no cache */
    public AggregateCaches(int mostOfEachType) {
        this.mostOfEachType = mostOfEachType;
    }

    /** The cache of the aggregates of this type. */
    public Cache of(Class<?> type) {
        return mostOfEachType == 0
                ? NoCache.INSTANCE
                : caches.computeIfAbsent(type, unknown -> new AggregateCache(mostOfEachType));
    }

    /** Forgets all aggregates, also those that are in use at this moment. */
    public void forgetAll() {
        caches.values().forEach(AggregateCache::removeAll);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        caches.forEach((type, cache) -> CaffeineCacheMetrics.monitor(
                registry, cache.entries(), "crossface.aggregates." + type.getSimpleName()));
    }
}
