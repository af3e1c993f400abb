package org.crossface.platform.eventstore;

/**
 * The answer to a request that came with an idempotency key, stored together with the events of the request: either both exist or neither.
 * Its position is that of the last event.
 *
 * @param actor the user or automation that sent the request; keys of different actors are independent
 * @param route the requested operation
 * @param bodyHash hash of the request's body
 * @param streamId stream named in the answer
 * @param sequenceNumber of the stream's last event after the append
 */
public record KeptAnswer(
        String actor, String key, String route, String bodyHash, String streamId, long sequenceNumber) {}
