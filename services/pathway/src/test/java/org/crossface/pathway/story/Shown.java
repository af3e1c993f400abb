package org.crossface.pathway.story;

/**
 * What can be read after a step of a story.
 *
 * @param where {@code pathway} for the published state, or the name of a fact, of which the last one is meant
 * @param field in it, with slashes between levels, such as {@code graft/status}
 * @param value as text; {@code -} when there is none
 */
public record Shown(String where, String field, String value) {}
