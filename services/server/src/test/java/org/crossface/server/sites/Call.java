package org.crossface.server.sites;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request, whoever sends it.
 *
 * @param type of its content; empty when it has none
 */
record Call(String method, String path, String type, String body, Map<String, String> headers) {

    static Call get(String path) {
        return new Call("GET", path, "", "", Map.of());
    }

    static Call json(String method, String path, String body) {
        return new Call(method, path, "application/json", body, Map.of());
    }

    static Call form(String path, String body) {
        return new Call("POST", path, "application/x-www-form-urlencoded", body, Map.of());
    }

    Call with(String header, String value) {
        return new Call(method, path, type, body, Map.of(header, value));
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    boolean isApi() {
        return path.startsWith("/api/");
    }

    /** Whether the answer could have this text from the request itself. */
    boolean holds(String text) {
        return path.contains(text) || body.contains(text);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
