package org.crossface.pathway.authority;

import static java.util.stream.Collectors.joining;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossface.pathway.authority.FieldSpec.Option;
import org.crossface.pathway.evaluation.OnScale;
import org.crossface.pathway.vocabulary.Grouped;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FieldRange;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a command off its record. */
final class FieldReader {

    /** Named by the address of the request. */
    private static final String PATHWAY = "pathwayId";

    private static final Set<String> CODES = Set.of("CFNG", "ECG", "EMG", "MPADSS", "PADSS", "PONV", "SMS");
    private static final Pattern WITH_NUMBER = Pattern.compile("[A-Z]+\\d+");

    /** Roman, with the letter of a Clavien-Dindo grade. */
    private static final Pattern GRADE = Pattern.compile("(I{1,3}|IV|V)([AB]?)");

    private static final Set<Type> INTEGERS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Type> NUMBERS = Set.of(double.class, Double.class, float.class, Float.class);

    private FieldReader() {}

    /** The fields of the record, in their order, without the identifier of the pathway. */
    static List<FieldSpec> fieldsOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getName().equals(PATHWAY))
                .map(FieldReader::field)
                .toList();
    }

    private static FieldSpec field(RecordComponent component) {
        FormField form = component.getAnnotation(FormField.class);
        Type type = component.getGenericType();
        Type element = elementOf(type);
        Type shape = element == null ? type : element;
        boolean multiline = form != null && form.multiline();
        FieldKind kind = element == null ? kindOf(type, multiline) : kindOfList(element);
        return new FieldSpec(
                component.getName(),
                kind,
                kind == FieldKind.LIST ? kindOf(shape, multiline) : null,
                range(component.getName(), kind, form),
                options(shape),
                declared(component, RefersTo.class).map(RefersTo::value).orElse(null),
                declared(component, OnScale.class)
                        .map(scale -> scale.value().items())
                        .orElse(List.of()),
                shape instanceof Class<?> inner && inner.isRecord() ? fieldsOf(inner) : List.of(),
                !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                form == null ? "" : form.help());
    }

    /** The annotation of a component, or of the method that the record implements with it. */
    private static <A extends Annotation> Optional<A> declared(RecordComponent component, Class<A> type) {
        return Stream.concat(
                        Stream.ofNullable(component.getAnnotation(type)),
                        interfaces(component.getDeclaringRecord())
                                .flatMap(shared -> Arrays.stream(shared.getDeclaredMethods()))
                                .filter(method ->
                                        method.getName().equals(component.getName()) && method.getParameterCount() == 0)
                                .flatMap(method -> Stream.ofNullable(method.getAnnotation(type))))
                .findFirst();
    }

    private static Stream<Class<?>> interfaces(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).flatMap(each -> Stream.concat(Stream.of(each), interfaces(each)));
    }

    private static @Nullable Type elementOf(Type type) {
        return type instanceof ParameterizedType generic
                        && (generic.getRawType() == List.class || generic.getRawType() == Set.class)
                ? generic.getActualTypeArguments()[0]
                : null;
    }

    private static FieldKind kindOfList(Type element) {
        return element instanceof Class<?> simple && simple.isEnum() ? FieldKind.MULTI_ENUM : FieldKind.LIST;
    }

    private static FieldKind kindOf(Type type, boolean multiline) {
        if (type == String.class) {
            return multiline ? FieldKind.MULTILINE : FieldKind.TEXT;
        }
        if (INTEGERS.contains(type)) {
            return FieldKind.INTEGER;
        }
        if (NUMBERS.contains(type)) {
            return FieldKind.NUMBER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return FieldKind.BOOLEAN;
        }
        if (type == LocalDate.class) {
            return FieldKind.DATE;
        }
        if (type == OffsetDateTime.class) {
            return FieldKind.DATETIME;
        }
        if (type instanceof Class<?> simple && simple.isEnum()) {
            return FieldKind.ENUM;
        }
        if (type instanceof Class<?> simple && simple.isRecord()) {
            return FieldKind.RECORD;
        }
        throw new IllegalStateException("No form can take a " + type.getTypeName());
    }

    private static List<Option> options(Type type) {
        return type instanceof Class<?> simple && simple.isEnum()
                ? Arrays.stream(simple.getEnumConstants())
                        .map(constant -> new Option(
                                ((Enum<?>) constant).name(),
                                sentence(((Enum<?>) constant).name()),
                                constant instanceof Grouped grouped ? grouped.group() : ""))
                        .toList()
                : List.of();
    }

    /** A constant such as {@code HAND_SEWN} as people write it; codes such as {@code EMG}, {@code M12} and {@code IIIA} stay codes. */
    static String sentence(String constant) {
        Matcher grade = GRADE.matcher(constant);
        if (grade.matches()) {
            return grade.group(1) + grade.group(2).toLowerCase(Locale.ROOT);
        }
        return capitalised(Arrays.stream(constant.split("_", -1))
                .map(word -> isCode(word) ? word : word.toLowerCase(Locale.ROOT))
                .collect(joining(" "))
                .replaceAll("(\\d)stage", "$1-stage"));
    }

    private static boolean isCode(String word) {
        return CODES.contains(word) || WITH_NUMBER.matcher(word).matches();
    }

    private static String defaultLabel(String component) {
        return switch (component) {
            case "occurredAt" -> "When it happened";
            case "caseId" -> "Operation";
            default -> capitalised(component.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT));
        };
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static FieldRange range(String name, FieldKind kind, @Nullable FormField form) {
        if (form == null) {
            return FieldRange.any(defaultLabel(name));
        }
        return switch (kind) {
            case TEXT, MULTILINE -> FieldRange.ofText(name, form);
            case LIST, MULTI_ENUM -> FieldRange.ofList(name, form);
            default -> FieldRange.ofNumber(form);
        };
    }
}
