package org.crossface.platform.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * In place of an event that this version cannot read: its name is unknown, no upcaster leads to the current revision, or its content is
 * broken. Handlers never mistake it for that event; see {@link UndecodableEvent}.
 *
 * @param type the name under which the event is stored
 * @param reason why it cannot be read, without any of its content
 */
public record Undecodable(String type, @Nullable String revision, String reason) {}
