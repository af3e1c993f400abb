package org.crossface.platform.processing;

/**
 * The division of work on all events.
 *
 * @param segments segments, each with its share of the sequences; a single node works at all of them at once
 * @param batch events in one transaction
 */
public record ParallelWork(int segments, int batch) {}
