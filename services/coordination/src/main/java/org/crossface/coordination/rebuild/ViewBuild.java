package org.crossface.coordination.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A build of views beside the serving ones.
 *
 * @param bundle whose views are built
 * @param views their names
 * @param askedBy who asked for it
 * @param done position up to which every part holds every event
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

    /** How far a build has come. */
    public enum State {
        /** It follows the event store; people read the older views. */
        BUILDING,
        /** It took the place of the older views, which are gone. */
        SERVING,
        /** Nothing is left of it. */
        CANCELLED
    }

    /** How the names of their processors begin. */
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
     * Whether the events that are left take no longer than the processor of the serving views may be paused.
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

    /** 0 to 100; 0 before it is known how much there is to do. */
    public int percent() {
        if (total <= 0) {
            return state == State.SERVING ? 100 : 0;
        }
        return (int) Math.min(100, 100 * Math.max(0, done) / total);
    }
}
