package org.crossface.coordination.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.rebuild.ViewBuilds.BuildEnded;
import org.crossface.coordination.views.Bundle;
import org.crossface.coordination.views.Projector;
import org.crossface.coordination.views.RecentStates;
import org.crossface.coordination.views.View;
import org.crossface.coordination.views.ViewPlace;
import org.crossface.coordination.views.ViewProjection;
import org.crossface.pathway.policy.Policies;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.processing.ParallelWork;
import org.crossface.platform.processing.ProcessingStore;
import org.crossface.platform.schema.PostgresEndpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The share of one node in building views. It starts the builds that a new release needs. During a build, each node runs the event
 * processor of the build and claims some of its segments. Each segment holds some of the patients. The first node to find that the build
 * has caught up switches the views. When a node dies, other nodes claim its segments, or it claims them again after its restart. A build
 * ends only by serving or by cancellation.
 */
public final class ViewBuilder implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ViewBuilder.class);

    /** The segments of a build. Each segment reads all events, so more segments than CPU cores gain nothing. */
    public static final ParallelWork WORK =
            new ParallelWork(Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8), 10_000);

    /** An iteration waits for batches under way, those of the serving views and its own; a batch ends while its claim lasts. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<Share> shares;
    private final ViewBuilds builds;
    private final BuildTables tables;
    private final BuildProgress progress;
    private final ViewSwitch viewSwitch;
    private final ProcessingStore processing;
    private final EventStore events;
    private final PostgresEventStorageEngine engine;
    private final Policies policies;
    private final JdbcTemplate jdbc;
    private final ParallelWork work;
    private final Pace pace;
    private final Loops loops;
    private boolean started;

    /** A node's share in one build. */
    private record Running(ViewBuild build, int segments, TrackingEventProcessor processor) {}

    /**
     * The database of the views.
     *
     * @param endpoint for the database role that owns the schemas
     * @param failPoint for drills
     */
    public record Database(DataSource dataSource, PostgresEndpoint endpoint, FailPoint failPoint) {

        /** Without a fail point. */
        public Database(DataSource dataSource, PostgresEndpoint endpoint) {
            this(dataSource, endpoint, FailPoint.none());
        }
    }

    /**
     * How often something is done.
     *
     * @param interval between two iterations
     * @param rest after an attempt to switch that failed; until then the processor of the bundle runs undisturbed
     */
    public record Pace(Duration interval, Duration rest) {

        /** That of the product. */
        public static final Pace USUAL = new Pace(Duration.ofMillis(500), Duration.ofSeconds(5));
    }

    /**
     * Creates the share of this node at the usual pace.
     *
     * @param bundles the bundles to build
     * @param work the segments of a build that this node starts
     * @param loops runs the loop of each bundle
     */
    public ViewBuilder(
            Database database,
            List<Bundle> bundles,
            ProcessingStore processing,
            EventStore events,
            PostgresEventStorageEngine engine,
            Policies policies,
            ParallelWork work,
            Loops loops) {
        this(database, bundles, processing, events, engine, policies, work, Pace.USUAL, loops);
    }

    /** Creates the share of this node at a pace of its own. */
    public ViewBuilder(
            Database database,
            List<Bundle> bundles,
            ProcessingStore processing,
            EventStore events,
            PostgresEventStorageEngine engine,
            Policies policies,
            ParallelWork work,
            Pace pace,
            Loops loops) {
        JdbcClient client = JdbcClient.create(database.dataSource());
        this.builds = new ViewBuilds(database.dataSource(), database.endpoint());
        this.tables = new BuildTables(client, database.endpoint());
        this.progress = new BuildProgress(client);
        this.viewSwitch = new ViewSwitch(database.endpoint(), database.failPoint());
        this.processing = processing;
        this.events = events;
        this.engine = engine;
        this.policies = policies;
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.work = work;
        this.pace = pace;
        this.loops = loops;
        this.shares = bundles.stream().map(Share::new).toList();
    }

    @Override
    public synchronized void start() {
        shares.forEach(Share::start);
        started = true;
    }

    /** Clears the cached states of patients. Call it after an erasure. */
    public void forgetStates() {
        shares.forEach(Share::forgetStates);
    }

    /** Stops this node's share. Builds are not cancelled. */
    @Override
    public synchronized void stop() {
        shares.forEach(Share::stop);
        started = false;
    }

    @Override
    public synchronized boolean isRunning() {
        return started;
    }

    /** The loop for the builds of one bundle. It has a thread of its own, since it may wait for a batch of that bundle. */
    private final class Share {

        private final Bundle bundle;
        private @Nullable ScheduledExecutorService timer;
        private @Nullable Loop loop;
        private @Nullable Running running;
        private boolean tidied;

        /** Cached states of the current build. Volatile rather than guarded by the lock, which a long iteration holds. */
        private volatile @Nullable RecentStates states;

        private long restUntil = System.nanoTime();

        private Share(Bundle bundle) {
            this.bundle = bundle;
        }

        private synchronized void start() {
            ScheduledExecutorService begun = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("view-builder-" + bundle.name()).factory());
            loop = loops.watch("builder of " + bundle.processor(), LIMIT);
            var iterations = begun.scheduleWithFixedDelay(
                    this::guardedIteration, 0, pace.interval().toMillis(), TimeUnit.MILLISECONDS);
            log.debug("Builds of {} are looked for: {}", bundle.processor(), iterations);
            timer = begun;
        }

        private void guardedIteration() {
            try {
                iterate();
            } catch (RuntimeException e) {
                // Any exception would end the schedule; the next iteration tries again.
                log.warn("The building of {} waits for a moment", bundle.processor(), e);
            }
        }

        private synchronized void iterate() {
            tidy();
            advance();
            if (loop != null) {
                loop.beat();
            }
        }

        /** Runs at startup too, since the node that switched last may have died before this step. */
        private void tidy() {
            if (!tidied) {
                tidied = tables.tidy(bundle);
            }
        }

        private void advance() {
            builds.startObsolete(bundle)
                    .ifPresent(begun -> log.info(
                            "Build {} makes the revisions of this release of {}", begun.number(), begun.views()));
            Optional<ViewBuild> underWay = builds.underWay(bundle);
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
                if (!builds.mayTakePart(build, bundle)) {
                    return;
                }
                running = join(build);
            }
            Running joined = running;
            release(joined);
            long horizon = engine.horizon();
            progress.measure(build, horizon);
            if (build.isNear(horizon)) {
                switchTo(joined);
            }
        }

        /**
         * Skipped while a transaction reads the views that an earlier build replaced: the switch drops them and would pause the processor
         * of the bundle until that transaction ends. After a failed attempt the processor runs for a while before the next attempt.
         */
        private void switchTo(Running joined) {
            if (!tidied || System.nanoTime() - restUntil < 0) {
                return;
            }
            // Set before the attempt: a commit may succeed and its reply be lost.
            tidied = false;
            restUntil = System.nanoTime() + pace.rest().toNanos();
            if (viewSwitch.switchTo(joined.build(), bundle)) {
                log.info(
                        "Build {} of {} serves",
                        joined.build().number(),
                        joined.build().views());
                leave(joined);
                tidy();
            }
        }

        /** Releases the segments beyond this node's share, so that other nodes can claim them. */
        private void release(Running joined) {
            int nodes = Math.max(1, progress.takePart(joined.build(), processing.node()));
            int fair = Math.ceilDiv(joined.segments(), nodes);
            joined.processor().processingStatus().keySet().stream()
                    .sorted()
                    .skip(fair)
                    .forEach(segment -> joined.processor().releaseSegment(segment));
        }

        private Running join(ViewBuild build) {
            int segments = tables.prepare(build, work.segments());
            RecentStates recent = new RecentStates();
            List<View> views = bundle.views().stream()
                    .filter(view -> build.views().contains(view.name()))
                    .toList();
            Projector projector =
                    new Projector(jdbc, views, ViewPlace.NEXT, new StoredHistory(engine), policies, recent);
            ViewProjection projection =
                    ViewProjection.building(bundle, projector, () -> builds.requireUnderWay(build.number()));
            TrackingEventProcessor processor = processing.parallel(
                    build.processor(), projection, events, new ParallelWork(segments, work.batch()), BuildEnded.class);
            states = recent;
            processor.start();
            log.info("This node takes part in build {} of {}", build.number(), build.views());
            return new Running(build, segments, processor);
        }

        private void forgetStates() {
            RecentStates remembered = states;
            if (remembered != null) {
                remembered.clear();
            }
        }

        private void leave(Running ended) {
            running = null;
            states = null;
            ended.processor().shutDown();
            tables.forgetTokens(ended.build().number());
        }

        private synchronized void stop() {
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

        /** A batch in progress at the end of the build may have stored its token again. */
        private void forgetIfOver(ViewBuild build) {
            try {
                if (builds.underWay().stream().noneMatch(other -> other.number() == build.number())) {
                    tables.forgetTokens(build.number());
                }
            } catch (DataAccessException e) {
                log.warn("Tokens of build {} of the views may be left over", build.number(), e);
            }
        }
    }
}
