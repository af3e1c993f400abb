package org.crossface.pathway.oversight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.RuleClass;
import org.crossface.platform.api.Role;

/** All rules of the pathway, found in the classes that the committed list {@code rules.txt} names. */
public final class RuleBook {

    private static final String LIST = "/org/crossface/pathway/rules.txt";
    private static final List<Method> METHODS = read();

    private RuleBook() {}

    /** The rules, by identifier and then by name. */
    public static List<Invariant> all() {
        return METHODS.stream()
                .map(method -> method.getAnnotation(Invariant.class))
                .toList();
    }

    /** The methods that are rules, in the same order. */
    public static List<Method> methods() {
        return METHODS;
    }

    /** The clinical rules of this identifier; empty when there is none. */
    static List<Invariant> clinical(String invariantId) {
        return all().stream()
                .filter(rule -> rule.value().equals(invariantId) && rule.kind() == RuleClass.CLINICAL)
                .toList();
    }

    /** Who may override one of these rules, as people call the roles. */
    static String overriders(List<Invariant> rules) {
        return rules.stream()
                .flatMap(rule -> Arrays.stream(rule.overriddenBy()))
                .distinct()
                .map(Role::label)
                .collect(Collectors.joining(", "));
    }

    private static List<Method> read() {
        try (InputStream list = Objects.requireNonNull(RuleBook.class.getResourceAsStream(LIST), LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .flatMap(RuleBook::rulesOf)
                    .sorted(Comparator.comparing((Method method) ->
                                    method.getAnnotation(Invariant.class).value())
                            .thenComparing(Method::getName))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Method> rulesOf(String className) {
        try {
            return Arrays.stream(Class.forName(className).getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Invariant.class));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("rules.txt names a class that is not there", e);
        }
    }
}
