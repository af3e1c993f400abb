package org.crossface.pathway.state;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and remakes records whose type is known only when the program runs. */
final class Records {

    /** The JVM makes new objects with each call, and an accessor becomes fast only when it is used again. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return List.of(type.getRecordComponents());
        }
    };

    private Records() {}

    /**
     * The record with these components replaced; itself when they have these values already.
     *
     * @throws IllegalArgumentException if the record refuses the values
     */
    static <R> R with(R owner, Map<String, ?> changed) {
        List<RecordComponent> components = COMPONENTS.get(owner.getClass());
        boolean same = components.stream()
                .filter(component -> changed.containsKey(component.getName()))
                .allMatch(component -> Objects.equals(read(component, owner), changed.get(component.getName())));
        if (same) {
            return owner;
        }
        RecordComponent[] all = components.toArray(RecordComponent[]::new);
        @Nullable
        Object[] values = components.stream()
                .map(component -> changed.containsKey(component.getName())
                        ? changed.get(component.getName())
                        : read(component, owner))
                .toArray();
        return create(owner, all, values);
    }

    /** The value of a component. */
    static @Nullable Object read(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Facts are public records", e);
        }
    }

    /**
     * A record of the same type with these values.
     *
     * @throws IllegalArgumentException if the record refuses the values
     */
    @SuppressWarnings("unchecked") // the constructor is that of the owner's class
    static <R> R create(R owner, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (R) owner.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("The corrected fact would contradict itself", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Facts are public records", e);
        }
    }
}
