package org.crossface.platform.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** The cached states from which the current unit of work decides: another node may have appended to their streams since. */
public final class RememberedStates {

    private static final String RESOURCE = RememberedStates.class.getName();

    private final Map<String, Remembered> states = new HashMap<>();

    private record Remembered(long version, AggregateCache cache) {}

    private RememberedStates() {}

    static void note(String streamId, long version, AggregateCache cache) {
        if (CurrentUnitOfWork.isStarted()) {
            RememberedStates all =
                    CurrentUnitOfWork.get().root().getOrComputeResource(RESOURCE, key -> new RememberedStates());
            all.states.put(streamId, new Remembered(version, cache));
        }
    }

    private static Optional<RememberedStates> current() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(RESOURCE))
                : Optional.empty();
    }

    /**
     * Compares the cached versions of the current unit of work with the store. A stream to which it appends needs no query: the append
     * itself fails if the stream has grown.
     *
     * @throws StaleAggregate if a stream has grown; its cached state is dropped then
     */
    public static void requireFresh(PostgresEventStorageEngine engine, Predicate<String> appended) {
        current().ifPresent(all -> all.compare(engine, appended));
    }

    private void compare(PostgresEventStorageEngine engine, Predicate<String> appended) {
        Map<String, Remembered> unsure = new HashMap<>();
        states.forEach((stream, state) -> {
            if (!appended.test(stream)) {
                unsure.put(stream, state);
            }
        });
        if (unsure.isEmpty()) {
            return;
        }
        Map<String, Long> stored = engine.lastSequenceNumbersOf(unsure.keySet());
        unsure.forEach((streamId, state) -> {
            if (stored.getOrDefault(streamId, -1L) != state.version()) {
                state.cache().remove(streamId);
                throw new StaleAggregate(streamId);
            }
        });
    }
}
