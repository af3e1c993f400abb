package org.crossface.server.sites;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody's live stream, and all that it has told. */
final class LiveStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** What is told longer ago than this after the end is no end. */
    private static final int LONGEST_SECONDS = 8;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Person person;
    private final HttpResponse<InputStream> answer;
    private volatile long endedAt;

    private LiveStream(Person person, HttpResponse<InputStream> answer) {
        this.person = person;
        this.answer = answer;
    }

    static LiveStream open(Client client, Person person) {
        LiveStream stream = new LiveStream(person, client.stream(person, Call.get("/events")));
        Thread.ofVirtual().name("live-stream-of-" + person.userName()).start(stream::read);
        return stream;
    }

    private void read() {
        try (BufferedReader body = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = body.readLine(); line != null; line = body.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("closed: " + e.getMessage());
        } finally {
            endedAt = System.nanoTime();
            over.countDown();
        }
    }

    Person person() {
        return person;
    }

    int status() {
        return answer.statusCode();
    }

    boolean isOpen() {
        return over.getCount() > 0;
    }

    /** What it has told so far. */
    String told() {
        return String.join("\n", lines);
    }

    void awaitFrame() {
        await().atMost(PATIENCE).until(() -> !lines.isEmpty() || !isOpen());
        if (!isOpen() || status() != 200) {
            throw new AssertionError("The stream of " + person + " does not begin: " + status() + " " + told());
        }
    }

    void awaitTold(String text) {
        await(person + " is told " + text).atMost(PATIENCE).until(() -> told().contains(text));
    }

    /** How many heartbeats it has told. */
    long beats() {
        return lines.stream().filter(line -> line.equals("event:beat")).count();
    }

    /** Waits until it has beaten again, so that what came before has been told; one that has ended tells nothing more. */
    void awaitBeatAfter(long beats) {
        await(person + " hears the heart").atMost(PATIENCE).until(() -> beats() > beats || !isOpen());
    }

    /**
     * When it ended.
     *
     * @return milliseconds since then; {@link Long#MAX_VALUE} when it goes on
     */
    long endedAfter(long nanos) {
        try {
            return over.await(LONGEST_SECONDS, TimeUnit.SECONDS)
                    ? TimeUnit.NANOSECONDS.toMillis(endedAt - nanos)
                    : Long.MAX_VALUE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            // It had ended before.
        }
    }
}
