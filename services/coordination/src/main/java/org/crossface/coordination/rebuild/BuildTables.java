package org.crossface.coordination.rebuild;

import java.sql.SQLException;
import org.crossface.coordination.rebuild.ViewBuild.State;
import org.crossface.coordination.views.Bundle;
import org.crossface.coordination.views.ViewPlace;
import org.crossface.platform.schema.PostgresEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Creates and drops the tables of builds: created when a build starts, dropped when it is cancelled or when no transaction reads the views
 * that it replaced.
 */
final class BuildTables {

    /** A long query (a backup, say) may still use the replaced schema. Give up after 200 ms and drop it later. */
    static final String SOON = "SET LOCAL lock_timeout = '200ms'";

    /** SQLSTATE of a lock timeout. */
    private static final String LOCKED = "55P03";

    private static final Logger log = LoggerFactory.getLogger(BuildTables.class);

    private final JdbcClient jdbc;
    private final PostgresEndpoint endpoint;

    /** @param endpoint for the database role that owns the schemas */
    BuildTables(JdbcClient jdbc, PostgresEndpoint endpoint) {
        this.jdbc = jdbc;
        this.endpoint = endpoint;
    }

    /**
     * Creates the tables of a build. Several nodes may call it; the first creates them. After the end of the build it creates none, since
     * the tables of that name may belong to the next build.
     *
     * @param segments number of segments, used if this node is the first
     * @return the number of segments of the build
     */
    int prepare(ViewBuild build, int segments) {
        OwnersWork.transact(endpoint, owner -> {
            OwnersWork.fence(owner, build.processor()).close();
            boolean due = Boolean.TRUE.equals(owner.queryForObject(
                    "SELECT state = 'BUILDING' AND NOT prepared FROM views.build WHERE build = ?",
                    Boolean.class,
                    build.number()));
            if (due) {
                build.views().forEach(view -> ViewSchema.create(endpoint, view, ViewPlace.NEXT));
                owner.update(
                        "UPDATE views.build SET prepared = true, segments = ? WHERE build = ?",
                        segments,
                        build.number());
            }
            return due;
        });
        return jdbc.sql("SELECT coalesce(segments, ?) FROM views.build WHERE build = ?")
                .params(segments, build.number())
                .query(Integer.class)
                .single();
    }

    /**
     * Cancels a build and drops its tables.
     *
     * @return whether it was under way
     */
    boolean discard(ViewBuild build, String actor) {
        boolean discarded = OwnersWork.transact(endpoint, owner -> {
            OwnersWork.fence(owner, build.processor()).close();
            boolean ended = ViewBuilds.end(owner, build, State.CANCELLED, actor);
            if (ended) {
                build.views().forEach(view -> owner.execute(ViewSchema.drop(view, ViewPlace.NEXT)));
                OwnersWork.letters(owner).clear(build.processor(), actor);
            }
            return ended;
        });
        if (discarded) {
            forgetTokens(build.number());
        }
        return discarded;
    }

    /**
     * Deletes the tokens of a build's processor after the build has ended. Do not call it while the batch fence is closed: a batch that
     * waits at the fence holds the lock of its token, which would be a deadlock.
     */
    void forgetTokens(long number) {
        jdbc.sql("DELETE FROM processing.token_entry WHERE processor_name = ?")
                .param(ViewBuild.processor(number))
                .update();
    }

    /**
     * Drops the replaced views of a bundle, once no transaction reads them, and deletes the tokens of its ended builds.
     *
     * @return false if a transaction, such as a long backup, still reads them; try again later
     */
    boolean tidy(Bundle bundle) {
        try {
            return OwnersWork.transact(endpoint, owner -> {
                owner.execute(SOON);
                bundle.names().forEach(view -> owner.execute(ViewSchema.drop(view, ViewPlace.FORMER)));
                owner.update(
                        "DELETE FROM processing.token_entry t USING views.build b"
                                + " WHERE t.processor_name = ? || b.build AND b.state <> 'BUILDING' AND b.bundle = ?",
                        ViewBuild.PROCESSOR,
                        bundle.name());
                return true;
            });
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException refused && LOCKED.equals(refused.getSQLState())) {
                log.debug("The views that were replaced are still read", e);
                return false;
            }
            throw e;
        }
    }
}
