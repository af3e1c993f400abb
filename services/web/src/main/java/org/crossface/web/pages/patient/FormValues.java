package org.crossface.web.pages.patient;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.web.command.LocalTimes;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a submitted form, and their conversion to the JSON of the API. Empty values are omitted. An invalid number or time stays
 * text, so that the command reader reports the field.
 */
final class FormValues {

    /** Prefix of the form's own parameters. */
    static final String OWN = "_";

    /** Prefix of the parameter with the time that a control showed at first, with its offset. */
    static final String SHOWN = OWN + "shown.";

    /** Prefix of the parameter with the chosen offset of a local time that occurs twice. */
    static final String OFFSET = OWN + "offset.";

    /** The answer that none of the choices under headings holds; no constant is written so. */
    static final String NONE = "none";

    /** The parameter of the button that adds a row; its value is the path of the list. */
    static final String ADD = OWN + "add";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ROWS = 40;

    private final MultiValueMap<String, String> typed;

    FormValues(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** The values of one control, without empty ones. */
    List<String> all(String path) {
        return typed.getOrDefault(path, List.of()).stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The number of rows of a list, including an added row. */
    int rows(String path) {
        Pattern row = Pattern.compile(Pattern.quote(path) + "\\[(\\d{1,2})\\].*");
        int rows = 0;
        for (String name : typed.keySet()) {
            Matcher found = row.matcher(name);
            if (found.matches()) {
                rows = Math.max(rows, Integer.parseInt(found.group(1)) + 1);
            }
        }
        boolean more = all(ADD).contains(path);
        return Math.min(MOST_ROWS, more ? rows + 1 : rows);
    }

    /** The JSON object of these fields. */
    ObjectNode json(List<FieldSpec> fields, ZoneId zone) {
        return object(fields, "", zone);
    }

    private ObjectNode object(List<FieldSpec> fields, String prefix, ZoneId zone) {
        ObjectNode object = JSON.objectNode();
        for (FieldSpec field : fields) {
            JsonNode value = value(field, prefix + field.name(), zone);
            if (value != null && !value.isMissingNode()) {
                object.set(field.name(), value);
            }
        }
        return object;
    }

    private JsonNode value(FieldSpec field, String path, ZoneId zone) {
        return switch (field.kind()) {
            case RECORD -> {
                ObjectNode inner = object(field.fields(), path + ".", zone);
                yield inner.isEmpty() && !field.required() ? JSON.missingNode() : inner;
            }
            case LIST -> list(field, path, zone);
            case MULTI_ENUM -> several(field, path);
            default -> {
                List<String> held = all(path);
                yield held.isEmpty() ? JSON.missingNode() : single(field.kind(), path, held.getFirst(), zone);
            }
        };
    }

    private JsonNode several(FieldSpec field, String path) {
        ArrayNode array = JSON.arrayNode();
        List<String> held = all(path);
        held.stream().filter(each -> !each.equals(NONE)).forEach(array::add);
        boolean unanswered = field.isGrouped() && held.isEmpty();
        return array.isEmpty() && (!field.required() || unanswered) ? JSON.missingNode() : array;
    }

    private JsonNode list(FieldSpec field, String path, ZoneId zone) {
        FieldKind element = Objects.requireNonNullElse(field.element(), FieldKind.TEXT);
        ArrayNode array = JSON.arrayNode();
        int rows = rows(path);
        boolean any = false;
        for (int i = 0; i < rows; i++) {
            String at = path + "[" + i + "]";
            if (element == FieldKind.RECORD) {
                ObjectNode inner = object(field.fields(), at + ".", zone);
                if (!inner.isEmpty()) {
                    array.add(inner);
                }
            } else {
                List<String> held = all(at);
                any |= !held.isEmpty();
                if (!held.isEmpty()) {
                    array.add(single(element, at, held.getFirst(), zone));
                } else if (element == FieldKind.INTEGER) {
                    // An empty number stays in the array as null, so that it is reported and the others keep their
                    // index.
                    array.addNull();
                }
            }
        }
        boolean empty = element == FieldKind.RECORD ? array.isEmpty() : !any;
        if (empty) {
            return field.required() ? JSON.arrayNode() : JSON.missingNode();
        }
        return array;
    }

    private JsonNode single(FieldKind kind, String path, String text, ZoneId zone) {
        return switch (kind) {
            case NUMBER, INTEGER -> number(text);
            case BOOLEAN ->
                text.equals("true") || text.equals("false")
                        ? JSON.booleanNode(text.equals("true"))
                        : JSON.stringNode(text);
            case DATETIME -> JSON.stringNode(time(path, text, zone));
            default -> JSON.stringNode(text);
        };
    }

    private static JsonNode number(String text) {
        try {
            BigDecimal number = new BigDecimal(text.replace(',', '.'));
            return number.scale() <= 0 && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                    ? JSON.numberNode(number.longValueExact())
                    : JSON.numberNode(number);
        } catch (NumberFormatException e) {
            return JSON.stringNode(text);
        }
    }

    /**
     * A local time with its offset: the one that was shown with it, else the only one that it has, else the one that was chosen. Where none is certain
     * the text stays without one, and the command reader asks.
     */
    private String time(String path, String text, ZoneId zone) {
        try {
            LocalDateTime local = LocalDateTime.parse(text);
            List<ZoneOffset> offsets = LocalTimes.offsets(local, zone);
            return shown(path)
                    .filter(time -> time.toLocalDateTime().equals(local) && offsets.contains(time.getOffset()))
                    .or(() -> (offsets.size() == 1
                                    ? Optional.of(offsets.getFirst())
                                    : chosen(path).filter(offsets::contains))
                            .map(local::atOffset))
                    .map(OffsetDateTime::toString)
                    .orElse(text);
        } catch (DateTimeException e) {
            return text;
        }
    }

    private Optional<OffsetDateTime> shown(String path) {
        return all(SHOWN + path).stream().findFirst().map(OffsetDateTime::parse);
    }

    /** The offset that was chosen for the local time of a control; empty when none was. */
    Optional<ZoneOffset> chosen(String path) {
        return all(OFFSET + path).stream().findFirst().map(ZoneOffset::of);
    }
}
