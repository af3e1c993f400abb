package org.crossface.platform.dispatch;

import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.crossface.platform.dispatch.Answering.Answer;

/** Sends commands over Axon's command bus, on which {@link Answering} is installed. */
public final class AxonCommandDispatch implements CommandDispatch {

    private final CommandGateway gateway;

    /** @param gateway retries conflicts, see {@link ConflictRetry} */
    public AxonCommandDispatch(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Receipt send(Object command, Envelope envelope) {
        MetaData metadata = MetaData.from(EnvelopeMetadata.of(envelope))
                .mergedWith(envelope.notes())
                .mergedWith(Map.of(Answering.ENVELOPE, envelope));
        Answer answer = gateway.sendAndWait(new GenericCommandMessage<>(command, metadata));
        if (answer == null) {
            throw new IllegalStateException("The command bus does not answer with receipts");
        }
        return answer.receipt();
    }
}
