package org.crossface.platform.eventstore;

import java.time.Duration;

/**
 * What the group appender has done since its start, and the state of its queue.
 *
 * @param transactions that were committed
 * @param units of work that were appended
 * @param events that were appended
 * @param refused units of work that found the queue full or the node stopping
 * @param alone units of work that were appended again alone because a unit of their group failed
 * @param waiting units of work in the queue
 * @param oldest how long the first of the queue has waited
 */
public record AppendFigures(
        long transactions, long units, long events, long refused, long alone, int waiting, Duration oldest) {}
