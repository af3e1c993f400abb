package org.crossface.billing.relay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializationException;
import org.crossface.billing.account.AccountState;
import org.crossface.billing.account.BillingAccount;
import org.crossface.billing.account.BillingEvent;
import org.crossface.billing.account.Charge;
import org.crossface.billing.account.ChargeHeld;
import org.crossface.billing.account.ChargeRaised;
import org.crossface.billing.account.ChargeReleased;
import org.crossface.billing.account.ChargeReversed;
import org.crossface.billing.contract.ChargeMessage;
import org.crossface.billing.contract.ChargesChannel;
import org.crossface.platform.eventstore.Undecodable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the Kafka record of a released or reversed charge: its state in the account's fold at that event, as a CloudEvent. */
final class ChargePublication {

    /** Greatest payload, bytes; the producer refuses a request of more than 1 MiB. */
    private static final int GREATEST = 900_000;

    private static final Set<Class<?>> PUBLISHED = Set.of(ChargeReleased.class, ChargeReversed.class);

    private final EventStore events;
    private final String topic;
    private final ChargeSchemas schemas = new ChargeSchemas();
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion ->
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    /** @param topic of the charges */
    ChargePublication(EventStore events, String topic) {
        this.events = events;
        this.topic = topic;
    }

    /** Whether this event may have to be published; true also for an event of an account that this version cannot read. */
    boolean concerns(DomainEventMessage<?> message) {
        boolean unreadable = message.getPayloadType() == Undecodable.class
                && message.getType().equals(BillingAccount.class.getSimpleName());
        return unreadable || PUBLISHED.contains(message.getPayloadType());
    }

    /**
     * The record of an event.
     *
     * @return empty for a charge that was reversed before it was published
     * @throws UnpublishableCharge if no attempt will publish it
     */
    Optional<ProducerRecord<String, byte[]>> recordOf(DomainEventMessage<?> message) {
        try {
            Account account = accountAt(message);
            return account.message()
                    .map(charge -> KafkaMessageFactory.<String>createWriter(topic, charge.pathwayRef())
                            .writeBinary(cloudEvent(message, charge, account.previous())));
        } catch (SerializationException | JacksonException e) {
            throw new UnpublishableCharge("Cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    private CloudEvent cloudEvent(DomainEventMessage<?> message, ChargeMessage charge, long previous) {
        JsonNode tree = json.valueToTree(charge);
        schemas.require(charge, tree);
        byte[] data = json.writeValueAsBytes(tree);
        if (data.length > GREATEST) {
            throw new UnpublishableCharge("Has " + data.length + " bytes, more than " + GREATEST);
        }
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(message.getIdentifier())
                .withSource(URI.create(ChargesChannel.SOURCE))
                .withType(charge.type())
                .withSubject(charge.pathwayRef())
                .withTime(message.getTimestamp().atOffset(ZoneOffset.UTC))
                .withDataSchema(URI.create(ChargesChannel.SCHEMA_BASE + charge.schema()))
                .withDataContentType("application/json")
                .withData(data)
                .withExtension("partitionkey", charge.pathwayRef())
                .withExtension(ChargesChannel.SEQUENCE, Long.toString(message.getSequenceNumber()));
        return previous < 0
                ? event.build()
                : event.withExtension(ChargesChannel.PREVIOUS_SEQUENCE, Long.toString(previous))
                        .build();
    }

    /**
     * The account at an event.
     *
     * @param message the message for billing
     * @param previous number of the message before it; -1 if there was none
     */
    private record Account(Optional<ChargeMessage> message, long previous) {}

    private Account accountAt(DomainEventMessage<?> message) {
        AccountState state = AccountState.none();
        long previous = -1;
        var stream = events.readEvents(message.getAggregateIdentifier());
        while (stream.hasNext()) {
            DomainEventMessage<?> next = stream.next();
            if (!(next.getPayload() instanceof BillingEvent event)) {
                throw new UnpublishableCharge("Is not in the stream of a billing account");
            }
            state = state.evolve(event);
            if (next.getSequenceNumber() == message.getSequenceNumber()) {
                return new Account(messageOf(event, state), previous);
            }
            previous = isHeard(event, state) ? next.getSequenceNumber() : previous;
        }
        throw new IllegalStateException("Event " + message.getIdentifier() + " is not in its own stream");
    }

    private static boolean isHeard(BillingEvent event, AccountState after) {
        return switch (event) {
            case ChargeReleased released -> true;
            case ChargeReversed reversed ->
                after.charge(reversed.chargeId()).map(Charge::everReleased).orElse(false);
            case ChargeRaised raised -> false;
            case ChargeHeld held -> false;
        };
    }

    private static Optional<ChargeMessage> messageOf(BillingEvent event, AccountState after) {
        if (!isHeard(event, after)) {
            return Optional.empty();
        }
        Charge charge = after.charge(event.chargeId()).orElseThrow();
        return switch (event) {
            case ChargeReleased released -> Optional.of(ContractMapping.released(released, charge));
            case ChargeReversed reversed -> Optional.of(ContractMapping.reversed(reversed, charge));
            case ChargeRaised raised -> Optional.empty();
            case ChargeHeld held -> Optional.empty();
        };
    }
}
