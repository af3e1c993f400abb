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

/** The tables of builds: made when a build begins, removed when it is given up or when the views that it replaced are no longer read. */
final class BuildTables {

    /** A long query (a backup, say) may still use the replaced schema. Give up after 200 ms and drop it later. */
    static final String SOON = "SET LOCAL lock_timeout = '200ms'";

    /** SQLSTATE of a lock that was not to be had in time. */
    private static final String LOCKED = "55P03";

    private static final Logger log = LoggerFactory.getLogger(BuildTables.class);

    private final JdbcClient jdbc;
    private final PostgresEndpoint endpoint;

    /** @param endpoint for the owner, who makes and drops schemas */
    BuildTables(JdbcClient jdbc, PostgresEndpoint endpoint) {
        this.jdbc = jdbc;
        this.endpoint = endpoint;
    }

    /**
     * Makes the tables of a build; several nodes may ask, one does it. A node that asks when the build has ended gets none: by then they may
     * be those of the next one.
     *
     * @param segments into how many parts the build is divided, if this node is the one
     * @return into how many it is divided
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
     * Ends a build of which nothing shall be left.
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
     * Forgets the tokens of a build's processor after the build has ended. Not while the fence is closed: a batch that waits at it holds
     * its token, so each would wait for the other.
     */
    void forgetTokens(long number) {
        jdbc.sql("DELETE FROM processing.token_entry WHERE processor_name = ?")
                .param(ViewBuild.processor(number))
                .update();
    }

    /**
     * Removes the views of a bundle that were replaced, once their last readers have finished, and the tokens of its builds
     * that have ended.
     *
     * @return false if somebody still reads them, as a backup does for long; then it has to be tried again
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
