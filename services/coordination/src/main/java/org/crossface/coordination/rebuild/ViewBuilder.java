package org.crossface.coordination.rebuild;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.rebuild.ViewBuilds.BuildEnded;
import org.crossface.coordination.views.Projector;
import org.crossface.coordination.views.ViewProjection;
import org.crossface.pathway.policy.Policies;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.processing.ParallelWork;
import org.crossface.platform.processing.ProcessingStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The share of one node in building views. While a build is under way the node runs its processor, whose segments the nodes divide among
 * themselves by claims, each segment with its part of the patients. Whoever finds that it has caught up switches. A node that dies leaves
 * its segments to the others, or to itself when it comes back: a build is over only when it serves or somebody cancels it.
 */
public final class ViewBuilder implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ViewBuilder.class);

    /** How a build is divided: every part reads all events, so more parts than processors only cost. */
    public static final ParallelWork WORK =
            new ParallelWork(Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8), 10_000);

    private static final Duration TURN = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(5);

    /** A turn waits for batches under way, those of the serving views and its own; a batch ends while its claim lasts. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ViewBuilds builds;
    private final ProcessingStore processing;
    private final EventStore events;
    private final PostgresEventStorageEngine engine;
    private final Policies policies;
    private final JdbcTemplate jdbc;
    private final ParallelWork work;
    private final Loops loops;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable Loop loop;
    private @Nullable Running running;

    /** Of the build that this node takes part in; not guarded as the rest is, since a turn may last. */
    private volatile @Nullable Projector building;

    private boolean tidied;
    private long restUntil = System.nanoTime();

    private record Running(ViewBuild build, int segments, TrackingEventProcessor processor) {}

    /**
     * The share of this node.
     *
     * @param work into how many parts a build is divided that this node begins
     * @param loops where it shows that it still comes round
     */
    public ViewBuilder(
            ViewBuilds builds,
            ProcessingStore processing,
            EventStore events,
            PostgresEventStorageEngine engine,
            Policies policies,
            DataSource dataSource,
            ParallelWork work,
            Loops loops) {
        this.builds = builds;
        this.processing = processing;
        this.events = events;
        this.engine = engine;
        this.policies = policies;
        this.jdbc = new JdbcTemplate(dataSource);
        this.work = work;
        this.loops = loops;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("view-builder").factory());
        loop = loops.watch("view builder", LIMIT);
        var turns = started.scheduleWithFixedDelay(this::guardedTurn, 0, TURN.toMillis(), TimeUnit.MILLISECONDS);
        log.debug("Builds of views are looked for: {}", turns);
        timer = started;
    }

    private void guardedTurn() {
        try {
            turn();
        } catch (RuntimeException e) {
            // Any exception would end the schedule; the next turn tries again.
            log.warn("The building of views waits for a moment", e);
        }
    }

    private synchronized void turn() {
        tidy();
        advance();
        if (loop != null) {
            loop.turn();
        }
    }

    /** Also when this node begins: whoever switched last may have died before it could. */
    private void tidy() {
        if (!tidied) {
            tidied = builds.tidy();
        }
    }

    private void advance() {
        Optional<ViewBuild> underWay = builds.underWay();
        Running mine = running;
        if (mine != null
                && underWay.stream()
                        .noneMatch(build -> build.number() == mine.build().number())) {
            leave(mine);
        }
        if (underWay.isEmpty()) {
            return;
        }
        ViewBuild build = underWay.get();
        if (running == null) {
            running = join(build);
        }
        Running joined = running;
        share(joined);
        long horizon = engine.horizon();
        builds.measure(build, horizon);
        if (build.isNear(horizon)) {
            switchTo(joined);
        }
    }

    /**
     * Not while somebody reads the views of an earlier build, which have to go first: the writers would stand still as long. After an
     * attempt in vain they have a while to work.
     */
    private void switchTo(Running joined) {
        if (!tidied || System.nanoTime() - restUntil < 0) {
            return;
        }
        // Whatever becomes of the attempt: its answer may be lost on the way.
        tidied = false;
        restUntil = System.nanoTime() + REST.toNanos();
        if (builds.switchTo(joined.build())) {
            log.info("Build {} of the views serves", joined.build().number());
            leave(joined);
            tidy();
        }
    }

    /** Lets go of what is more than this node's share; the nodes that have less claim it. */
    private void share(Running joined) {
        int nodes = Math.max(1, builds.takePart(joined.build(), processing.node()));
        int fair = Math.ceilDiv(joined.segments(), nodes);
        joined.processor().processingStatus().keySet().stream()
                .sorted()
                .skip(fair)
                .forEach(segment -> joined.processor().releaseSegment(segment));
    }

    private Running join(ViewBuild build) {
        int segments = builds.prepare(build, work.segments());
        Projector projector = new Projector(jdbc, ViewBuilds.SCHEMA, new StoredHistory(engine), policies);
        ViewProjection projection = ViewProjection.building(projector, () -> builds.requireUnderWay(build.number()));
        TrackingEventProcessor processor = processing.parallel(
                build.processor(), projection, events, new ParallelWork(segments, work.batch()), BuildEnded.class);
        building = projector;
        processor.start();
        log.info("This node takes part in build {} of the views", build.number());
        return new Running(build, segments, processor);
    }

    /** Forgets what this node's share remembers of patients, as one of them may have been erased. */
    public void forgetStates() {
        Projector projector = building;
        if (projector != null) {
            projector.forgetStates();
        }
    }

    private void leave(Running ended) {
        running = null;
        building = null;
        ended.processor().shutDown();
        builds.forgetPlaces(ended.build().number());
    }

    /** Stops this node's share, without giving the build up. */
    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
        if (loop != null) {
            loop.close();
            loop = null;
        }
        Running ended = running;
        if (ended != null) {
            running = null;
            ended.processor().shutDown();
            forgetIfOver(ended.build());
        }
    }

    /** A worker that was in the middle of a batch when its build ended may have written its place once more. */
    private void forgetIfOver(ViewBuild build) {
        try {
            if (builds.underWay().stream().noneMatch(other -> other.number() == build.number())) {
                builds.forgetPlaces(build.number());
            }
        } catch (DataAccessException e) {
            log.warn("Places of build {} of the views may be left over", build.number(), e);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
