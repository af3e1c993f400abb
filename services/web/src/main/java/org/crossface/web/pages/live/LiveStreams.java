package org.crossface.web.pages.live;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.crossface.coordination.ViewChanged;
import org.crossface.coordination.ViewChanges;
import org.crossface.identity.CurrentActor;
import org.crossface.platform.loops.Loop;
import org.crossface.platform.loops.Loops;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open SSE streams of this node. An event is a heartbeat, or the view, id and position of a change that the user may see. The browser
 * then fetches the changed content with an ordinary request. A stream ends within a second of its session, even if another node ended the
 * session. A slow stream gets only the newest change of each pathway. If too many changes are queued, the stream ends; the browser then
 * reconnects and fetches the page's content again.
 *
 * <p>The streams end before the web server stops, because its graceful shutdown would wait for them.
 */
public final class LiveStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SESSIONS_CHECKED = Duration.ofMillis(400);
    private static final int MOST_WAITING = 2_000;

    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private final ViewChanges changes;
    private final LiveRights rights;
    private final Loops loops;
    private final Duration heartbeat;
    private ViewChanges.Subscription subscription = () -> {};
    private ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(LiveStreams::thread);
    private @Nullable Loop loop;
    private volatile boolean running;

    /**
     * Creates streams of the changes that each user may see; their heartbeat is registered with the loops.
     *
     * @param heartbeat from one to the next
     */
    public LiveStreams(ViewChanges changes, LiveRights rights, Loops loops, Duration heartbeat) {
        this.changes = changes;
        this.rights = rights;
        this.loops = loops;
        this.heartbeat = heartbeat;
    }

    private static Thread thread(Runnable task) {
        return Thread.ofPlatform().daemon().name("live-heartbeat").unstarted(task);
    }

    /**
     * Opens a stream. It ends when the browser disconnects, the session ends or the server stops.
     *
     * @param session identifier of the HTTP session
     */
    public SseEmitter open(CurrentActor actor, String session) {
        SseEmitter emitter = new SseEmitter(0L);
        Stream stream = new Stream(emitter, actor, session);
        emitter.onCompletion(() -> streams.remove(stream));
        emitter.onError(error -> streams.remove(stream));
        if (!running) {
            emitter.complete();
            return emitter;
        }
        streams.add(stream);
        stream.beat();
        return emitter;
    }

    /** How many streams are open. */
    public int count() {
        return streams.size();
    }

    private void tell(ViewChanged change) {
        streams.forEach(stream -> stream.offer(change));
    }

    /** Catches exceptions because the executor would cancel the schedule; without heartbeats, browsers would reconnect again and again. */
    private void beat(Loop beats) {
        try {
            streams.forEach(Stream::beat);
            beats.beat();
        } catch (RuntimeException e) {
            log.warn("The heartbeat of the open streams missed an iteration", e);
        }
    }

    /** Ends the streams whose sessions have ended. If the database is unavailable, all streams stay open until the next check. */
    private void endWithSessions() {
        Map<String, CurrentActor> readers = new HashMap<>();
        streams.forEach(stream -> readers.put(stream.session, stream.actor));
        if (readers.isEmpty()) {
            return;
        }
        try {
            Set<String> open = rights.open(readers);
            // Not a stream that was opened meanwhile: its session was not asked about.
            streams.stream()
                    .filter(stream -> readers.containsKey(stream.session) && !open.contains(stream.session))
                    .forEach(Stream::end);
        } catch (RuntimeException e) {
            log.debug("The sessions of the open streams could not be checked; they are checked again", e);
        }
    }

    @Override
    public void start() {
        Loop beats = loops.watch("live heartbeat", LIMIT);
        loop = beats;
        heart = Executors.newSingleThreadScheduledExecutor(LiveStreams::thread);
        var unused = heart.scheduleAtFixedRate(
                () -> beat(beats), heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        var unusedToo = heart.scheduleWithFixedDelay(
                this::endWithSessions, SESSIONS_CHECKED.toMillis(), SESSIONS_CHECKED.toMillis(), TimeUnit.MILLISECONDS);
        subscription = changes.subscribe(this::tell);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        subscription.close();
        heart.shutdownNow();
        if (loop != null) {
            loop.close();
        }
        streams.forEach(Stream::complete);
        streams.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before all other beans, including the web server's graceful shutdown. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /** The stream of one browser. It queues the newest change of each pathway; one virtual thread at a time sends them. */
    private final class Stream {

        private final SseEmitter emitter;
        private final CurrentActor actor;
        private final String session;
        private final Map<String, ViewChanged> waiting = new LinkedHashMap<>();
        private boolean beatDue;
        private boolean sending;
        private boolean over;

        private Stream(SseEmitter emitter, CurrentActor actor, String session) {
            this.emitter = emitter;
            this.actor = actor;
            this.session = session;
        }

        private void offer(ViewChanged change) {
            synchronized (waiting) {
                waiting.put(change.view() + "/" + change.id(), change);
                if (waiting.size() > MOST_WAITING) {
                    end();
                } else {
                    startSending();
                }
            }
        }

        /** Discards the queued changes and ends the stream. */
        private void end() {
            synchronized (waiting) {
                over = true;
                waiting.clear();
                streams.remove(this);
                startSending();
            }
        }

        private void beat() {
            synchronized (waiting) {
                beatDue = true;
                startSending();
            }
        }

        private void startSending() {
            if (!sending) {
                sending = true;
                Thread.ofVirtual().name("live-stream").start(this::send);
            }
        }

        private void send() {
            try {
                for (Batch batch = next(); !batch.isEmpty(); batch = next()) {
                    for (ViewChanged change : batch.changes().values()) {
                        if (rights.hears(actor, change)) {
                            emitter.send(SseEmitter.event().name("change").data(change));
                        }
                    }
                    if (batch.beat()) {
                        emitter.send(SseEmitter.event().name("beat").data(changes.reached()));
                    }
                }
                if (isOver()) {
                    emitter.complete();
                }
            } catch (IOException | IllegalStateException e) {
                log.debug("A live stream has ended", e);
                streams.remove(this);
            } catch (RuntimeException e) {
                // The user's rights are unknown: the browser reconnects and fetches the page's content again.
                log.warn("A live stream is ended, since the reader's rights could not be found out", e);
                streams.remove(this);
                complete();
            }
        }

        private Batch next() {
            synchronized (waiting) {
                Batch batch = over ? Batch.NOTHING : new Batch(new LinkedHashMap<>(waiting), beatDue);
                waiting.clear();
                beatDue = false;
                sending = !batch.isEmpty();
                return batch;
            }
        }

        private boolean isOver() {
            synchronized (waiting) {
                return over;
            }
        }

        private void complete() {
            try {
                emitter.complete();
            } catch (IllegalStateException e) {
                log.debug("A live stream had ended before", e);
            }
        }
    }

    private record Batch(Map<String, ViewChanged> changes, boolean beat) {

        private static final Batch NOTHING = new Batch(Map.of(), false);

        private boolean isEmpty() {
            return changes.isEmpty() && !beat;
        }
    }
}
