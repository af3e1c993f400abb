package org.crossface.platform.eventstore;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;

/**
 * Makes every event handler throw at an event that cannot be read. Without it, Axon skips an event of an unknown name silently, whether or
 * not the handler would have needed it. With it, the event becomes a dead letter with the later ones of its sequence, where operators see
 * it.
 */
public final class RefusingUndecodable implements HandlerEnhancerDefinition {

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.canHandleMessageType(EventMessage.class) ? new Refusing<>(original) : original;
    }

    private static final class Refusing<T> extends WrappedMessageHandlingMember<T> {

        private Refusing(MessageHandlingMember<T> original) {
            super(original);
        }

        @Override
        public boolean canHandle(Message<?> message) {
            return message.getPayloadType() == Undecodable.class || super.canHandle(message);
        }

        @Override
        public boolean canHandleType(Class<?> payloadType) {
            return payloadType == Undecodable.class || super.canHandleType(payloadType);
        }

        @Override
        public Object handle(Message<?> message, T target) throws Exception {
            if (message.getPayload() instanceof Undecodable event) {
                throw new UndecodableEvent(event);
            }
            return super.handle(message, target);
        }
    }
}
