package org.crossface.platform.processing;

/**
 * The most events that a processor handles in one transaction, if so many are waiting; a bean of the processor's module.
 *
 * @param processor its name
 */
public record BatchSize(String processor, int events) {}
