package org.crossface.pathway.state;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and remakes records whose type is known only when the program runs. */
final class Records {

    private Records() {}

    /**
     * The record with these components replaced; itself when they have these values already.
     *
     * @throws IllegalArgumentException if the record refuses the values
     */
    static <R> R with(R owner, Map<String, ?> changed) {
        RecordComponent[] components = owner.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        boolean same = true;
        for (int i = 0; i < components.length; i++) {
            Object before = read(components[i], owner);
            Object after = changed.containsKey(components[i].getName()) ? changed.get(components[i].getName()) : before;
            values[i] = after;
            same &= Objects.equals(before, after);
        }
        return same ? owner : create(owner, components, values);
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
