package org.crossface.pathway.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;

/** The types of ours that records are made of, at any depth: a change of one of them changes each such record. */
public final class StoredTypes {

    private StoredTypes() {}

    /** The types of the components of these records. */
    public static Set<Class<?>> of(Iterable<? extends Class<?>> records) {
        Set<Class<?>> found = new LinkedHashSet<>();
        records.forEach(owner -> addComponents(owner, found));
        return found;
    }

    private static void addComponents(Class<?> owner, Set<Class<?>> found) {
        for (RecordComponent component : owner.getRecordComponents()) {
            add(component.getGenericType(), found);
        }
    }

    private static void add(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                add(argument, found);
            }
        } else if (type instanceof Class<?> plain
                && plain.getName().startsWith("org.crossface.")
                && found.add(plain)
                && plain.isRecord()) {
            addComponents(plain, found);
        }
    }
}
