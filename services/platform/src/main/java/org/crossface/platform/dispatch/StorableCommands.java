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
 * Converts the values of every command and of its metadata to a form that can be stored, shown and replayed, before any rule is evaluated.
 * It is an interceptor of the command bus, so that no command avoids it.
 *
 * <p>Commands of the service itself follow from stored events: in them a value of an earlier release is replaced by a storable one, since a
 * refusal would block the work of that patient for ever.
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
