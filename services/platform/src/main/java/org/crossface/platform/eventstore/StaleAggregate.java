package org.crossface.platform.eventstore;

import org.axonframework.modelling.command.ConcurrencyException;

/** A command was decided on a cached state that is older than its stream; the command has to be decided again. */
public final class StaleAggregate extends ConcurrencyException {

    private static final long serialVersionUID = 1L;

    public StaleAggregate(String streamId) {
        super("The cached state of " + streamId + " is older than its stream");
    }
}
