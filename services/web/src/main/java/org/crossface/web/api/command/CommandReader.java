package org.crossface.web.api.command;

import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.web.api.problem.RequestFault;
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
 * Makes a command from JSON, strictly: an unknown field, a missing one and one of another type are errors that name the field. The contents
 * of texts and times are checked by the command bus, which checks every command, and ranges by the rules.
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

    /** @param clock domain time, for commands that do not say when it happened */
    public CommandReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes the command.
     *
     * @param targetId identifier of the stream that the command is for
     * @param given components set by the server, which the body must not contain
     * @param zone of the place, for a command that does not say when it happened
     * @throws RequestFault if the body does not fit the command
     */
    public Object read(CommandSpec spec, String targetId, Map<String, String> given, ObjectNode body, ZoneId zone) {
        Map<String, String> fixed = new HashMap<>(given);
        fixed.put(targetOf(spec), targetId);
        List<FieldSpec> fields = spec.fields().stream()
                .filter(field -> !fixed.containsKey(field.name()))
                .toList();
        ObjectNode whole = body.deepCopy();
        if (!whole.hasNonNull(OCCURRED)) {
            whole.put(OCCURRED, OffsetDateTime.now(clock.withZone(zone)).toString());
        }
        check("", fields, whole);
        fixed.forEach(whole::put);
        return convert(spec, whole);
    }

    /** Name of the component with the identifier of the stream. */
    public static String targetOf(CommandSpec spec) {
        for (RecordComponent component : spec.type().getRecordComponents()) {
            if (component.isAnnotationPresent(TargetAggregateIdentifier.class)
                    || component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class)
                    || fieldHasTarget(spec.type(), component.getName())) {
                return component.getName();
            }
        }
        throw new IllegalStateException(spec.name() + " names no stream");
    }

    private static boolean fieldHasTarget(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredFields())
                .anyMatch(field ->
                        field.getName().equals(name) && field.isAnnotationPresent(TargetAggregateIdentifier.class));
    }

    private static void check(String prefix, List<FieldSpec> fields, JsonNode object) {
        Set<String> known = fields.stream().map(FieldSpec::name).collect(Collectors.toSet());
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw RequestFault.badField(
                        prefix + name,
                        "This command has no field " + prefix + name,
                        "Use only " + known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        for (FieldSpec field : fields) {
            check(prefix + field.name(), field, object.path(field.name()));
        }
    }

    private static void check(String path, FieldSpec field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            if (field.required()) {
                throw RequestFault.badField(path, field.label() + " is missing", "Give " + expected(field));
            }
            return;
        }
        FieldKind kind = field.kind();
        if (kind == FieldKind.LIST || kind == FieldKind.MULTI_ENUM) {
            require(value.isArray(), path, field);
            FieldKind element = kind == FieldKind.MULTI_ENUM ? FieldKind.ENUM : field.element();
            int index = 0;
            for (JsonNode each : value) {
                checkSingle(path + "[" + index++ + "]", field, element == null ? FieldKind.TEXT : element, each);
            }
        } else {
            checkSingle(path, field, kind, value);
        }
    }

    private static void checkSingle(String path, FieldSpec field, FieldKind kind, JsonNode value) {
        switch (kind) {
            case NUMBER -> require(value.isNumber(), path, field);
            case INTEGER -> require(value.isIntegralNumber(), path, field);
            case BOOLEAN -> require(value.isBoolean(), path, field);
            case TEXT, MULTILINE -> require(value.isString(), path, field);
            case ENUM ->
                require(
                        value.isString()
                                && field.options().stream()
                                        .anyMatch(option -> option.value().equals(value.stringValue())),
                        path,
                        field);
            case DATE -> require(value.isString() && Dates.isDate(value.stringValue()), path, field);
            case DATETIME -> require(value.isString() && Dates.isDateTime(value.stringValue()), path, field);
            case RECORD -> {
                require(value.isObject(), path, field);
                check(path + ".", field.fields(), value);
            }
            case LIST, MULTI_ENUM -> require(value.isArray(), path, field);
        }
    }

    private static void require(boolean fits, String path, FieldSpec field) {
        if (!fits) {
            throw RequestFault.badField(path, path + " must be " + expected(field), "Give " + expected(field));
        }
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

    private static String expected(FieldSpec field) {
        return switch (field.kind()) {
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
