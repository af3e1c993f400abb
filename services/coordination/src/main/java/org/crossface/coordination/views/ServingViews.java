package org.crossface.coordination.views;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Records position and revisions of the serving views of a bundle, in the transaction of their rows. This release fills an empty bundle.
 */
final class ServingViews {

    private final JdbcTemplate jdbc;
    private final Bundle bundle;
    private final String[] views;
    private final Integer[] revisions;

    /** Whether the first batch of this node has checked the revisions of the bundle. */
    private volatile boolean known;

    ServingViews(JdbcTemplate jdbc, Bundle bundle) {
        this.jdbc = jdbc;
        this.bundle = bundle;
        this.views = bundle.views().stream().map(View::name).toArray(String[]::new);
        this.revisions = bundle.views().stream().map(View::revision).toArray(Integer[]::new);
    }

    /**
     * Records the position of the bundle; a smaller position than the recorded one changes nothing.
     *
     * @throws NewerRevisionServes if a later release has built one of the views: rows of this release would be wrong there
     */
    void reached(long position) {
        if (!known) {
            jdbc.update(
                    "INSERT INTO views.serving (view, bundle, revision)"
                            + " SELECT mine.view, ?, mine.revision FROM unnest(?::text[], ?::int[]) AS mine (view, revision)"
                            + " WHERE NOT EXISTS (SELECT FROM views.progress p WHERE p.bundle = ?)"
                            + " ON CONFLICT (view) DO NOTHING",
                    bundle.name(),
                    views,
                    revisions,
                    bundle.name());
        }
        Boolean newer = jdbc.queryForObject(
                "INSERT INTO views.progress AS p (bundle, position) VALUES (?, ?)"
                        + " ON CONFLICT (bundle) DO UPDATE SET position = greatest(p.position, EXCLUDED.position)"
                        + " RETURNING EXISTS (SELECT FROM views.serving s"
                        + " JOIN unnest(?::text[], ?::int[]) AS mine (view, revision) USING (view)"
                        + " WHERE s.revision > mine.revision)",
                Boolean.class,
                bundle.name(),
                position,
                views,
                revisions);
        if (Boolean.TRUE.equals(newer)) {
            throw new NewerRevisionServes(bundle);
        }
        known = true;
    }

    /** A later release has built the views, so only its nodes may write them. */
    static final class NewerRevisionServes extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private NewerRevisionServes(Bundle bundle) {
            super("A later release has built views of the bundle " + bundle.name()
                    + "; nodes of that release keep them");
        }
    }
}
