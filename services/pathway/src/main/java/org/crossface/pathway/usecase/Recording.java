package org.crossface.pathway.usecase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that a command records, with the way back: the entry of the command as the event tells it. The rules of the command judge a
 * corrected fact by that entry. A component of the event that the entry gives is one that a person may correct; every other one is
 * computed or names something, and nobody corrects it.
 *
 * @param <C> the command
 * @param <E> the event
 * @param command class of the command
 * @param event class of the event
 * @param parts how each component of the command is read from the event, where it is not simply the component of the same name and type
 * @param entered which facts of the event a person entered; the others follow from other facts
 */
public record Recording<C, E extends PathwayEvent>(
        Class<C> command, Class<E> event, Map<String, Part<E>> parts, Predicate<E> entered) {

    /** Which fact it is, and of whom; no entry of a person. */
    private static final Set<String> IDENTITY = Set.of("pathwayId", "factId", "patientId", "siteId");

    /**
     * Where a component of a command comes from.
     *
     * @param <E> the event
     * @param component the component of the event that holds it; empty when the event holds it nowhere
     * @param value the value in the entry
     */
    public record Part<E>(String component, Function<E, @Nullable Object> value) {}

    /** Keeps its own copy of the parts. */
    public Recording {
        parts = Map.copyOf(parts);
    }

    /** A component of the command that stands under another name or type in the event. */
    public Recording<C, E> with(String entered, String component, Function<E, @Nullable Object> value) {
        Map<String, Part<E>> more = new LinkedHashMap<>(parts);
        more.put(entered, new Part<>(component, value));
        return new Recording<>(command, event, more, this.entered);
    }

    /** Only these facts were entered by a person; others of the same event follow from other facts. */
    public Recording<C, E> when(Predicate<E> byPerson) {
        return new Recording<>(command, event, parts, byPerson);
    }

    /** Whether a person entered this fact. */
    boolean isEntered(PathwayEvent fact) {
        return entered.test(event.cast(fact));
    }

    /** A component of the command that has always the same value when it records this event. */
    public Recording<C, E> always(String entered, Object value) {
        return with(entered, "", fact -> value);
    }

    /** The components of the event that a person may correct, in their order. */
    public Set<String> correctable() {
        Set<String> entered = new LinkedHashSet<>();
        for (RecordComponent component : event.getRecordComponents()) {
            String name = component.getName();
            boolean sameName = Arrays.stream(command.getRecordComponents())
                    .anyMatch(each -> !parts.containsKey(each.getName()) && isSame(each, component));
            boolean otherName =
                    parts.values().stream().anyMatch(part -> part.component().equals(name));
            if (!IDENTITY.contains(name) && (sameName || otherName)) {
                entered.add(name);
            }
        }
        return entered;
    }

    /**
     * The entry that records this fact; empty when erasure took what it cannot be without.
     *
     * @throws IllegalStateException if a component of the command that may not be missing is found nowhere in the event
     */
    public Optional<C> entry(PathwayEvent fact) {
        E recorded = event.cast(fact);
        RecordComponent[] components = command.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = valueOf(components[i], recorded);
        }
        try {
            return Optional.of(command.getDeclaredConstructor(types).newInstance(values));
        } catch (InvocationTargetException erased) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Commands are public records", e);
        }
    }

    private @Nullable Object valueOf(RecordComponent component, E fact) {
        Part<E> part = parts.get(component.getName());
        if (part != null) {
            return part.value().apply(fact);
        }
        for (RecordComponent each : event.getRecordComponents()) {
            if (isSame(component, each)) {
                return read(each, fact);
            }
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        throw new IllegalStateException(
                event.getSimpleName() + " does not tell " + component.getName() + " of " + command.getSimpleName());
    }

    private static boolean isSame(RecordComponent entered, RecordComponent recorded) {
        return entered.getName().equals(recorded.getName())
                && entered.getGenericType().equals(recorded.getGenericType());
    }

    private static @Nullable Object read(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Facts are public records", e);
        }
    }
}
