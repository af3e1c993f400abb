package org.crossface.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the pages: keeps cookies, follows no redirect, sends forms with their CSRF token. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI base;

    Browser(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).GET();
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /** Sends the form that is on this page, with these fields. */
    HttpResponse<String> submit(String path, String... fields) {
        return submitFrom(path, path, fields);
    }

    /** Sends a form that is on one page to another address. */
    HttpResponse<String> submitFrom(String page, String action, String... fields) {
        Matcher token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("The page " + page + " has no form");
        }
        return post(action, "_csrf=" + encode(token.group(1)) + (fields.length == 0 ? "" : "&" + form(fields)));
    }

    /** Sends a form without its CSRF token. */
    HttpResponse<String> submitForged(String path, String... fields) {
        return post(path, form(fields));
    }

    private HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** All cookies as one header. */
    String cookie() {
        return cookies().stream()
                .map(each -> each.getName() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    static String target(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElse("/nowhere"))
                .getRawSchemeSpecificPart()
                .replaceFirst("^//[^/]*", "");
    }

    private static String form(String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(fields[i]).append('=').append(encode(fields[i + 1]));
        }
        return body.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
