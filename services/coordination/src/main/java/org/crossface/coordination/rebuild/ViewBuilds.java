package org.crossface.coordination.rebuild;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.crossface.coordination.rebuild.ViewBuild.State;
import org.crossface.coordination.views.Bundle;
import org.crossface.coordination.views.View;
import org.crossface.platform.schema.PostgresEndpoint;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Starts, lists and cancels builds, and lists the serving revisions. A bundle has at most one build under way. {@link BuildTables} creates
 * and drops their tables. {@link BuildProgress} records their progress. {@link ViewSwitch} replaces the serving views by a build.
 */
public final class ViewBuilds {

    private static final String BUILD = "SELECT * FROM views.build ";

    private final JdbcClient jdbc;
    private final BuildTables tables;

    /** @param endpoint for the database role that owns the schemas */
    public ViewBuilds(DataSource dataSource, PostgresEndpoint endpoint) {
        this.jdbc = JdbcClient.create(dataSource);
        this.tables = new BuildTables(jdbc, endpoint);
    }

    /** A build of the bundle is under way already. */
    public static final class AlreadyBuilding extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AlreadyBuilding(String bundle) {
            super("Views of the bundle " + bundle + " are being built already");
        }
    }

    /**
     * Requests a build of these views of one bundle. Nodes with the projection role pick it up.
     *
     * @param views of the bundle; at least one
     * @throws AlreadyBuilding if a build of the bundle is under way
     */
    public ViewBuild start(Bundle bundle, List<View> views, String actor) {
        if (views.isEmpty() || !bundle.views().containsAll(views)) {
            throw new IllegalArgumentException("Not views of the bundle " + bundle.name() + ": " + views);
        }
        try {
            Long number = jdbc.sql("INSERT INTO views.build (bundle, views, revisions, asked_by)"
                            + " VALUES (?, ?, ?, ?) RETURNING build")
                    .params(bundle.name(), names(views), revisions(views), actor)
                    .query(Long.class)
                    .single();
            return find(number).orElseThrow();
        } catch (DuplicateKeyException underWay) {
            throw new AlreadyBuilding(bundle.name());
        }
    }

    /** Requests a build of all views of one bundle. */
    public ViewBuild start(Bundle bundle, String actor) {
        return start(bundle, bundle.views(), actor);
    }

    /**
     * Requests a build of the obsolete views: those that serve in an earlier revision than this node has, those that do not serve yet, and
     * those that came from another bundle, whose position may differ. A build that an earlier release started is cancelled first, since its
     * rows would be obsolete.
     *
     * @return the build; empty if there is nothing to build, or another node has requested it
     */
    Optional<ViewBuild> startObsolete(Bundle bundle) {
        List<View> obsolete = obsolete(bundle);
        if (obsolete.isEmpty()) {
            return Optional.empty();
        }
        Optional<ViewBuild> underWay = underWay(bundle);
        if (underWay.isPresent()) {
            if (!builtByEarlierRelease(underWay.get(), bundle)) {
                return Optional.empty();
            }
            cancel(underWay.get().number(), "crossface");
        }
        try {
            return Optional.of(start(bundle, obsolete, "crossface"));
        } catch (AlreadyBuilding otherNode) {
            return Optional.empty();
        }
    }

    /** An empty bundle has no obsolete rows: this release fills it. */
    private List<View> obsolete(Bundle bundle) {
        List<String> found = jdbc.sql("""
                        SELECT mine.view FROM unnest(?::text[], ?::int[]) AS mine (view, revision)
                          LEFT JOIN views.serving s USING (view)
                         WHERE (s.view IS NULL OR s.revision < mine.revision OR s.bundle <> ?)
                           AND EXISTS (SELECT FROM views.progress p WHERE p.bundle = ?)""")
                .params(names(bundle.views()), revisions(bundle.views()), bundle.name(), bundle.name())
                .query(String.class)
                .list();
        return bundle.views().stream()
                .filter(view -> found.contains(view.name()))
                .toList();
    }

    private boolean builtByEarlierRelease(ViewBuild build, Bundle bundle) {
        return compare(build, bundle, "<");
    }

    /** Whether this node has the same views and revisions as the build, so that it may take part. */
    boolean mayTakePart(ViewBuild build, Bundle bundle) {
        return !compare(build, bundle, "IS DISTINCT FROM");
    }

    private boolean compare(ViewBuild build, Bundle bundle, String how) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM views.build b, unnest(b.views, b.revisions) AS built (view, revision)"
                                + " LEFT JOIN unnest(?::text[], ?::int[]) AS mine (view, revision) USING (view)"
                                + " WHERE b.build = ? AND built.revision " + how + " mine.revision)")
                .params(names(bundle.views()), revisions(bundle.views()), build.number())
                .query(Boolean.class)
                .single();
    }

    private static String[] names(List<View> views) {
        return views.stream().map(View::name).toArray(String[]::new);
    }

    private static Integer[] revisions(List<View> views) {
        return views.stream().map(View::revision).toArray(Integer[]::new);
    }

    /** The serving views, by bundle. A view is absent before its first event. */
    public List<ServedView> served() {
        return jdbc.sql("""
                        SELECT s.view, s.bundle, s.revision, s.since, coalesce(p.position, -1) AS position
                          FROM views.serving s LEFT JOIN views.progress p USING (bundle) ORDER BY s.bundle, s.view""")
                .query((rs, number) -> new ServedView(
                        rs.getString("view"),
                        rs.getString("bundle"),
                        rs.getInt("revision"),
                        instant(rs.getTimestamp("since")),
                        rs.getLong("position")))
                .list();
    }

    /** The builds that are under way, at most one of each bundle. */
    public List<ViewBuild> underWay() {
        return jdbc.sql(BUILD + "WHERE state = 'BUILDING' ORDER BY build")
                .query(ViewBuilds::build)
                .list();
    }

    /** The build of this bundle that is under way. */
    public Optional<ViewBuild> underWay(Bundle bundle) {
        return underWay().stream()
                .filter(build -> build.bundle().equals(bundle.name()))
                .findFirst();
    }

    /** The latest builds, newest first. */
    public List<ViewBuild> latest(int most) {
        return jdbc.sql(BUILD + "ORDER BY build DESC LIMIT ?")
                .param(most)
                .query(ViewBuilds::build)
                .list();
    }

    /** The build with this number. */
    public Optional<ViewBuild> find(long number) {
        return jdbc.sql(BUILD + "WHERE build = ?")
                .param(number)
                .query(ViewBuilds::build)
                .optional();
    }

    /**
     * Cancels a build and drops its tables; the serving views stay.
     *
     * @return whether it was under way
     */
    public boolean cancel(long number, String actor) {
        return find(number).map(build -> tables.discard(build, actor)).orElse(false);
    }

    /** @throws BuildEnded if the build has been cancelled or serves already */
    void requireUnderWay(long number) {
        if (!isUnderWay(jdbc, number)) {
            throw new BuildEnded(number);
        }
    }

    static boolean isUnderWay(JdbcClient client, long number) {
        return client.sql("SELECT state = 'BUILDING' FROM views.build WHERE build = ?")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    /** The build has ended. */
    static final class BuildEnded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private BuildEnded(long number) {
            super("Build " + number + " of the views has ended");
        }
    }

    /**
     * Ends a build and removes its nodes.
     *
     * @return whether it was under way
     */
    static boolean end(JdbcTemplate owner, ViewBuild build, State state, String actor) {
        int ended = owner.update(
                "UPDATE views.build SET state = ?, ended_at = clock_timestamp(), ended_by = ?, rate = 0"
                        + " WHERE build = ? AND state = 'BUILDING'",
                state.name(),
                actor,
                build.number());
        owner.update("DELETE FROM views.worker WHERE build = ?", build.number());
        return ended == 1;
    }

    private static ViewBuild build(ResultSet rs, int number) throws SQLException {
        return new ViewBuild(
                rs.getLong("build"),
                rs.getString("bundle"),
                texts(rs.getArray("views")),
                State.valueOf(rs.getString("state")),
                rs.getString("asked_by"),
                instant(rs.getTimestamp("asked_at")),
                rs.getTimestamp("ended_at") == null ? null : instant(rs.getTimestamp("ended_at")),
                rs.getString("ended_by"),
                rs.getLong("done"),
                rs.getLong("total"),
                rs.getDouble("rate"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static Instant instant(Timestamp time) {
        return time.toInstant();
    }
}
