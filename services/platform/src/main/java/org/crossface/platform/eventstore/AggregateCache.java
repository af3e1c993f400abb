package org.crossface.platform.eventstore;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Caches the aggregates of one type that were used last. A decision from a cached aggregate is compared with the store before it becomes an
 * answer, see {@link RememberedStates}. After {@link #removeAll()} no aggregate that was loaded before can be put back.
 */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's interface leaves the types to the caller
public final class AggregateCache implements Cache {

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;
    private final AtomicLong generation = new AtomicLong();
    private final List<EntryListener> listeners = new CopyOnWriteArrayList<>();

    AggregateCache(int most) {
        this.entries = Caffeine.newBuilder().maximumSize(most).recordStats().build();
    }

    com.github.benmanes.caffeine.cache.Cache<Object, Object> entries() {
        return entries;
    }

    @Override
    @SuppressWarnings("NullAway") // null says that there is no such entry
    public <K, V> V get(K key) {
        noteGeneration(key);
        Object value = entries.getIfPresent(key);
        if (value != null) {
            noteVersion(key, value);
            listeners.forEach(listener -> listener.onEntryRead(key, value));
        }
        return (V) value;
    }

    private void noteVersion(Object key, Object value) {
        if (value instanceof AggregateCacheEntry<?> entry) {
            Long version = aggregateOf(entry).version();
            if (version != null) {
                RememberedStates.note(key.toString(), version, this);
            }
        }
    }

    /** An entry that was never serialised returns the aggregate that it holds, and uses none of these arguments. */
    @SuppressWarnings("NullAway")
    private static EventSourcedAggregate<?> aggregateOf(AggregateCacheEntry<?> entry) {
        return entry.recreateAggregate(null, null, null, null);
    }

    /** An aggregate that is loaded from now on belongs to this generation; only {@link #put} compares it. */
    private void noteGeneration(Object key) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().resources().put(generationOf(key), generation.get());
        }
    }

    private String generationOf(Object key) {
        return AggregateCache.class.getName() + '@' + System.identityHashCode(this) + '/' + key;
    }

    private @Nullable Long notedGeneration(Object key) {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().<Long>getResource(generationOf(key))
                : null;
    }

    @Override
    public void put(Object key, Object value) {
        Long loadedIn = notedGeneration(key);
        long now = generation.get();
        if (loadedIn != null && loadedIn != now) {
            entries.invalidate(key);
            return;
        }
        Object before = entries.asMap().put(key, value);
        if (generation.get() != now) {
            entries.invalidate(key);
        }
        listeners.forEach(listener -> {
            if (before == null) {
                listener.onEntryCreated(key, value);
            } else {
                listener.onEntryUpdated(key, value);
            }
        });
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        boolean absent = entries.asMap().putIfAbsent(key, value) == null;
        if (absent) {
            listeners.forEach(listener -> listener.onEntryCreated(key, value));
        }
        return absent;
    }

    @Override
    public <T> T computeIfAbsent(Object key, Supplier<T> valueSupplier) {
        return (T) entries.asMap().computeIfAbsent(key, absent -> {
            T value = valueSupplier.get();
            if (value == null) {
                throw new IllegalArgumentException("No value for " + key);
            }
            return value;
        });
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (present, value) -> update.apply((V) value));
    }

    @Override
    public boolean remove(Object key) {
        boolean removed = entries.asMap().remove(key) != null;
        if (removed) {
            listeners.forEach(listener -> listener.onEntryRemoved(key));
        }
        return removed;
    }

    @Override
    public void removeAll() {
        generation.incrementAndGet();
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
