package org.crossface.platform.eventstore;

import org.axonframework.modelling.command.ConcurrencyException;

/** A command was decided on a remembered state that the stream has left behind; to be decided again on the stream as it is. */
public final class StaleAggregate extends ConcurrencyException {

    private static final long serialVersionUID = 1L;

    public StaleAggregate(String streamId) {
        super("The remembered state of " + streamId + " is older than its stream");
    }
}
