package org.crossface.coordination.rebuild;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.crossface.coordination.rebuild.ViewBuild.State;
import org.crossface.platform.processing.BatchFence;
import org.crossface.platform.processing.DeadLetters;
import org.crossface.platform.schema.PostgresEndpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds of the views beside the serving ones: asks for one, says how far it is, cancels it, and puts it in the place of the older views.
 * The serving views are those in the schema {@code coordination}; the switch renames schemas in one transaction, so that every statement
 * of every node reads the one or the other, and none waits.
 */
public final class ViewBuilds {

    /** The schema that is being filled. */
    static final String SCHEMA = "coordination_next";

    private static final String SERVING = "coordination";
    private static final String PROCESSOR = SERVING + "-build-";
    private static final String FORMER = "coordination_former";

    /** A long query (a backup, say) may still use the replaced schema. Give up after 200 ms and drop it later. */
    private static final String SOON = "SET LOCAL lock_timeout = '200ms'";

    /** SQLSTATE of a lock that was not to be had in time. */
    private static final String LOCKED = "55P03";

    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private static final Logger log = LoggerFactory.getLogger(ViewBuilds.class);

    private final JdbcClient jdbc;
    private final PostgresEndpoint endpoint;
    private final FailPoint failPoint;
    private final JsonMapper json = JsonMapper.shared();

    /** @param endpoint for the owner, who makes and renames schemas */
    public ViewBuilds(DataSource dataSource, PostgresEndpoint endpoint) {
        this(dataSource, endpoint, FailPoint.none());
    }

    /**
     * Builds that a drill may stop.
     *
     * @param endpoint for the owner, who makes and renames schemas
     */
    public ViewBuilds(DataSource dataSource, PostgresEndpoint endpoint, FailPoint failPoint) {
        this.jdbc = JdbcClient.create(dataSource);
        this.endpoint = endpoint;
        this.failPoint = failPoint;
    }

    /** A build is under way already. */
    public static final class AlreadyBuilding extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AlreadyBuilding() {
            super("The views are being built already");
        }
    }

    /**
     * Asks for a build; nodes that keep the views begin with it by themselves.
     *
     * @throws AlreadyBuilding if one is under way
     */
    public ViewBuild start(String actor) {
        try {
            Long number = jdbc.sql("INSERT INTO views.build (asked_by) VALUES (?) RETURNING build")
                    .param(actor)
                    .query(Long.class)
                    .single();
            return find(number).orElseThrow();
        } catch (DuplicateKeyException underWay) {
            throw new AlreadyBuilding();
        }
    }

    /** The build that is under way. */
    public Optional<ViewBuild> underWay() {
        return jdbc.sql("SELECT * FROM views.build WHERE state = 'BUILDING'")
                .query(ViewBuilds::build)
                .optional();
    }

    /** The latest builds, newest first. */
    public List<ViewBuild> latest(int most) {
        return jdbc.sql("SELECT * FROM views.build ORDER BY build DESC LIMIT ?")
                .param(most)
                .query(ViewBuilds::build)
                .list();
    }

    /** The build with this number. */
    public Optional<ViewBuild> find(long number) {
        return jdbc.sql("SELECT * FROM views.build WHERE build = ?")
                .param(number)
                .query(ViewBuilds::build)
                .optional();
    }

    /**
     * Gives up a build: nothing is left of it, and the serving views go on.
     *
     * @return whether it was under way
     */
    public boolean cancel(long number, String actor) {
        boolean cancelled = asOwner(owner -> {
            fence(owner, processor(number)).close();
            int ended = end(owner, number, State.CANCELLED, actor);
            if (ended == 1) {
                owner.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
                forgetWorkers(owner, number);
                letters(owner).clear(processor(number), actor);
            }
            return ended == 1;
        });
        if (cancelled) {
            forgetPlaces(number);
        }
        return cancelled;
    }

    /**
     * Makes the tables of a build; several nodes may ask, one does it. A node that asks when the build has ended gets none: by then they may
     * be those of the next one.
     *
     * @param segments into how many parts the build is divided, if this node is the one
     * @return into how many it is divided
     */
    int prepare(ViewBuild build, int segments) {
        asOwner(owner -> {
            fence(owner, build.processor()).close();
            boolean due = Boolean.TRUE.equals(owner.queryForObject(
                    "SELECT state = 'BUILDING' AND NOT prepared FROM views.build WHERE build = ?",
                    Boolean.class,
                    build.number()));
            if (due) {
                ViewSchema.create(endpoint, SCHEMA);
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
     * Says that a node takes part, unless the build has ended.
     *
     * @return how many do
     */
    int takePart(ViewBuild build, String node) {
        jdbc.sql("INSERT INTO views.worker (build, node, seen_at)"
                        + " SELECT build, ?, clock_timestamp() FROM views.build WHERE build = ? AND state = 'BUILDING' FOR SHARE"
                        + " ON CONFLICT (build, node) DO UPDATE SET seen_at = EXCLUDED.seen_at")
                .params(node, build.number())
                .update();
        return jdbc.sql(
                        "SELECT count(*) FROM views.worker WHERE build = ? AND seen_at > clock_timestamp() - interval '10 s'")
                .param(build.number())
                .query(Integer.class)
                .single();
    }

    /** Notes how far a build is; its rate is that of the last seconds, since it comes along in large steps. */
    void measure(ViewBuild build, long horizon) {
        long done = Math.max(0, position(jdbc, build.processor()));
        jdbc.sql("""
                        WITH seen AS (
                          SELECT build, greatest(0, :done - done)
                                        / greatest(0.001, extract(epoch FROM clock_timestamp() - measured_at)) AS rate
                            FROM views.build WHERE build = :build)
                        UPDATE views.build b SET total = :total, measured_at = clock_timestamp(), done = :done,
                               rate = CASE WHEN b.rate > 0 THEN 0.7 * b.rate + 0.3 * seen.rate ELSE seen.rate END
                          FROM seen
                         WHERE b.build = seen.build AND b.state = 'BUILDING'
                               AND b.measured_at < clock_timestamp() - interval '0.8 s'""")
                .param("done", done)
                .param("total", horizon)
                .param("build", build.number())
                .update();
    }

    /** Position up to which every segment of a build holds every event; -1 before it has begun. */
    private long position(JdbcClient client, String processor) {
        return positions(client, processor).stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(-1);
    }

    private List<Long> positions(JdbcClient client, String processor) {
        return client.sql("SELECT token FROM processing.token_entry WHERE processor_name = ?")
                .param(processor)
                .query((rs, n) -> positionOf(rs.getBytes(1)))
                .list();
    }

    private long positionOf(byte @Nullable [] token) {
        return token == null ? -1 : json.readTree(token).path("globalIndex").asLong(-1);
    }

    /**
     * Puts the build in the place of the serving views when it holds all that they hold. Their writers stand still for that moment;
     * readers do not. What is of no use any more is left to {@link #tidy()}.
     *
     * @return whether it did
     */
    boolean switchTo(ViewBuild build) {
        boolean done = asOwner(owner -> {
            fence(owner, SERVING).close();
            JdbcClient client = JdbcClient.create(owner);
            // Another node may have switched while this one waited; nobody should wait then for what cannot come.
            if (!isUnderWay(client, build.number())) {
                return false;
            }
            if (!catchesUp(client, build, servingReader(client))) {
                return false;
            }
            fence(owner, build.processor()).close();
            long position = position(client, build.processor());
            if (end(owner, build.number(), State.SERVING, "crossface") == 0) {
                return false;
            }
            owner.update(
                    "INSERT INTO " + SCHEMA + ".progress (view, position) VALUES ('all', ?)"
                            + " ON CONFLICT (view) DO UPDATE SET position = EXCLUDED.position",
                    position);
            owner.execute(SOON);
            owner.execute("DROP SCHEMA IF EXISTS " + FORMER + " CASCADE");
            owner.execute("ALTER SCHEMA " + SERVING + " RENAME TO " + FORMER);
            owner.execute("ALTER SCHEMA " + SCHEMA + " RENAME TO " + SERVING);
            // The letters of the views that go are obsolete; those that the build has set aside are the ones to deal
            // with.
            letters(owner).takeOver(build.processor(), SERVING, "crossface");
            forgetWorkers(owner, build.number());
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

    /** Up to where the serving views hold events, or have set them aside: the letters of what the build does not know must not go. */
    private long servingReader(JdbcClient client) {
        long furthest = client.sql("SELECT coalesce(max(position), -1) FROM " + SERVING + ".progress")
                .query(Long.class)
                .single();
        for (long position : positions(client, SERVING)) {
            furthest = Math.max(furthest, position);
        }
        return furthest;
    }

    /** The writers of the serving views stand still, so what is left is little; if not, they go on and it is tried again. */
    private boolean catchesUp(JdbcClient client, ViewBuild build, long serving) {
        long end = System.nanoTime() + LONGEST_STANDSTILL.toNanos();
        while (position(client, build.processor()) < serving) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }

    /**
     * Forgets where the processor of a build was, after the build has ended. Not while the fence is closed: a batch that waits at it holds
     * its place, so each would wait for the other.
     */
    void forgetPlaces(long number) {
        jdbc.sql("DELETE FROM processing.token_entry WHERE processor_name = ?")
                .param(processor(number))
                .update();
    }

    /** @throws BuildEnded if the build has been cancelled or serves already */
    void requireUnderWay(long number) {
        if (!isUnderWay(jdbc, number)) {
            throw new BuildEnded(number);
        }
    }

    private static boolean isUnderWay(JdbcClient client, long number) {
        return client.sql("SELECT state = 'BUILDING' FROM views.build WHERE build = ?")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    /** A writer came too late: its build has ended. */
    static final class BuildEnded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private BuildEnded(long number) {
            super("Build " + number + " of the views has ended");
        }
    }

    /**
     * Removes the views that were replaced, once their last readers have finished, and the places of builds that have ended.
     *
     * @return false if somebody still reads them, as a backup does for long; then it has to be tried again
     */
    boolean tidy() {
        try {
            return asOwner(owner -> {
                owner.execute(SOON);
                owner.execute("DROP SCHEMA IF EXISTS " + FORMER + " CASCADE");
                owner.update(
                        "DELETE FROM processing.token_entry t USING views.build b"
                                + " WHERE t.processor_name = ? || b.build AND b.state <> 'BUILDING'",
                        PROCESSOR);
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

    private static int end(JdbcTemplate owner, long number, State state, String actor) {
        return owner.update(
                "UPDATE views.build SET state = ?, ended_at = clock_timestamp(), ended_by = ?, rate = 0"
                        + " WHERE build = ? AND state = 'BUILDING'",
                state.name(),
                actor,
                number);
    }

    private static void forgetWorkers(JdbcTemplate owner, long number) {
        owner.update("DELETE FROM views.worker WHERE build = ?", number);
    }

    private static DeadLetters letters(JdbcTemplate owner) {
        return new DeadLetters(JdbcClient.create(owner), TransactionOperations.withoutTransaction());
    }

    private static BatchFence fence(JdbcTemplate owner, String processor) {
        return BatchFence.of(JdbcClient.create(owner), processor);
    }

    /** Name of the event processor of a build. */
    static String processor(long number) {
        return PROCESSOR + number;
    }

    /** Work of the owner. */
    @FunctionalInterface
    private interface OwnersWork {

        boolean in(JdbcTemplate owner);
    }

    private boolean asOwner(OwnersWork work) {
        try (Connection connection = ViewSchema.owner(endpoint)) {
            connection.setAutoCommit(false);
            boolean result = work.in(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("The owner of the views cannot do this: " + e.getMessage(), e);
        }
    }

    private static ViewBuild build(ResultSet rs, int number) throws SQLException {
        return new ViewBuild(
                rs.getLong("build"),
                State.valueOf(rs.getString("state")),
                rs.getString("asked_by"),
                instant(rs.getTimestamp("asked_at")),
                rs.getTimestamp("ended_at") == null ? null : instant(rs.getTimestamp("ended_at")),
                rs.getString("ended_by"),
                rs.getLong("done"),
                rs.getLong("total"),
                rs.getDouble("rate"));
    }

    private static Instant instant(Timestamp time) {
        return time.toInstant();
    }
}
