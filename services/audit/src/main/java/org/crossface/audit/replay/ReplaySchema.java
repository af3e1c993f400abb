package org.crossface.audit.replay;

import org.crossface.coordination.rebuild.ViewSchema;
import org.crossface.platform.schema.PostgresEndpoint;

/** The schema into which a replay builds the views: created anew each time, by the owner, from the migrations of the serving schema. */
final class ReplaySchema {

    /** Its name. */
    static final String NAME = "coordination_replay";

    private ReplaySchema() {}

    /**
     * Empty tables as the serving schema has them.
     *
     * @throws IllegalStateException if the owner cannot make them
     */
    static void create(PostgresEndpoint endpoint) {
        ViewSchema.create(endpoint, NAME);
    }
}
