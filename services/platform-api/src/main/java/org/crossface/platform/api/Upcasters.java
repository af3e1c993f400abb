package org.crossface.platform.api;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The upcasters of one event, in the order of its revisions.
 *
 * @param steps the first leads from revision 1 to 2
 */
public record Upcasters(List<Upcaster> steps) {

    private static final ClassValue<Upcasters> OF_EVENTS = new ClassValue<>() {
        @Override
        protected Upcasters computeValue(Class<?> event) {
            return declared(event);
        }
    };

    /** Keeps its own copy of the steps. */
    public Upcasters {
        steps = List.copyOf(steps);
    }

    /**
     * Those that this class of event declares; none without {@link EventName}.
     *
     * @throws IllegalStateException unless there is one for each earlier revision
     */
    public static Upcasters of(Class<?> event) {
        return OF_EVENTS.get(event);
    }

    private static Upcasters declared(Class<?> event) {
        EventName name = event.getAnnotation(EventName.class);
        if (name == null) {
            return new Upcasters(List.of());
        }
        if (name.upcasters().length != name.revision() - 1) {
            throw new IllegalStateException("Revision " + name.revision() + " of " + name.value() + " needs "
                    + (name.revision() - 1) + " upcasters and has " + name.upcasters().length);
        }
        List<Upcaster> steps = new ArrayList<>();
        for (Class<? extends Upcaster> step : name.upcasters()) {
            steps.add(made(step));
        }
        return new Upcasters(steps);
    }

    private static Upcaster made(Class<? extends Upcaster> step) {
        try {
            Constructor<? extends Upcaster> constructor = step.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(step.getName() + " needs a constructor without parameters", e);
        }
    }

    /** Whether they lead from this revision to the current one. */
    public boolean leadFrom(int revision) {
        return revision >= 1 && revision <= steps.size();
    }

    /** Brings content of this revision to the current one, in place. */
    public void upcast(int revision, Map<String, @Nullable Object> content) {
        steps.subList(revision - 1, steps.size()).forEach(step -> step.upcast(content));
    }

    /** What a correction of any revision says of the components of the current one, by name and as text. */
    public Map<String, String> corrected(String component, String value) {
        Map<String, String> fields = Map.of(component, value);
        for (Upcaster step : steps) {
            Map<String, String> next = new LinkedHashMap<>();
            fields.forEach((name, text) -> next.putAll(step.corrected(name, text)));
            fields = next;
        }
        return fields;
    }
}
