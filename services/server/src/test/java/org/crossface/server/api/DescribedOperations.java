package org.crossface.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operations of the committed description of the API. */
final class DescribedOperations {

    private final List<Described> all;

    private DescribedOperations(List<Described> all) {
        this.all = all;
    }

    /**
     * One operation.
     *
     * @param template path with its variables
     */
    record Described(String method, String template, Pattern path) {

        static Described of(String method, String template) {
            return new Described(
                    method.toUpperCase(Locale.ROOT),
                    template,
                    Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/?]+") + "(\\?.*)?"));
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    static DescribedOperations read() {
        try {
            JsonNode paths = JsonMapper.shared()
                    .readTree(Files.readString(Path.of("../../docs/openapi.json")))
                    .path("paths");
            List<Described> all = new ArrayList<>();
            paths.propertyStream()
                    .forEach(path -> path.getValue()
                            .propertyNames()
                            .forEach(method -> all.add(Described.of(method, path.getKey()))));
            return new DescribedOperations(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Described> all() {
        return all;
    }

    /** The operation that this request goes to; one whose path has no variable before one that has. */
    Optional<Described> of(String method, String path) {
        return all.stream()
                .filter(each -> each.method().equals(method)
                        && each.path().matcher(path).matches())
                .min((a, b) ->
                        Boolean.compare(a.template().contains("{"), b.template().contains("{")));
    }
}
