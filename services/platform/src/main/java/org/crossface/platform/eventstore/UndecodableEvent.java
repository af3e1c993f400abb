package org.crossface.platform.eventstore;

/** An event that this version cannot read reached a handler. The message names the stored type and the reason, and no content. */
public final class UndecodableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For the event that this stands for. */
    public UndecodableEvent(Undecodable event) {
        super(event.type() + (event.revision() == null ? "" : " revision " + event.revision()) + ": " + event.reason());
    }
}
