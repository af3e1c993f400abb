package org.crossface.platform.personal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.crossface.platform.api.Personal;

/**
 * Knows the types whose values never contain a {@link Personal} component: records that consist only of such types and of plain values. For
 * any other type, such as an interface, only the value shows it.
 */
final class NeverPersonal {

    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class,
            UUID.class,
            URI.class);

    private static final ClassValue<Boolean> KNOWN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return isPlain(type, new HashSet<>());
        }
    };

    private NeverPersonal() {}

    static boolean isOf(Class<?> type) {
        return KNOWN.get(type);
    }

    /** @param above records that contain this one; a record that contains itself is judged by its other parts */
    private static boolean isPlain(Type type, Set<Type> above) {
        return switch (type) {
            case Class<?> simple when simple.isRecord() -> isPlainRecord(simple, above);
            case Class<?> simple ->
                simple.isPrimitive()
                        || simple.isEnum()
                        || PLAIN.contains(simple)
                        || (simple.isArray() && isPlain(simple.getComponentType(), above))
                        || (simple.getPackageName().equals("java.time") && !simple.isInterface());
            case ParameterizedType generic ->
                isContainer(generic.getRawType())
                        && Stream.of(generic.getActualTypeArguments()).allMatch(part -> isPlain(part, above));
            default -> false;
        };
    }

    private static boolean isContainer(Type type) {
        return type instanceof Class<?> container
                && (Collection.class.isAssignableFrom(container)
                        || Map.class.isAssignableFrom(container)
                        || container == Optional.class);
    }

    private static boolean isPlainRecord(Class<?> type, Set<Type> above) {
        if (type.getTypeParameters().length > 0) {
            return false;
        }
        if (!above.add(type)) {
            return true;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Personal.class) || !isPlain(component.getGenericType(), above)) {
                return false;
            }
        }
        return true;
    }
}
