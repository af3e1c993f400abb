package org.crossface.billing.relay;

/** Tells one event store from another. */
@FunctionalInterface
public interface StoreIdentity {

    /** Made once with the database and restored with it; another database has another. */
    String id();
}
