package org.crossface.platform.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.crossface.platform.api.Metadata;

/** Copies actor and purpose from a command to its events, and from an event to the commands that it causes. */
public final class EnvelopeMetadata implements CorrelationDataProvider {

    private static final List<String> COPIED = List.of(
            Metadata.ACTOR,
            Metadata.ROLE,
            Metadata.ORGANISATION,
            Metadata.ON_BEHALF_OF,
            Metadata.SOURCE,
            Metadata.PURPOSE,
            Metadata.REQUEST);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> data = new HashMap<>();
        COPIED.forEach(key -> {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                data.put(key, value);
            }
        });
        data.put(
                Metadata.CORRELATION,
                message.getMetaData().getOrDefault(Metadata.CORRELATION, message.getIdentifier()));
        data.put(
                Metadata.CAUSATION,
                message instanceof EventMessage<?>
                        ? message.getIdentifier()
                        : message.getMetaData().getOrDefault(Metadata.CAUSATION, message.getIdentifier()));
        return data;
    }

    /** The envelope's content as metadata of the command. */
    static Map<String, Object> of(Envelope envelope) {
        Map<String, Object> data = new HashMap<>();
        data.put(Metadata.ACTOR, envelope.actor());
        data.put(Metadata.ROLE, envelope.role().name());
        data.put(Metadata.ORGANISATION, envelope.organisation());
        data.put(Metadata.SOURCE, envelope.source());
        data.put(Metadata.PURPOSE, envelope.purpose());
        data.put(Metadata.REQUEST, envelope.request());
        if (envelope.onBehalfOf() != null) {
            data.put(Metadata.ON_BEHALF_OF, envelope.onBehalfOf());
        }
        String correlation = envelope.correlation();
        data.put(Metadata.CORRELATION, correlation == null ? envelope.request() : correlation);
        String causation = envelope.causation();
        data.put(Metadata.CAUSATION, causation == null ? envelope.request() : causation);
        return data;
    }
}
