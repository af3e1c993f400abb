package org.crossface.platform.processing;

/**
 * How many events a processor handles in one transaction at most, when so many are there; a bean of the module whose processor it is.
 *
 * @param processor its name
 */
public record BatchSize(String processor, int events) {}
