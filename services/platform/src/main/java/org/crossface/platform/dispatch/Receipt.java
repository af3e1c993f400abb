package org.crossface.platform.dispatch;

/**
 * The result of a command.
 *
 * @param position global position of the last event that the command appended; when it appended none, a position at which everything that
 *     the decision was based on is visible
 * @param sequenceNumber of the last event of the stream, which is its version; -1 when the stream has no event
 * @param streamId identifier of the aggregate that the command was for
 * @param replayed whether this is the answer of an earlier request with the same idempotency key
 */
public record Receipt(long position, long sequenceNumber, String streamId, boolean replayed) {}
