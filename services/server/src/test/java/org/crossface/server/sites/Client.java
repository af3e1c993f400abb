package org.crossface.server.sites;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sends requests as anybody over connections that are kept; follows no redirect. */
final class Client {

    /** Of all requests of the test, so that answers can be compared. */
    private static final String REQUEST = "of-another-site";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI base;

    Client(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    Reply send(Person as, Call call) {
        HttpResponse<String> answer = exchange(request(as, call).build(), BodyHandlers.ofString());
        return Reply.of(answer.statusCode(), headers(answer), answer.body());
    }

    /** The status of a stream, which is left as soon as it has begun. */
    Reply open(Person as, Call call) {
        HttpResponse<InputStream> answer = stream(as, call);
        try {
            answer.body().close();
            return Reply.of(answer.statusCode(), headers(answer), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream. */
    HttpResponse<InputStream> stream(Person as, Call call) {
        return exchange(request(as, call).build(), BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(Person as, Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(call.path()))
                .timeout(LIMIT)
                .header("X-Request-Id", REQUEST)
                .method(
                        call.method(),
                        call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.bytes()));
        if (!call.type().isEmpty()) {
            request.header("Content-Type", call.type());
        }
        if (as.namesPurpose()) {
            request.header("X-Purpose-Of-Use", "HQUALITY");
        }
        if (call.isApi()) {
            header(request, "Authorization", as.token().isEmpty() ? "" : "Bearer " + as.token());
        } else {
            header(request, "Accept", call.path().startsWith("/events") ? "*/*" : "text/html,*/*;q=0.8");
            header(request, "Cookie", as.cookie());
            header(request, "X-CSRF-TOKEN", as.csrf());
        }
        call.headers().forEach(request::header);
        return request;
    }

    private static void header(HttpRequest.Builder request, String name, String value) {
        if (!value.isEmpty()) {
            request.header(name, value);
        }
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(request + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, String> headers(HttpResponse<?> answer) {
        SortedMap<String, String> headers = new TreeMap<>();
        answer.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return headers;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
