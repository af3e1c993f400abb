package org.crossface.pathway.followup;

import org.crossface.pathway.correspondence.MessageKind;

/**
 * A message that Crossface sends for a timer by itself.
 *
 * @param when {@code DUE} or {@code OVERDUE}: the moment of the task at which it is sent
 */
public record Notice(MessageKind message, Status when) {}
