package org.crossface.platform.eventstore;

/**
 * The answer to a request that came with an idempotency key, stored together with the events of the request: either both are there or
 * neither is. Its position is that of the last event.
 *
 * @param actor who sent the request; keys of different actors do not meet
 * @param route which operation was asked for
 * @param bodyHash hash of the request's body
 * @param streamId stream that the answer names
 * @param sequenceNumber of the stream's last event after the append
 */
public record KeptAnswer(
        String actor, String key, String route, String bodyHash, String streamId, long sequenceNumber) {}
