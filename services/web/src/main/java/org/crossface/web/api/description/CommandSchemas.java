package org.crossface.web.api.description;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Describes the fields of a command: type, range, unit, choices. */
final class CommandSchemas {

    private CommandSchemas() {}

    /**
     * The body of a command.
     *
     * @param without components that the address or the server sets
     * @param optional components that the server fills in when they are missing
     */
    static Schema<?> body(List<FieldSpec> fields, Set<String> without, Set<String> optional) {
        ObjectSchema body = new ObjectSchema();
        body.setAdditionalProperties(false);
        for (FieldSpec field : fields) {
            if (!without.contains(field.name())) {
                body.addProperty(field.name(), field(field));
                if (field.required() && !optional.contains(field.name())) {
                    body.addRequiredItem(field.name());
                }
            }
        }
        return body;
    }

    static Schema<?> field(FieldSpec field) {
        Schema<?> schema = switch (field.kind()) {
            case LIST -> list(field, single(field, field.element()));
            case MULTI_ENUM -> list(field, single(field, FieldKind.ENUM));
            default -> limited(field, single(field, field.kind()));
        };
        schema.setTitle(field.label());
        schema.setDescription(description(field));
        return schema;
    }

    private static Schema<?> list(FieldSpec field, Schema<?> element) {
        ArraySchema list = new ArraySchema();
        element.setMaxLength(field.longestElement());
        list.setItems(element);
        list.setMinItems(whole(field.min()));
        list.setMaxItems(whole(field.max()));
        return list;
    }

    private static Schema<?> single(FieldSpec field, @Nullable FieldKind kind) {
        return switch (kind) {
            case null -> new StringSchema();
            case NUMBER -> new NumberSchema();
            case INTEGER -> new IntegerSchema();
            case BOOLEAN -> new BooleanSchema();
            case DATE -> new StringSchema().format("date");
            case DATETIME -> new StringSchema().format("date-time");
            case ENUM -> {
                StringSchema choices = new StringSchema();
                field.options().forEach(option -> choices.addEnumItem(option.value()));
                yield choices;
            }
            case RECORD -> body(field.fields(), Set.of(), Set.of());
            case TEXT, MULTILINE, LIST, MULTI_ENUM -> new StringSchema();
        };
    }

    private static Schema<?> limited(FieldSpec field, Schema<?> schema) {
        switch (field.kind()) {
            case NUMBER, INTEGER -> {
                schema.setMinimum(decimal(field.min()));
                schema.setMaximum(decimal(field.max()));
                schema.setMultipleOf(decimal(field.step()));
            }
            case TEXT, MULTILINE -> {
                schema.setMinLength(whole(field.min()));
                schema.setMaxLength(whole(field.max()));
            }
            default -> {
                // Fields of other kinds have no range.
            }
        }
        return schema;
    }

    private static @Nullable String description(FieldSpec field) {
        String text = Stream.of(
                        field.unit().isEmpty() ? "" : "In " + field.unit() + ".",
                        Policy.defaults().fill(field.help()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? null : text;
    }

    private static @Nullable BigDecimal decimal(@Nullable Double number) {
        return number == null
                ? null
                : new BigDecimal(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }

    private static @Nullable Integer whole(@Nullable Double number) {
        return number == null ? null : number.intValue();
    }
}
