package org.crossface.pathway.story;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.jspecify.annotations.Nullable;

/**
 * One step of a story: somebody enters something.
 *
 * @param chapter title of the chapter that tells it
 * @param at when it is entered
 * @param happened when it happened, mostly the same
 * @param user who enters it; {@code null} for the usual person of the role
 * @param values what is entered, by the names of the API and as its JSON takes it
 * @param refusedBy the rule that refuses it; {@code null} if it is taken
 * @param shown what can be read after it
 */
public record Step(
        String chapter,
        OffsetDateTime at,
        OffsetDateTime happened,
        Role role,
        @Nullable String user,
        CommandSpec command,
        Map<String, Object> values,
        @Nullable String refusedBy,
        List<Shown> shown) {

    /**
     * The command as the JSON of the API has it.
     *
     * @param given what the story does not say, such as the room; a command takes of it what it has fields for
     */
    public Map<String, Object> body(Map<String, ?> given) {
        Map<String, Object> body = new LinkedHashMap<>();
        List<String> fields = command.fields().stream().map(FieldSpec::name).toList();
        given.forEach((name, value) -> {
            if (fields.contains(name)) {
                body.put(name, value);
            }
        });
        body.putAll(values);
        body.put("occurredAt", happened.toString());
        return body;
    }

    private static final String FIELD = "field ";

    /** What {@link #refusedBy()} would be of this refusal: the rule, or the field if the story names one. */
    public String toldOf(CommandRefused refusal) {
        return refusedBy != null && refusedBy.startsWith(FIELD)
                ? FIELD + refusal.field().orElse("")
                : refusal.rule();
    }

    private static final String FIRST = "the first ";
    private static final String LAST = "the last ";

    /**
     * The same, with the facts that values name.
     *
     * @param idsOf the identifiers of all facts of a stored name, the oldest first; a value such as {@code the last adjunct.planned} takes one
     */
    public Map<String, Object> body(Map<String, ?> given, Function<String, List<String>> idsOf) {
        Map<String, Object> body = body(given);
        body.replaceAll((name, value) -> switch (value) {
            case String text
            when text.startsWith(FIRST) ->
                idsOf.apply(text.substring(FIRST.length())).getFirst();
            case String text
            when text.startsWith(LAST) ->
                idsOf.apply(text.substring(LAST.length())).getLast();
            default -> value;
        });
        return body;
    }

    @Override
    public String toString() {
        return "%s %s: %s %s".formatted(at, role.label(), command.title(), values);
    }
}
