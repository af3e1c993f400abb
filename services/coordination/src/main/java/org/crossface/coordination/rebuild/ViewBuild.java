package org.crossface.coordination.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A build of views beside the serving ones.
 *
 * @param bundle the bundle of these views
 * @param views their names
 * @param askedBy the user who requested it
 * @param done position up to which every segment has handled all events
 * @param total position of the last event of the store
 * @param rate events per second since the last measurement
 */
public record ViewBuild(
        long number,
        String bundle,
        List<String> views,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        long done,
        long total,
        double rate) {

    /** The state of a build. */
    public enum State {
        /** It reads the event store; queries read the older views. */
        BUILDING,
        /** It has replaced the older views. */
        SERVING,
        /** It was cancelled and its tables are dropped. */
        CANCELLED
    }

    /** Prefix of the names of their processors. */
    static final String PROCESSOR = "views-build-";

    private static final Duration NEAR = Duration.ofSeconds(1);

    /** Keeps its own copy of the list. */
    public ViewBuild {
        views = List.copyOf(views);
    }

    /** Name of its event processor. */
    public String processor() {
        return processor(number);
    }

    /** Name of the event processor of the build with this number. */
    static String processor(long number) {
        return PROCESSOR + number;
    }

    /** Time until it has caught up, at the present rate; empty while none is known. */
    public Optional<Duration> left() {
        return rate <= 0 ? Optional.empty() : Optional.of(Duration.ofSeconds((long) Math.ceil((total - done) / rate)));
    }

    /**
     * Whether the remaining events take at most as long as the processor of the serving views may be paused.
     *
     * @param horizon position of the last event of the store; 0 when it holds none
     */
    boolean isNear(long horizon) {
        if (horizon == 0) {
            return true;
        }
        return total > 0
                && (done >= total
                        || left().filter(left -> left.compareTo(NEAR) <= 0).isPresent());
    }

    /** 0 to 100; 0 while the total is unknown. */
    public int percent() {
        if (total <= 0) {
            return state == State.SERVING ? 100 : 0;
        }
        return (int) Math.min(100, 100 * Math.max(0, done) / total);
    }
}
