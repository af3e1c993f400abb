package org.crossface.pathway.authority;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;

/** All commands, each with its declaration and the fields that its form and its API take. */
public final class CommandCatalogue {

    private final Map<Class<?>, CommandSpec> byType;

    private CommandCatalogue(List<CommandSpec> specs) {
        Map<Class<?>, CommandSpec> types = new LinkedHashMap<>();
        for (CommandSpec spec : specs) {
            if (types.put(spec.type(), spec) != null) {
                throw new IllegalStateException("Declared twice:  " + spec.name());
            }
        }
        this.byType = Collections.unmodifiableMap(types);
    }

    /**
     * The catalogue of the declared use cases.
     *
     * @throws IllegalStateException if a command is declared twice
     */
    public static CommandCatalogue read() {
        return new CommandCatalogue(
                UseCases.ALL.stream().map(CommandCatalogue::spec).toList());
    }

    /** All commands in the order of the table, which is that of the pathway. */
    public List<CommandSpec> all() {
        return List.copyOf(byType.values());
    }

    /** The commands that are given to a pathway. */
    public List<CommandSpec> ofPathways() {
        return all().stream().filter(CommandSpec::isOfPathway).toList();
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

    private static CommandSpec spec(UseCase<?> useCase) {
        String name = useCase.command().getSimpleName();
        return new CommandSpec(
                name,
                PathwayCommand.publicName(name),
                area(useCase.command()),
                target(useCase.command()),
                useCase,
                FieldReader.fieldsOf(useCase.command()));
    }

    private static String target(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(TargetAggregateIdentifier.class)) {
                return field.getName();
            }
        }
        throw new IllegalStateException(type + " names no stream");
    }

    /** The folder of the phase or aggregate, the first one below the root. */
    private static String area(Class<?> command) {
        return command.getPackageName()
                .substring(AuthorityInterceptor.MODULE.length())
                .split("\\.", 2)[0];
    }
}
