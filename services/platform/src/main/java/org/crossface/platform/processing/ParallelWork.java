package org.crossface.platform.processing;

/**
 * How work on all events is divided.
 *
 * @param segments parts, each with its share of the sequences; a node that is alone works at all of them at once
 * @param batch events in one transaction
 */
public record ParallelWork(int segments, int batch) {}
