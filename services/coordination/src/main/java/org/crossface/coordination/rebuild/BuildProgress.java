package org.crossface.coordination.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The progress of builds and the nodes that take part. */
final class BuildProgress {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    BuildProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Registers a node with the build, unless the build has ended.
     *
     * @return the number of nodes
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

    /** Records the progress of a build. Its rate covers the last seconds, since batches are large. */
    void measure(ViewBuild build, long horizon) {
        long done = Math.max(0, position(build.processor()));
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

    /** Position up to which every segment of a processor has handled every event; -1 before it has begun. */
    long position(String processor) {
        return positions(processor).stream().mapToLong(Long::longValue).min().orElse(-1);
    }

    /**
     * The last position that the processor of the serving views has handled or stored as a dead letter. A switch must not remove dead
     * letters of events that the build has not handled.
     *
     * @param noted the recorded position of its bundle
     */
    long furthest(String processor, long noted) {
        return Math.max(
                noted,
                positions(processor).stream().mapToLong(Long::longValue).max().orElse(-1));
    }

    private List<Long> positions(String processor) {
        return jdbc.sql("SELECT token FROM processing.token_entry WHERE processor_name = ?")
                .param(processor)
                .query((rs, n) -> positionOf(rs.getBytes(1)))
                .list();
    }

    private long positionOf(byte @Nullable [] token) {
        return token == null ? -1 : json.readTree(token).path("globalIndex").asLong(-1);
    }
}
