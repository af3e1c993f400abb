package org.crossface.server.sites;

import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer.
 *
 * @param headers by name in lower case
 */
record Reply(int status, SortedMap<String, String> headers, String body) {

    private static final Set<String> OF_THE_MESSAGE = Set.of(
            "date", "content-length", "x-request-id", "set-cookie", "connection", "keep-alive", "transfer-encoding");

    /** What differs between two answers to the same request. */
    private static final Pattern VARYING = Pattern.compile("csrf(?:-token\" content|\" value)=\"[^\"]*\""
            + "|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
            + "|\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(?:Z|[+-]\\d{2}:\\d{2})?"
            + "|\\d{2}:\\d{2}(?::\\d{2})?");

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    String text(String field) {
        return json().path(field).asString("");
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Everything in which something could be told. */
    String whole() {
        return headers + "\n" + body;
    }

    /**
     * What is left when all is taken out that differs between two answers to the same request.
     *
     * @param named identifiers that the request named
     */
    String essence(Set<String> named) {
        SortedMap<String, String> telling = new TreeMap<>(headers);
        telling.keySet().removeAll(OF_THE_MESSAGE);
        String text = status + " " + telling + "\n" + body;
        for (String each : named) {
            text = text.replace(each, "{named}");
        }
        return withoutVarying(text);
    }

    private static String withoutVarying(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        Matcher varying = VARYING.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (mayVary(text, at) && varying.region(at, text.length()).lookingAt()) {
                rest.append("{varies}");
                at = varying.end();
            } else {
                rest.append(text.charAt(at++));
            }
        }
        return rest.toString();
    }

    /** Looks at few characters only, since the pattern would take most of the time of all requests together. */
    private static boolean mayVary(String text, int at) {
        return is('-', text, at + 8)
                || is('-', text, at + 4)
                || is(':', text, at + 2)
                || (text.charAt(at) == 'c' && text.startsWith("csrf", at));
    }

    private static boolean is(char expected, String text, int at) {
        return at < text.length() && text.charAt(at) == expected;
    }

    /** The first characters, for a message. */
    String start() {
        String line = body.strip().replaceAll("\\s+", " ");
        String location = header("location");
        return status + (location.isEmpty() ? "" : " to " + location) + " "
                + (line.startsWith("<") ? "(a page)" : line.substring(0, Math.min(300, line.length())));
    }

    static Reply of(int status, SortedMap<String, String> headers, @Nullable String body) {
        return new Reply(status, headers, body == null ? "" : body);
    }
}
