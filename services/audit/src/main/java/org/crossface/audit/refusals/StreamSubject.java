package org.crossface.audit.refusals;

import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.crossface.platform.api.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Whom a stream is about and where, as the metadata of its first event say.
 *
 * @param patientId {@code null} for a stream about no patient, or one that does not exist
 * @param siteId {@code null} when the metadata name none
 */
public record StreamSubject(
        @Nullable String patientId, @Nullable String siteId) {

    /** Of a stream that does not exist. */
    public static final StreamSubject UNKNOWN = new StreamSubject(null, null);

    /** Reads the first event of the stream. */
    public static StreamSubject of(EventStore events, String stream) {
        DomainEventStream facts = events.readEvents(stream);
        if (!facts.hasNext()) {
            return UNKNOWN;
        }
        MetaData metadata = facts.peek().getMetaData();
        return new StreamSubject(text(metadata, Metadata.PATIENT), text(metadata, Metadata.SITE));
    }

    private static @Nullable String text(MetaData metadata, String key) {
        return Optional.ofNullable(metadata.get(key)).map(String::valueOf).orElse(null);
    }

    /**
     * The sites at which an auditor may see a refusal: that of the stream; else the one that the command names, if it is the actor's; else all of the
     * actor's. A command that would have opened a pathway has no stream.
     *
     * @param named as the command names it; empty for none
     * @param ofActor the sites of the actor's scope
     */
    Set<String> sites(String named, Set<String> ofActor) {
        return siteId != null ? Set.of(siteId) : ofActor.contains(named) ? Set.of(named) : ofActor;
    }
}
