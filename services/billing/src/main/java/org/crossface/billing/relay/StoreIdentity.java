package org.crossface.billing.relay;

/** Identifies the event store. */
@FunctionalInterface
public interface StoreIdentity {

    /** Created once with the database and restored with it; another database has another identity. */
    String id();
}
