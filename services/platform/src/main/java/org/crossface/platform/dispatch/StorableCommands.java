package org.crossface.platform.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.values.StorableRecords;
import org.crossface.platform.api.values.UnstorableValue;

/**
 * Brings every command and what travels beside it into the form in which it can be stored, shown and replayed, before anybody judges it,
 * whichever way it came in. It stands at the command bus, so that there is no way round it.
 *
 * <p>What the service itself commands follows from events that are stored already: there, a value of an earlier release is mended, since a
 * refusal would hold up the work of that patient for ever.
 */
final class StorableCommands implements MessageDispatchInterceptor<CommandMessage<?>> {

    /** @throws UnstorableValue from the returned function, if a value of a person or of another system cannot be kept */
    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> messages) {
        return (index, message) -> storable(message);
    }

    private static CommandMessage<?> storable(CommandMessage<?> message) {
        if (!(message.getPayload() instanceof Record command)) {
            return message;
        }
        boolean own = Role.SYSTEM.name().equals(message.getMetaData().get(Metadata.ROLE));
        Record kept = own ? StorableRecords.mended(command) : StorableRecords.normalised(command);
        Map<String, Object> beside = new HashMap<>(message.getMetaData());
        beside.replaceAll((key, value) -> value instanceof String text ? StorableRecords.normalised(key, text) : value);
        return kept.equals(command) && beside.equals(message.getMetaData())
                ? message
                : new GenericCommandMessage<>(
                        new GenericMessage<>(message.getIdentifier(), kept, beside), message.getCommandName());
    }
}
