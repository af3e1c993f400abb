package org.crossface.pathway.story;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.vocabulary.FaceSide;

/**
 * Turns what a story says was entered into the values that the API takes.
 *
 * @param paralysed the paralysed side of the patient
 * @param from the day from which times are counted
 * @param at when the step happens
 */
record StoryValues(FaceSide paralysed, StoryTime from, OffsetDateTime at) {

    private static final String NONE = "none";
    private static final String LATER = "in ";
    private static final String MONTH = "the month of ";

    /** The values by the names of the API. */
    Map<String, Object> of(Map<FieldSpec, String> entered) {
        Map<String, Object> values = new LinkedHashMap<>();
        entered.forEach((field, text) -> values.put(field.name(), value(field, text)));
        return values;
    }

    private Object value(FieldSpec field, String text) {
        return switch (field.kind()) {
            case MULTI_ENUM -> list(field, FieldKind.ENUM, text);
            case LIST -> list(field, field.element() == null ? FieldKind.TEXT : field.element(), text);
            default -> single(field, field.kind(), text);
        };
    }

    private List<Object> list(FieldSpec field, FieldKind element, String text) {
        return text.equals(NONE)
                ? List.of()
                : Arrays.stream(text.split(", "))
                        .map(each -> single(field, element, each))
                        .toList();
    }

    private Object single(FieldSpec field, FieldKind kind, String text) {
        return switch (kind) {
            case TEXT, MULTILINE -> text.startsWith(MONTH) ? month(text.substring(MONTH.length())) : text;
            case BOOLEAN -> yesOrNo(text);
            case INTEGER -> Integer.valueOf(withoutUnit(field, text));
            case NUMBER -> Double.valueOf(withoutUnit(field, text));
            case ENUM -> option(field, text);
            case DATE ->
                (text.startsWith(LATER) ? today().date(text.substring(LATER.length())) : from.date(text)).toString();
            case DATETIME -> moment(text).toString();
            case RECORD -> record(field, text);
            case LIST, MULTI_ENUM -> throw new IllegalArgumentException("A list in a list: " + field.label());
        };
    }

    /** A date of which the day is not known. */
    private String month(String text) {
        return YearMonth.from(from.date(text)).toString();
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("Neither yes nor no: " + text);
        };
    }

    private static String withoutUnit(FieldSpec field, String text) {
        return field.unit().isEmpty() || !text.endsWith(" " + field.unit())
                ? text
                : text.substring(0, text.length() - field.unit().length() - 1);
    }

    private String option(FieldSpec field, String text) {
        return switch (text) {
            case "the paralysed side" -> paralysed.name();
            case "the healthy side" -> paralysed.opposite().name();
            default ->
                field.options().stream()
                        .filter(option -> option.label().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "%s: %s is none of %s".formatted(field.label(), text, field.options())))
                        .value();
        };
    }

    private OffsetDateTime moment(String text) {
        if (text.startsWith(LATER)) {
            return today().moment(text.substring(LATER.length()));
        }
        return StoryTime.namesDay(text) ? from.moment(text) : today().moment(text);
    }

    private StoryTime today() {
        return new StoryTime(at.toLocalDate());
    }

    /** Such as {@code Leg on the healthy side}: the fields of the record in their order. */
    private Map<String, Object> record(FieldSpec field, String text) {
        String[] parts = text.split(" on ", field.fields().size());
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            FieldSpec part = field.fields().get(i);
            values.put(part.name(), single(part, part.kind(), parts[i]));
        }
        return values;
    }
}
