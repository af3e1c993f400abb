package org.crossface.pathway.story;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.platform.api.Role;
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

    @Override
    public String toString() {
        return "%s %s: %s %s".formatted(at, role.label(), command.title(), values);
    }
}
