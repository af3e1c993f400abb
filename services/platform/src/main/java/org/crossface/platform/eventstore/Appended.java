package org.crossface.platform.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What the current unit of work has appended so far; the engine keeps it for the interceptor that answers the command. */
public final class Appended {

    private static final String RESOURCE = Appended.class.getName();

    /** The sequence numbers of the events that were appended to one stream. */
    public record Range(long first, long last) {}

    private final Map<String, Range> streams = new LinkedHashMap<>();
    private long lastPosition = -1;

    /** What was appended in this unit of work, including those nested in it. */
    public static Appended in(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(RESOURCE, key -> new Appended());
    }

    /** Events about to be appended; they have no position yet. */
    static Appended of(Iterable<StreamEvent> events) {
        Appended planned = new Appended();
        events.forEach(planned::add);
        return planned;
    }

    static void record(long position, Iterable<StreamEvent> events) {
        CurrentUnitOfWork.ifStarted(unitOfWork -> {
            Appended appended = in(unitOfWork);
            appended.lastPosition = position;
            events.forEach(appended::add);
        });
    }

    /** An event of a stream. */
    record StreamEvent(String streamId, long sequenceNumber) {}

    private void add(StreamEvent event) {
        streams.merge(
                event.streamId(),
                new Range(event.sequenceNumber(), event.sequenceNumber()),
                (before, added) -> new Range(before.first(), added.last()));
    }

    /** Global position of the last event; empty if none was appended. */
    public OptionalLong lastPosition() {
        return lastPosition < 0 ? OptionalLong.empty() : OptionalLong.of(lastPosition);
    }

    /** What was appended to this stream. */
    public Optional<Range> to(String streamId) {
        return Optional.ofNullable(streams.get(streamId));
    }

    /** The first stream that was appended to. */
    public Optional<String> firstStream() {
        return streams.keySet().stream().findFirst();
    }
}
