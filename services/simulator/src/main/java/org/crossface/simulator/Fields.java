package org.crossface.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names and values of a command, without those that have no value. */
final class Fields {

    private Fields() {}

    /** @param pairs name, value, name, value, ...; a pair whose value is {@code null} is left out */
    static Object[] of(@Nullable Object... pairs) {
        List<Object> given = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object name = pairs[i];
            Object value = pairs[i + 1];
            if (name != null && value != null) {
                given.add(name);
                given.add(value);
            }
        }
        return given.toArray();
    }

    /** The same fields and one more. */
    static Object[] and(Object[] fields, String name, Object value) {
        Object[] more = Arrays.copyOf(fields, fields.length + 2);
        more[fields.length] = name;
        more[fields.length + 1] = value;
        return more;
    }
}
