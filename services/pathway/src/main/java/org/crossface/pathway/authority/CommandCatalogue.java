package org.crossface.pathway.authority;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Phase;
import org.crossface.platform.api.Role;

/**
 * All commands, as the committed table {@code authority.csv} lists them: command, package, title, roles by code, phases. A phase column
 * of {@code *} means any phase and {@code -} none.
 */
public final class CommandCatalogue {

    private static final String TABLE = "/org/crossface/pathway/authority.csv";
    private static final int COLUMNS = 6;

    private final Map<Class<?>, CommandSpec> byType;

    private CommandCatalogue(List<CommandSpec> specs) {
        Map<Class<?>, CommandSpec> types = new LinkedHashMap<>();
        for (CommandSpec spec : specs) {
            if (types.put(spec.type(), spec) != null) {
                throw new IllegalStateException("Two rows for " + spec.name());
            }
        }
        this.byType = Collections.unmodifiableMap(types);
    }

    /**
     * Reads the table.
     *
     * @throws IllegalStateException if a row is malformed, is there twice, or names a class, role or phase that does not exist
     */
    public static CommandCatalogue read() {
        try (InputStream table = Objects.requireNonNull(CommandCatalogue.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            List<CommandSpec> specs = new ArrayList<>();
            lines.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> specs.add(row(line)));
            return new CommandCatalogue(specs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All commands in the order of the table, which is that of the pathway. */
    public List<CommandSpec> all() {
        return List.copyOf(byType.values());
    }

    /** The commands that are given to a pathway. */
    public List<CommandSpec> ofPathways() {
        return all().stream()
                .filter(spec -> PathwayCommand.class.isAssignableFrom(spec.type()))
                .toList();
    }

    /** The command of this class. */
    public Optional<CommandSpec> find(Class<?> type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** The pathway's command of this name in an address, such as {@code complete-stage-one}. */
    public Optional<CommandSpec> ofPathways(String kebabName) {
        return ofPathways().stream()
                .filter(spec -> spec.kebabName().equals(kebabName))
                .findFirst();
    }

    /** The command of this name that belongs to this area, such as {@code patient}. */
    public Optional<CommandSpec> find(String area, String kebabName) {
        return all().stream()
                .filter(spec -> spec.area().equals(area) && spec.kebabName().equals(kebabName))
                .findFirst();
    }

    private static CommandSpec row(String line) {
        List<String> cells =
                Arrays.stream(line.split(",", -1)).map(String::strip).toList();
        if (cells.size() != COLUMNS) {
            throw new IllegalStateException("A row of the authority table has " + COLUMNS + " columns: " + line);
        }
        Class<?> type = type(cells.get(1), cells.get(0));
        return new CommandSpec(
                cells.get(0),
                kebab(cells.get(0)),
                type,
                cells.get(2),
                cells.get(3),
                roles(cells.get(4)),
                phases(cells.get(5)),
                FieldReader.fieldsOf(type));
    }

    private static Class<?> type(String packageName, String name) {
        try {
            return Class.forName(packageName + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The authority table names a command that is not there", e);
        }
    }

    private static Set<Role> roles(String codes) {
        return words(codes).stream()
                .map(Role::ofCode)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(() -> EnumSet.noneOf(Role.class)), Collections::unmodifiableSet));
    }

    private static Set<Phase> phases(String names) {
        return switch (names) {
            case "*" -> Collections.unmodifiableSet(EnumSet.allOf(Phase.class));
            case "-" -> Set.of();
            default ->
                words(names).stream()
                        .map(Phase::valueOf)
                        .collect(Collectors.collectingAndThen(
                                Collectors.toCollection(() -> EnumSet.noneOf(Phase.class)),
                                Collections::unmodifiableSet));
        };
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
