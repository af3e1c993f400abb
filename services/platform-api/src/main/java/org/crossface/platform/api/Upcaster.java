package org.crossface.platform.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the stored content of one event from one revision to the next. The event names its upcasters ({@link EventName#upcasters}), so each
 * reader of the event has them. It has a constructor without parameters, and no state.
 *
 * <p>Stored events stay as they are. Personal components are decrypted before; those of a person who was
 * erased read {@link Personal#ERASED}, or are {@code null} where they are no text.
 */
public interface Upcaster {

    /**
     * Changes the content in place.
     *
     * <p>A component that keeps its name keeps its kind and its meaning: corrections name components, and say nothing of a revision.
     *
     * @param content the components by name, as JSON holds them: texts, booleans, numbers, lists and maps
     * @throws RuntimeException if no content of that revision looks like this; the event cannot be read then
     */
    void upcast(Map<String, @Nullable Object> content);

    /**
     * What a correction of the earlier revision says of the components of the next, by name and as text. A component that went without
     * a successor leaves nothing. Each component that {@link #upcast} removes or renames needs an answer here.
     *
     * @param component as the correction names it, such as {@code sites[1].side}
     * @param value as the correction gives it
     */
    default Map<String, String> corrected(String component, String value) {
        return Map.of(component, value);
    }
}
