package org.crossface.platform.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;

/** One cache for each type of aggregate, so that many aggregates of one type do not evict those of another. */
public final class AggregateCaches implements MeterBinder {

    private final int mostOfEachType;
    private final Map<Class<?>, AggregateCache> caches = new ConcurrentHashMap<>();
    private final List<MeterRegistry> registries = new ArrayList<>();

    /** @param mostOfEachType 0 for no cache */
    public AggregateCaches(int mostOfEachType) {
        this.mostOfEachType = mostOfEachType;
    }

    /** The cache of the aggregates of this type. */
    public synchronized Cache of(Class<?> type) {
        if (mostOfEachType == 0) {
            return NoCache.INSTANCE;
        }
        AggregateCache known = caches.get(type);
        if (known != null) {
            return known;
        }
        AggregateCache cache = new AggregateCache(mostOfEachType);
        caches.put(type, cache);
        registries.forEach(registry -> monitor(registry, type, cache));
        return cache;
    }

    /** Drops all aggregates, also those in use at this moment. */
    public void forgetAll() {
        caches.values().forEach(AggregateCache::removeAll);
    }

    /** Registers metrics of the existing caches and of later ones. */
    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        registries.add(registry);
        caches.forEach((type, cache) -> monitor(registry, type, cache));
    }

    private static void monitor(MeterRegistry registry, Class<?> type, AggregateCache cache) {
        CaffeineCacheMetrics.monitor(registry, cache.entries(), "crossface.aggregates." + type.getSimpleName());
    }
}
