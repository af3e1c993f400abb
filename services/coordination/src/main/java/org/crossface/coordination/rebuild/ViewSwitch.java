package org.crossface.coordination.rebuild;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.crossface.coordination.rebuild.ViewBuild.State;
import org.crossface.coordination.views.Bundle;
import org.crossface.coordination.views.ViewPlace;
import org.crossface.platform.processing.DeadLetters;
import org.crossface.platform.schema.PostgresEndpoint;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Replaces the serving views by a build. It renames schemas in one transaction, so every statement reads either the old or the new views.
 */
final class ViewSwitch {

    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final PostgresEndpoint endpoint;
    private final FailPoint failPoint;

    /**
     * The switch.
     *
     * @param endpoint for the database role that owns the schemas
     * @param failPoint for drills
     */
    ViewSwitch(PostgresEndpoint endpoint, FailPoint failPoint) {
        this.endpoint = endpoint;
        this.failPoint = failPoint;
    }

    /**
     * Replaces the serving views by the build, once it holds all their events. The event processor of the bundle is paused meanwhile;
     * queries are not. Afterwards the processor handles again the events that the build had handled ahead of it, and subscribers are
     * notified. {@link BuildTables#tidy} drops the replaced schemas.
     *
     * @return whether it did
     */
    boolean switchTo(ViewBuild build, Bundle bundle) {
        boolean done = OwnersWork.transact(endpoint, owner -> {
            OwnersWork.fence(owner, bundle.processor()).close();
            JdbcClient client = JdbcClient.create(owner);
            BuildProgress progress = new BuildProgress(client);
            // Another node may have switched meanwhile. Then the tokens of the build no longer advance.
            if (!ViewBuilds.isUnderWay(client, build.number())) {
                return false;
            }
            if (!catchesUp(progress, build, progress.furthest(bundle.processor(), noted(client, bundle)))) {
                return false;
            }
            OwnersWork.fence(owner, build.processor()).close();
            long position = progress.position(build.processor());
            if (!ViewBuilds.end(owner, build, State.SERVING, "crossface")) {
                return false;
            }
            replace(owner, build);
            replaceLetters(OwnersWork.letters(owner), build, bundle);
            owner.update(
                    "UPDATE views.build SET done = ?, total = greatest(total, ?) WHERE build = ?",
                    Math.max(0, position),
                    position,
                    build.number());
            failPoint.passed(FailPoint.Step.RENAMED);
            return true;
        });
        if (done) {
            failPoint.passed(FailPoint.Step.COMMITTED);
        }
        return done;
    }

    private static void replace(JdbcTemplate owner, ViewBuild build) {
        owner.execute(BuildTables.SOON);
        for (String view : build.views()) {
            owner.execute(ViewSchema.drop(view, ViewPlace.FORMER));
            owner.execute(ViewSchema.move(view, ViewPlace.SERVING, ViewPlace.FORMER));
            owner.execute(ViewSchema.move(view, ViewPlace.NEXT, ViewPlace.SERVING));
        }
        owner.update(
                "INSERT INTO views.serving AS s (view, bundle, revision)"
                        + " SELECT n.view, b.bundle, n.revision FROM views.build b, unnest(b.views, b.revisions) AS n (view, revision)"
                        + " WHERE b.build = ?"
                        + " ON CONFLICT (view) DO UPDATE"
                        + " SET bundle = EXCLUDED.bundle, revision = EXCLUDED.revision, since = EXCLUDED.since",
                build.number());
    }

    /** Dead letters of the replaced views are obsolete. Those of the other views of the bundle are kept. */
    private static void replaceLetters(DeadLetters letters, ViewBuild build, Bundle bundle) {
        if (build.views().containsAll(bundle.names())) {
            letters.takeOver(build.processor(), bundle.processor(), "crossface");
        } else {
            letters.join(build.processor(), bundle.processor(), "crossface");
        }
    }

    private static long noted(JdbcClient client, Bundle bundle) {
        return client.sql("SELECT coalesce(max(position), -1) FROM views.progress WHERE bundle = ?")
                .param(bundle.name())
                .query(Long.class)
                .single();
    }

    /** The processor of the bundle is paused, so few events remain. After a timeout it resumes, and the switch is tried again. */
    private static boolean catchesUp(BuildProgress progress, ViewBuild build, long serving) {
        long end = System.nanoTime() + LONGEST_STANDSTILL.toNanos();
        while (progress.position(build.processor()) < serving) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }
}
