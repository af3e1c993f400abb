package org.crossface.pathway.mutation;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;

/**
 * Where a rule stands in the code: a constant, or a factory of conditions that differ in one argument.
 *
 * @param id of the rule
 */
record RuleSite(String id, Member member) {

    /** Every rule of the module. */
    static List<RuleSite> all() {
        return ModuleClasses.all().stream()
                .filter(type -> type.getSimpleName().endsWith("Rules"))
                .flatMap(type -> Stream.concat(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(RuleSite::isRule)
                                .map(RuleSite::of),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(RuleSite::isFactory)
                                .map(RuleSite::of)))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    private static boolean isRule(Field field) {
        return Modifier.isStatic(field.getModifiers())
                && (field.getType() == Condition.class || field.getType() == Check.class);
    }

    private static boolean isFactory(Method method) {
        return Modifier.isStatic(method.getModifiers())
                && !Modifier.isPrivate(method.getModifiers())
                && !method.isSynthetic()
                && method.getReturnType() == Condition.class
                && method.getParameterCount() == 1;
    }

    private static RuleSite of(Field field) {
        try {
            field.setAccessible(true);
            Object rule = field.get(null);
            return new RuleSite(
                    rule instanceof Condition condition
                            ? condition.rule().id()
                            : ((Check<?>) rule).rule().id(),
                    field);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing is asked here, so that the condition needs no argument to tell its rule. */
    private static RuleSite of(Method factory) {
        try {
            factory.setAccessible(true);
            return new RuleSite(
                    ((Condition) factory.invoke(null, (Object) null)).rule().id(), factory);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return id + " " + member.getDeclaringClass().getSimpleName() + "." + member.getName();
    }
}
