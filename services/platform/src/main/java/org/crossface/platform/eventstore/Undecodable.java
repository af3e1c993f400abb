package org.crossface.platform.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * Stands for an event that this version cannot read: its name is not known, no upcaster leads to the current revision, or its content is
 * broken. No handler takes it for the event that it stands for; see {@link UndecodableEvent}.
 *
 * @param type the name under which the event is stored
 * @param reason why it cannot be read, without any of its content
 */
public record Undecodable(String type, @Nullable String revision, String reason) {}
