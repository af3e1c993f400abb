package org.crossface.pathway;

import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the annotated method behind a rule's method reference; for the rules of other aggregates too. */
public final class RuleReference {

    private static final Map<Class<?>, Invariant> KNOWN = new ConcurrentHashMap<>();

    private RuleReference() {}

    /**
     * The annotation of the method that a serializable lambda refers to.
     *
     * @throws IllegalStateException if it is not a reference to a static method with {@link Invariant}
     */
    public static Invariant of(Serializable rule) {
        return KNOWN.computeIfAbsent(rule.getClass(), type -> find(rule));
    }

    private static Invariant find(Serializable rule) {
        try {
            Method writeReplace = rule.getClass().getDeclaredMethod("writeReplace");
            writeReplace.setAccessible(true);
            SerializedLambda reference = (SerializedLambda) writeReplace.invoke(rule);
            Class<?> owner = Class.forName(reference.getImplClass().replace('/', '.'));
            return Arrays.stream(owner.getDeclaredMethods())
                    .filter(method -> method.getName().equals(reference.getImplMethodName()))
                    .filter(method -> method.isAnnotationPresent(Invariant.class))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(owner.getName() + "." + reference.getImplMethodName()
                            + " is used as a rule but carries no @Invariant"))
                    .getAnnotation(Invariant.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A rule must be a reference to a static method", e);
        }
    }
}
