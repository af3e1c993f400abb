package org.crossface.web.pages.patient;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.authority.FieldSpec.Option;
import org.crossface.pathway.evaluation.Scale;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.platform.api.FieldRange;
import org.crossface.web.command.LocalTimes;
import org.crossface.web.pages.patient.FormInput.Control;
import org.crossface.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Builds the form of a command from its field specifications. */
final class CommandForm {

    private static final int FEW_OPTIONS = 5;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Function<FieldSpec, List<Option>> choices;
    private final FormValues values;
    private final ZoneId zone;
    private final ZonedDateTime now;
    private final Policy policy;
    private final @Nullable Problem problem;

    /**
     * @param choices the options of a field; empty for a free text field
     * @param policy thresholds for the help texts
     */
    CommandForm(
            Function<FieldSpec, List<Option>> choices,
            FormValues values,
            ZonedDateTime now,
            Policy policy,
            @Nullable Problem problem) {
        this.choices = choices;
        this.values = values;
        this.zone = now.getZone();
        this.now = now;
        this.policy = policy;
        this.problem = problem;
    }

    /** The controls of these fields; the time of occurrence is last. */
    List<FormInput> inputs(List<FieldSpec> fields) {
        List<FormInput> inputs = new ArrayList<>();
        FormInput time = null;
        for (FieldSpec field : fields) {
            FormInput input = input(field, "");
            if (field.name().equals("occurredAt")) {
                time = input;
            } else {
                inputs.add(input);
            }
        }
        if (time != null) {
            inputs.add(time);
        }
        return inputs;
    }

    private FormInput input(FieldSpec field, String prefix) {
        String path = prefix + field.name();
        List<Option> named = choices.apply(field);
        boolean evident =
                field.refersTo() == Referent.FLAP || (field.refersTo() == Referent.OPERATION && field.required());
        if (evident && named.size() == 1) {
            return single(field, path, Control.HIDDEN, List.of(named.getFirst().value()), List.of());
        }
        if (named.isEmpty() && isChosen(field)) {
            return field.required()
                    ? single(field, path, Control.SELECT, List.of(), List.of())
                    : single(field, path, Control.HIDDEN, List.of(), List.of());
        }
        if (!field.items().isEmpty()) {
            return group(field, path, Control.NUMBERS, numbers(field, path, field.items()));
        }
        return switch (field.kind()) {
            case RECORD ->
                group(
                        field,
                        path,
                        Control.GROUP,
                        field.fields().stream()
                                .map(part -> input(part, path + "."))
                                .toList());
            case LIST -> group(field, path, Control.ROWS, rows(field, path));
            default -> named.isEmpty() ? plain(field, path) : chosen(field, path, named);
        };
    }

    /** Whether the field names something that is on record, which nobody can type; the registration of another person can be copied from its page. */
    private static boolean isChosen(FieldSpec field) {
        return field.kind() == FieldKind.TEXT && field.refersTo() != null && field.refersTo() != Referent.OTHER_PERSON;
    }

    private FormInput plain(FieldSpec field, String path) {
        List<String> typed = values.all(path);
        return switch (field.kind()) {
            case NUMBER, INTEGER -> single(field, path, Control.NUMBER, typed, List.of());
            case MULTILINE -> single(field, path, Control.MULTILINE, typed, List.of());
            case ENUM ->
                single(
                        field,
                        path,
                        field.options().size() <= FEW_OPTIONS ? Control.RADIO : Control.SELECT,
                        typed,
                        field.options());
            case MULTI_ENUM -> single(field, path, Control.CHECKS, typed, field.options());
            case BOOLEAN ->
                single(
                        field,
                        path,
                        Control.YES_NO,
                        typed,
                        List.of(new Option("true", "Yes"), new Option("false", "No")));
            case DATE -> single(field, path, Control.DATE, typed, List.of());
            case DATETIME -> time(field, path, typed);
            case TEXT, LIST, RECORD -> single(field, path, Control.TEXT, typed, List.of());
        };
    }

    /**
     * A local time. The time that is shown at first is sent along with its offset; a time that occurs twice has a choice of its two offsets.
     */
    private FormInput time(FieldSpec field, String path, List<String> typed) {
        ZonedDateTime minute = now.truncatedTo(ChronoUnit.MINUTES);
        boolean isNow = typed.isEmpty() && field.name().equals("occurredAt");
        String text = isNow ? LOCAL.format(minute) : typed.isEmpty() ? "" : typed.getFirst();
        List<ZoneOffset> offsets = offsets(text);
        List<String> held = new ArrayList<>(text.isEmpty() ? List.of() : List.of(text));
        if (offsets.size() > 1) {
            (isNow ? Optional.of(minute.getOffset()) : chosen(path))
                    .map(ZoneOffset::getId)
                    .ifPresent(held::add);
        }
        return new FormInput(
                field,
                Control.DATETIME,
                path,
                field.label(),
                held,
                offsets.size() > 1 ? offsets.stream().map(CommandForm::choice).toList() : List.of(),
                isNow ? List.of(shown(field, path, minute)) : List.of(),
                help(field),
                error(path, true, false));
    }

    private Optional<ZoneOffset> chosen(String path) {
        try {
            return values.chosen(path);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private List<ZoneOffset> offsets(String text) {
        try {
            return LocalTimes.offsets(LocalDateTime.parse(text), zone);
        } catch (DateTimeException e) {
            return List.of();
        }
    }

    private static Option choice(ZoneOffset offset) {
        return new Option(offset.getId(), "UTC" + offset.getId());
    }

    private static FormInput shown(FieldSpec field, String path, ZonedDateTime minute) {
        return new FormInput(
                field,
                Control.HIDDEN,
                FormValues.SHOWN + path,
                "",
                List.of(minute.toOffsetDateTime().toString()),
                List.of(),
                List.of(),
                "",
                null);
    }

    private FormInput chosen(FieldSpec field, String path, List<Option> options) {
        List<String> typed = values.all(path);
        boolean only =
                typed.isEmpty() && field.required() && (options.size() == 1 || field.refersTo() == Referent.OPERATION);
        return single(
                field, path, Control.SELECT, only ? List.of(options.getFirst().value()) : typed, options);
    }

    private List<FormInput> numbers(FieldSpec field, String path, List<Scale.Item> items) {
        List<FormInput> numbers = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Scale.Item item = items.get(i);
            FieldSpec one = element(field, FieldKind.INTEGER, item.least(), item.most());
            String at = path + "[" + i + "]";
            numbers.add(new FormInput(
                    one,
                    Control.NUMBER,
                    at,
                    item.label(),
                    values.all(at),
                    List.of(),
                    List.of(),
                    item.least() + " to " + item.most(),
                    error(at, false, false)));
        }
        return numbers;
    }

    private List<FormInput> rows(FieldSpec field, String path) {
        int least = field.min() == null ? 1 : Math.max(1, field.min().intValue());
        int count = Math.max(least, values.rows(path));
        List<FormInput> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String at = path + "[" + i + "]";
            String label = field.label() + " " + (i + 1);
            rows.add(field.fields().isEmpty() ? row(field, at, label) : record(field, at, label));
        }
        return rows;
    }

    private FormInput row(FieldSpec field, String path, String label) {
        FieldKind kind = Objects.requireNonNullElse(field.element(), FieldKind.TEXT);
        Integer longest = field.longestElement();
        FieldSpec one =
                element(field, kind, Double.NEGATIVE_INFINITY, longest == null ? Double.POSITIVE_INFINITY : longest);
        List<Option> options = choices.apply(field);
        Control control = !options.isEmpty() ? Control.SELECT : plain(one, path).control();
        return new FormInput(
                one, control, path, label, values.all(path), options, List.of(), "", error(path, false, false));
    }

    private FormInput record(FieldSpec field, String path, String label) {
        return new FormInput(
                field,
                Control.GROUP,
                path,
                label,
                List.of(),
                List.of(),
                field.fields().stream().map(part -> input(part, path + ".")).toList(),
                "",
                error(path, false, false));
    }

    private static FieldSpec element(FieldSpec list, FieldKind kind, double least, double most) {
        return new FieldSpec(
                list.name(),
                kind,
                null,
                new FieldRange(
                        list.label(), list.unit(), least, most, 0, list.range().longestEntry()),
                list.options(),
                list.refersTo(),
                List.of(),
                List.of(),
                true,
                "");
    }

    private FormInput single(FieldSpec field, String path, Control control, List<String> held, List<Option> options) {
        return new FormInput(
                field,
                control,
                path,
                field.label(),
                held,
                options,
                List.of(),
                help(field),
                error(path, true, !options.isEmpty()));
    }

    private FormInput group(FieldSpec field, String path, Control control, List<FormInput> parts) {
        return new FormInput(
                field,
                control,
                path,
                field.label(),
                List.of(),
                List.of(),
                parts,
                help(field),
                error(path, false, false));
    }

    /** The error of this field. Only the innermost control of the field shows it, so that it appears once. */
    private @Nullable String error(String path, boolean below, boolean choice) {
        if (problem == null) {
            return null;
        }
        return problem.said(field -> isAt(field, path, below), !choice).orElse(null);
    }

    private static boolean isAt(String field, String path, boolean below) {
        return !path.isEmpty() && (field.equals(path) || (below && field.startsWith(path + "[")));
    }

    private String help(FieldSpec field) {
        StringBuilder help = new StringBuilder(policy.fill(field.help()));
        boolean number = field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.INTEGER;
        if (number && field.min() != null && field.max() != null) {
            help.append(help.isEmpty() ? "" : ". ")
                    .append(plainNumber(field.min()))
                    .append(" to ")
                    .append(plainNumber(field.max()));
        }
        if (field.kind() == FieldKind.DATETIME) {
            help.append(help.isEmpty() ? "" : ". ")
                    .append("Time in ")
                    .append(zone.getId())
                    .append(", now UTC")
                    .append(now.getOffset().getId());
        }
        return help.toString();
    }

    private static String plainNumber(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
