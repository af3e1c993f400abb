package org.crossface.server.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.crossface.server.api.Http.Exchange;

/** Makes hostile requests of accepted ones: the same seed and the same accepted requests give the same. */
final class HostileGenerator {

    private static final Pattern VALUE = Pattern.compile(
            "(?<=[:\\[,])\\s*(\"(?:[^\"\\\\]++|\\\\.)*+\"|-?\\d[\\d.eE+-]*|true|false|null)(?=\\s*[,}\\]])");

    private static final Pattern FIELD =
            Pattern.compile("\"[A-Za-z]+\"\\s*:\\s*(?:\"(?:[^\"\\\\]++|\\\\.)*+\"|[^,{}\\[\\]]+)\\s*,?");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Charset",
            "Accept-Encoding",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "X-Purpose-Of-Use",
            "X-Request-Id",
            "Range",
            "Cookie",
            "Content-Encoding",
            "Origin",
            "Referer",
            "X-Forwarded-For",
            "X-HTTP-Method-Override",
            "HX-Request",
            "Content-Language",
            "Forwarded",
            "X-CSRF-TOKEN",
            "TE");

    private static final List<String> TYPES = List.of(
            "",
            "application/json",
            "application/json;charset=utf-8",
            "application/json; charset=utf-16",
            "application/json;charset=x",
            "text/plain",
            "application/xml",
            "application/fhir+json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "multipart/form-data; boundary=" + "y".repeat(500),
            ";",
            "application/problem+json",
            "application/*+json",
            "application/json;charset=iso-8859-1");

    private static final List<String> PARAMETERS = List.of(
            "q",
            "site",
            "phase",
            "position",
            "date",
            "due",
            "lane",
            "side",
            "surgeon",
            "names",
            "layout",
            "ids",
            "state",
            "purpose",
            "payload",
            "wait",
            "choose",
            "error",
            "show",
            "recorded",
            "_csrf",
            "hold",
            "_add",
            "%00");

    private final SplittableRandom random;
    private final HostileValues values;
    private final List<Exchange> seeds;
    private final List<String> pages;
    private final List<String> tokens;
    private final List<String> sessions;

    /**
     * @param seeds accepted requests of the API
     * @param pages methods and addresses of pages, such as {@code GET /today}
     * @param tokens of several roles
     * @param sessions cookies of several roles
     */
    HostileGenerator(long seed, List<Exchange> seeds, List<String> pages, List<String> tokens, List<String> sessions) {
        this.random = new SplittableRandom(seed);
        this.values = new HostileValues(random);
        this.seeds = List.copyOf(seeds);
        this.pages = List.copyOf(pages);
        this.tokens = List.copyOf(tokens);
        this.sessions = List.copyOf(sessions);
    }

    HostileRequest next() {
        return random.nextInt(5) == 0 ? page() : operation();
    }

    private HostileRequest operation() {
        Exchange seed = values.oneOf(seeds);
        List<String> headers = new ArrayList<>();
        String token = switch (random.nextInt(10)) {
            case 0 -> "";
            case 1, 2 -> values.oneOf(tokens);
            default -> seed.token();
        };
        if (!token.isEmpty()) {
            headers.add("Authorization: Bearer " + token);
        }
        String type = random.nextInt(8) == 0 ? values.oneOf(TYPES) : seed.type();
        if (!type.isEmpty()) {
            headers.add("Content-Type: " + type);
        }
        boolean leaveBody = random.nextInt(5) == 0;
        byte[] body = seed.body().isEmpty() && random.nextInt(3) > 0
                ? new byte[0]
                : leaveBody ? seed.body().getBytes(StandardCharsets.UTF_8) : bytes(body(seed.body()));
        return request(seed.method(), seed.path(), headers, body, leaveBody);
    }

    private HostileRequest page() {
        String[] page = values.oneOf(pages).split(" ", 2);
        List<String> headers = new ArrayList<>();
        if (random.nextInt(8) > 0) {
            headers.add("Cookie: " + values.oneOf(sessions));
        }
        byte[] body = new byte[0];
        if (!page[0].equals("GET")) {
            headers.add("Content-Type: "
                    + (random.nextInt(3) == 0 ? values.oneOf(TYPES) : "application/x-www-form-urlencoded"));
            StringBuilder form = new StringBuilder("_csrf=x");
            for (int i = random.nextInt(6); i > 0; i--) {
                form.append('&').append(values.oneOf(PARAMETERS)).append('=').append(values.inAddress());
            }
            body = bytes(form.toString());
        }
        return request(page[0], page[1], headers, body, random.nextBoolean());
    }

    /** With what is odd about address, method, headers and the way of sending. */
    private HostileRequest request(String method, String path, List<String> headers, byte[] body, boolean certainly) {
        String target = path;
        String verb = method;
        for (int i = certainly ? 1 + random.nextInt(2) : random.nextInt(8) == 0 ? 1 : 0; i > 0; i--) {
            switch (random.nextInt(8)) {
                case 0 -> verb = values.oneOf(METHODS);
                case 1, 2 -> target = withOddSegment(target);
                case 3, 4 -> target += (target.contains("?") ? "&" : "?") + parameters();
                default -> headers.add(values.oneOf(HEADERS) + ": " + values.inHeader());
            }
        }
        boolean cut = body.length > 2 && random.nextInt(100) == 0;
        return new HostileRequest(verb + " " + target, headers, body, body.length > 0 && random.nextInt(5) == 0, cut);
    }

    private String withOddSegment(String path) {
        String[] segments = path.split("\\?", 2)[0].split("/", -1);
        segments[1 + random.nextInt(segments.length - 1)] = values.inAddress();
        return String.join("/", segments);
    }

    private String parameters() {
        StringBuilder query = new StringBuilder();
        int count = random.nextInt(30) == 0 ? 700 : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            query.append(i == 0 ? "" : "&")
                    .append(values.oneOf(PARAMETERS))
                    .append('=')
                    .append(count > 9 ? "1" : value());
        }
        return query.toString();
    }

    private String value() {
        String value = values.inAddress();
        // A position to wait for is waited for.
        return value.matches("[0-9]+|1e9") ? "-" + value : value;
    }

    private byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(40)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> text.getBytes(StandardCharsets.UTF_16);
            case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case 3, 4 -> withNoise(bytes);
            case 5 -> text.getBytes(StandardCharsets.ISO_8859_1);
            default -> bytes;
        };
    }

    private byte[] withNoise(byte[] bytes) {
        byte[] noisy = bytes.clone();
        for (int i = 0; i < 3 && noisy.length > 0; i++) {
            noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
        }
        return noisy;
    }

    private String body(String accepted) {
        if (accepted.length() > 100_000 && random.nextInt(10) > 0) {
            return accepted.substring(0, 2_000);
        }
        String body = accepted;
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            body = mutated(body);
        }
        return body;
    }

    private String mutated(String body) {
        return switch (random.nextInt(14)) {
            case 0 -> values.any();
            case 1 -> body.replaceFirst("\\{", "{\"unknown\":" + safe(values.any()) + ",");
            case 2 -> without(body);
            case 3 -> twice(body);
            case 4 -> body + values.text();
            default -> withOddValue(body);
        };
    }

    private static String safe(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    private String withOddValue(String body) {
        List<MatchResult> found = VALUE.matcher(body).results().limit(500).toList();
        if (found.isEmpty()) {
            return values.any();
        }
        MatchResult at = values.oneOf(found);
        String old = at.group(1);
        String value = old.matches("\"\\d{4}-\\d\\d.*") && random.nextInt(3) > 0
                ? values.date()
                : old.startsWith("\"") && random.nextInt(2) == 0
                        ? values.text()
                        : Character.isDigit(old.charAt(0)) && random.nextInt(3) > 0 ? values.number() : values.any();
        return body.substring(0, at.start(1)) + value + body.substring(at.end(1));
    }

    private String without(String body) {
        List<MatchResult> found = FIELD.matcher(body).results().limit(500).toList();
        if (found.isEmpty()) {
            return body;
        }
        MatchResult at = values.oneOf(found);
        return (body.substring(0, at.start()) + body.substring(at.end())).replace(",}", "}");
    }

    private String twice(String body) {
        List<MatchResult> found = FIELD.matcher(body).results().limit(500).toList();
        if (found.isEmpty()) {
            return body;
        }
        String field = values.oneOf(found).group().replaceAll(",$", "");
        return body.replaceFirst("\\{", safe("{" + field + ","));
    }
}
