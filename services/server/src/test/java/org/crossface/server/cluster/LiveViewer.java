package org.crossface.server.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page that stays open: it signs in once, follows the live stream, and opens it again with the same cookie when it ends. */
final class LiveViewer implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PAUSE = Duration.ofMillis(500);

    final Set<String> changedPathways = ConcurrentHashMap.newKeySet();
    final AtomicInteger streams = new AtomicInteger();
    final AtomicInteger breaks = new AtomicInteger();
    final AtomicInteger signedOut = new AtomicInteger();
    final AtomicLong longestGapNanos = new AtomicLong();
    final AtomicLong heardAt = new AtomicLong(System.nanoTime());

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final URI base;
    private final Thread thread;
    private volatile boolean running = true;

    LiveViewer(URI base) throws IOException, InterruptedException {
        this.base = base;
        signIn();
        thread = Thread.ofPlatform().daemon().name("live-viewer").start(this::follow);
    }

    private void signIn() throws IOException, InterruptedException {
        HttpResponse<String> page =
                client.send(HttpRequest.newBuilder(base.resolve("/sign-in")).build(), BodyHandlers.ofString());
        Matcher token = CSRF.matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException("The page to sign in has no form: " + page.statusCode());
        }
        String form = "_csrf=" + URLEncoder.encode(token.group(1), UTF_8)
                + "&username=surgical-coordinator&password=crossface-demo";
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(base.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        String target = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || target.contains("/sign-in")) {
            throw new IllegalStateException("Not signed in: " + answer.statusCode() + " to " + target);
        }
    }

    private void follow() {
        while (running) {
            try {
                HttpResponse<InputStream> stream = client.send(
                        HttpRequest.newBuilder(base.resolve("/events"))
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofInputStream());
                if (stream.statusCode() == 200) {
                    streams.incrementAndGet();
                    read(stream.body());
                } else {
                    stream.body().close();
                    if (stream.statusCode() == 401 || stream.statusCode() == 302) {
                        signedOut.incrementAndGet();
                    }
                }
                Thread.sleep(PAUSE);
            } catch (IOException e) {
                breaks.incrementAndGet();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void read(InputStream body) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
            String event = "";
            for (String line = lines.readLine(); line != null && running; line = lines.readLine()) {
                long now = System.nanoTime();
                long before = heardAt.getAndSet(now);
                longestGapNanos.accumulateAndGet(now - before, Math::max);
                if (line.startsWith("event:")) {
                    event = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:") && event.equals("change")) {
                    JsonNode change = JsonMapper.shared().readTree(line.substring("data:".length()));
                    if (change.path("view").asString("").equals("board")) {
                        changedPathways.add(change.path("id").asString(""));
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        running = false;
        client.shutdownNow();
        thread.interrupt();
    }
}
