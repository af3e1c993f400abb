package org.crossface.pathway.documents;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Rule;
import org.jspecify.annotations.Nullable;

/** Every command: who gives it, in which phases, which rules judge it, what it records, and its fields. */
final class CommandsPage {

    private CommandsPage() {}

    static String print(EventNamesOfCommands recorded) {
        Page page = new Page(
                "Commands",
                "Every command with its fields, as forms and API take them. Its name in an address stands behind its title. A condition asks"
                        + " the pathway, a check asks what was entered; [rules.md](rules.md) says what they ask. Every command to a pathway"
                        + " has the field `occurredAt`.");
        String area = "";
        for (CommandSpec spec : CommandCatalogue.read().all()) {
            if (!spec.area().equals(area)) {
                area = spec.area();
                page.heading(2, area);
            }
            print(page, spec, recorded);
        }
        return page.print();
    }

    private static void print(Page page, CommandSpec spec, EventNamesOfCommands recorded) {
        page.heading(3, spec.title() + " (`" + spec.kebabName() + "`)");
        page.items(Stream.of(
                "by: " + spec.roles().stream().map(Role::label).collect(joining(", ")),
                "phases: " + phases(spec),
                "conditions: " + ids(spec.useCase().conditions().stream().map(Condition::rule)),
                "checks: "
                        + ids(Stream.concat(spec.useCase().checks().stream(), spec.useCase().factChecks().stream())
                                .map(Check::rule)),
                "satisfies timers: "
                        + spec.useCase().answers().stream().sorted().collect(joining(", ")),
                "records: "
                        + recorded.of(spec.type()).stream()
                                .map(name -> "`" + name + "`")
                                .collect(joining(", "))));
        if (!spec.fields().isEmpty()) {
            page.table(
                    List.of("field", "label", "takes", "range", "required", "help"),
                    spec.fields().stream().flatMap(field -> rows("", field)));
        }
    }

    private static String phases(CommandSpec spec) {
        return spec.phases().size() == Phase.values().length ? "any" : Page.labels(spec.phases().stream());
    }

    private static String ids(Stream<Rule> rules) {
        return rules.map(Rule::id).distinct().collect(joining(", "));
    }

    private static Stream<List<String>> rows(String path, FieldSpec field) {
        List<String> row = List.of(
                "`" + path + field.name() + "`",
                field.label(),
                takes(field),
                range(field),
                field.required() ? "yes" : "",
                field.help().contains("{") ? Policy.defaults().fill(field.help()) : field.help());
        String below = path + field.name() + (field.kind() == FieldKind.LIST ? "[]." : ".");
        return Stream.concat(Stream.of(row), field.fields().stream().flatMap(each -> rows(below, each)));
    }

    private static String takes(FieldSpec field) {
        String kind = field.kind() == FieldKind.LIST
                ? "list of " + Page.words(Objects.requireNonNull(field.element()))
                : Page.words(field.kind());
        String of = field.refersTo() == null ? "" : " (" + Page.words(field.refersTo()) + ")";
        String options = field.options().stream()
                .map(option -> "`" + option.value() + "`")
                .collect(joining(" "));
        String items = field.items().isEmpty()
                ? ""
                : ", one for each of " + field.items().size() + " items";
        return kind + of + items + (options.isEmpty() ? "" : ": " + options);
    }

    private static String range(FieldSpec field) {
        String unit = switch (field.kind()) {
            case NUMBER, INTEGER -> field.unit().isEmpty() ? "" : " " + field.unit();
            case TEXT, MULTILINE -> " characters";
            case LIST -> " entries";
            default -> "";
        };
        String step = field.step() == null ? "" : ", in steps of " + plain(field.step());
        if (field.min() == null && field.max() == null) {
            return (unit + step).strip();
        }
        String range = field.min() == null
                ? "at most " + plain(field.max())
                : field.max() == null
                        ? "at least " + plain(field.min())
                        : plain(field.min()) + " to " + plain(field.max());
        return range + unit + step;
    }

    private static String plain(@Nullable Double number) {
        return BigDecimal.valueOf(Objects.requireNonNull(number))
                .stripTrailingZeros()
                .toPlainString();
    }
}
