package org.crossface.web.command;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.web.command.CommandEntry.Sent;
import org.crossface.web.problem.RequestFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a command from JSON, strictly: an unknown field, a missing one and one of another type are faults that name the field. All faults are
 * reported at once, together with values out of range. The command bus checks the contents of texts and times.
 */
public final class CommandReader {

    private static final String OCCURRED = "occurredAt";

    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** @param clock domain time, for commands without a time */
    public CommandReader(Clock clock) {
        this.clock = clock;
    }

    /** Collects the faults of the fields. */
    void check(Sent sent, FieldFaults faults) {
        List<FieldSpec> fields = new ArrayList<>();
        for (FieldSpec field : sent.spec().fields()) {
            if (!sent.set().containsKey(field.name())) {
                fields.add(field);
            }
        }
        ObjectNode own = own(sent);
        if (LateReason.isTakenBy(sent.spec())) {
            LateReason.check(own, faults);
            own.remove(LateReason.FIELD.name());
        }
        object("", fields, own, sent.zone(), faults);
    }

    /**
     * Makes the command from fields in which {@link #check} found no fault.
     *
     * @throws RequestFault if the command cannot be made even so
     */
    Object read(Sent sent) {
        ObjectNode whole = own(sent);
        if (LateReason.isTakenBy(sent.spec())) {
            whole.remove(LateReason.FIELD.name());
        }
        sent.set().forEach((name, value) -> whole.put(name, value.get()));
        return convert(sent.spec(), whole);
    }

    /** A copy of the fields, with the time of the event. */
    private ObjectNode own(Sent sent) {
        ObjectNode own = sent.fields().deepCopy();
        if (!own.hasNonNull(OCCURRED)) {
            own.put(OCCURRED, now(sent.zone()));
        }
        return own;
    }

    private String now(ZoneId zone) {
        return OffsetDateTime.now(clock.withZone(zone)).toString();
    }

    private static void object(
            String prefix, List<FieldSpec> fields, JsonNode object, ZoneId zone, FieldFaults faults) {
        Set<String> known = fields.stream().map(FieldSpec::name).collect(Collectors.toSet());
        for (String name : object.propertyNames()) {
            if (faults.isFull()) {
                return;
            }
            if (!known.contains(name)) {
                faults.unreadable(
                        prefix + name,
                        "This command has no field " + prefix + name,
                        "Use only " + known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        for (FieldSpec field : fields) {
            field(prefix + field.name(), field, object.path(field.name()), zone, faults);
        }
    }

    private static void field(String path, FieldSpec field, JsonNode value, ZoneId zone, FieldFaults faults) {
        FieldKind kind = field.kind();
        if (value.isMissingNode() || value.isNull()) {
            if (field.required()) {
                missing(path, field.label(), field, kind, faults);
            }
        } else if (kind == FieldKind.LIST) {
            list(path, field, field.element() == null ? FieldKind.TEXT : field.element(), value, zone, faults);
        } else if (kind == FieldKind.MULTI_ENUM) {
            list(path, field, FieldKind.ENUM, value, zone, faults);
        } else if (isReadable(path, field.label(), field, kind, value, zone, faults)) {
            switch (kind) {
                case NUMBER, INTEGER ->
                    faults.judged(field.range().number(path, value.asDouble(Double.POSITIVE_INFINITY)));
                case TEXT, MULTILINE -> faults.judged(field.range().text(path, value.stringValue()));
                default -> {
                    // Fields of other kinds have no range.
                }
            }
        }
    }

    private static void list(
            String path, FieldSpec field, FieldKind element, JsonNode value, ZoneId zone, FieldFaults faults) {
        if (!isReadable(path, field.label(), field, field.kind(), value, zone, faults)) {
            return;
        }
        faults.judged(field.range().entries(path, value.size()));
        int index = 0;
        for (JsonNode each : value) {
            if (faults.isFull()) {
                return;
            }
            String label = entryLabel(field, index);
            String at = path + "[" + index++ + "]";
            if (each.isNull()) {
                missing(at, label, field, element, faults);
            } else if (isReadable(at, label, field, element, each, zone, faults)
                    && (element == FieldKind.TEXT || element == FieldKind.MULTILINE)) {
                faults.judged(field.range().entry(at, each.stringValue()));
            }
        }
    }

    private static String entryLabel(FieldSpec field, int index) {
        return index < field.items().size()
                ? field.label() + ", " + field.items().get(index).label()
                : field.label() + " " + (index + 1);
    }

    private static void missing(String path, String label, FieldSpec field, FieldKind kind, FieldFaults faults) {
        faults.unreadable(path, label + " is missing", "Give " + expected(field, kind));
    }

    /** Whether the value is of the field's kind; if not, adds a fault. Checks the components of a record too. */
    private static boolean isReadable(
            String path,
            String label,
            FieldSpec field,
            FieldKind kind,
            JsonNode value,
            ZoneId zone,
            FieldFaults faults) {
        boolean fits = switch (kind) {
            case NUMBER -> value.isNumber();
            case INTEGER -> value.isIntegralNumber();
            case BOOLEAN -> value.isBoolean();
            case TEXT, MULTILINE -> value.isString();
            case ENUM -> value.isString() && isOption(field, value.stringValue());
            case DATE -> value.isString() && Dates.isDate(value.stringValue());
            case DATETIME -> value.isString() && Dates.isDateTime(value.stringValue());
            case RECORD -> value.isObject();
            case LIST, MULTI_ENUM -> value.isArray();
        };
        if (!fits) {
            String expected = expected(field, kind);
            LocalTimes.Finding found = kind == FieldKind.DATETIME && value.isString()
                    ? LocalTimes.finding(label, value.stringValue(), zone)
                            .orElse(new LocalTimes.Finding(label + " must be " + expected, "Give " + expected))
                    : new LocalTimes.Finding(label + " must be " + expected, "Give " + expected);
            faults.unreadable(path, found.detail(), found.remedy());
        } else if (kind == FieldKind.RECORD) {
            object(path + ".", field.fields(), value, zone, faults);
        }
        return fits;
    }

    private static boolean isOption(FieldSpec field, String value) {
        return field.options().stream().anyMatch(option -> option.value().equals(value));
    }

    private Object convert(CommandSpec spec, ObjectNode whole) {
        try {
            return json.treeToValue(whole, spec.type());
        } catch (DatabindException e) {
            String field = path(e);
            throw RequestFault.badField(
                    field, "The value of " + field + " does not fit " + spec.name(), "See /api/openapi");
        } catch (JacksonException e) {
            throw RequestFault.badField(null, "The body does not fit " + spec.name(), "See /api/openapi");
        }
    }

    private static String path(DatabindException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static String expected(FieldSpec field, FieldKind kind) {
        return switch (kind) {
            case NUMBER -> "a number";
            case INTEGER -> "a whole number";
            case TEXT, MULTILINE -> "a text";
            case BOOLEAN -> "true or false";
            case DATE -> "a date such as 2025-01-14";
            case DATETIME -> "a time with offset such as 2025-01-14T08:00:00-08:00";
            case ENUM -> "one of " + options(field);
            case MULTI_ENUM -> "a list of " + options(field);
            case LIST -> "a list";
            case RECORD -> "an object";
        };
    }

    private static String options(FieldSpec field) {
        return field.options().stream().map(FieldSpec.Option::value).collect(Collectors.joining(", "));
    }
}
