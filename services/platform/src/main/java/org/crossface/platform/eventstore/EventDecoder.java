package org.crossface.platform.eventstore;

import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.crossface.platform.personal.PersonalFields;
import org.crossface.platform.personal.PersonalFields.Place;
import org.crossface.platform.personal.SealBroken;
import tools.jackson.core.JacksonException;

/**
 * Makes messages of stored events. Personal components are decrypted at once, which shows whether they can be; payload and metadata are
 * parsed on first access.
 *
 * <p>With upcasters, all events pass through them in Axon's intermediate representation. Without any, that representation is skipped: it
 * costs more than the parsing.
 */
final class EventDecoder {

    private final PersonalFields personal;
    private final Serializer strict;
    private final Serializer lenient;
    private final EventUpcaster upcasters;
    private final boolean upcasting;

    EventDecoder(PersonalFields personal, Serializer serializer, EventUpcaster upcasters) {
        this.personal = personal;
        this.strict = serializer;
        this.lenient = new LenientSerializer(serializer);
        this.upcasters = upcasters;
        this.upcasting = changes(upcasters);
    }

    /** An empty chain of upcasters returns the very stream that it is given; a chain with at least one cannot. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean changes(EventUpcaster upcasters) {
        Stream<IntermediateEventRepresentation> none = Stream.empty();
        return upcasters.upcast(none) != none;
    }

    /** Whether the messages have to be made by {@link #upcastTracked} and its like. */
    boolean isUpcasting() {
        return upcasting;
    }

    /** Type and decrypted payload of an event; the stored payload under a marked type when it cannot be decrypted. */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    record Content(String type, byte[] payload) {}

    Content content(StoredEvent event) {
        try {
            return new Content(
                    event.type(), personal.open(new Place(event.eventId(), event.streamId()), event.payload()));
        } catch (SealBroken | JacksonException | IllegalArgumentException broken) {
            return new Content(Unreadable.mark(event.type()), event.payload());
        }
    }

    /** For a reader of all streams; an {@link Undecodable} in place of an event that this version cannot read. */
    TrackedEventMessage<?> tracked(StoredEvent event) {
        TrackingToken token = token(event);
        SerializedMessage<?> message = message(event, lenient);
        Instant time = event.time();
        return event.streamId() == null
                ? new GenericTrackedEventMessage<>(token, message, () -> time)
                : new GenericTrackedDomainEventMessage<>(
                        token, event.streamType(), event.streamId(), event.sequenceNumber(), message, () -> time);
    }

    /** For an aggregate. */
    DomainEventMessage<?> inStream(StoredEvent event) {
        return new GenericDomainEventMessage<>(
                event.streamType(), event.streamId(), event.sequenceNumber(), message(event, strict), event.time());
    }

    private SerializedMessage<?> message(StoredEvent event, Serializer serializer) {
        Content content = content(event);
        return new SerializedMessage<>(
                event.eventId(),
                new LazyDeserializingObject<>(
                        new SimpleSerializedObject<>(
                                content.payload(),
                                byte[].class,
                                new SimpleSerializedType(content.type(), event.revision())),
                        serializer),
                new LazyDeserializingObject<MetaData>(
                        new SerializedMetaData<>(event.metadata(), byte[].class), serializer));
    }

    /** As {@link #tracked}, through the upcasters. */
    Stream<TrackedEventMessage<?>> upcastTracked(Stream<StoredEvent> events) {
        return EventUtils.upcastAndDeserializeTrackedEvents(events.map(this::trackedData), lenient, upcasters);
    }

    /** As {@link #inStream}, through the upcasters. */
    DomainEventStream upcastStream(Stream<StoredEvent> events) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(events.map(this::data), strict, upcasters);
    }

    TrackedEventData<?> trackedData(StoredEvent event) {
        if (event.streamId() != null) {
            return new TrackedDomainEventData<>(token(event), data(event));
        }
        Content content = content(event);
        return new StoredPlainEvent(
                token(event),
                event.eventId(),
                event.time(),
                content.type(),
                event.revision(),
                content.payload(),
                event.metadata());
    }

    private static TrackingToken token(StoredEvent event) {
        return new GlobalSequenceTrackingToken(event.position());
    }

    /** In the form that Axon's upcasters begin with. */
    DomainEventData<byte[]> data(StoredEvent event) {
        Content content = content(event);
        return entry(event, content.type(), content.payload());
    }

    /** With a payload that is not the stored one. The time is given as text: Axon would truncate an instant to milliseconds. */
    static DomainEventData<byte[]> entry(StoredEvent event, String type, byte[] payload) {
        return new GenericDomainEventEntry<>(
                event.streamType(),
                event.streamId(),
                event.sequenceNumber(),
                event.eventId(),
                event.time().toString(),
                type,
                event.revision(),
                payload,
                event.metadata());
    }
}
