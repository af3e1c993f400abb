package org.crossface.platform.dispatch;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the target stream of a command as Axon's own resolver does, but searches each command class only once: the search through methods,
 * fields and their annotations took a seventh of a command's time, and Axon makes it twice for each command.
 */
public final class CommandTargets implements CommandTargetResolver {

    /** Axon compares with this text: it means that the command may create its stream. */
    private static final String MISSING = "It does not identify the target aggregate.";

    /** Reads the annotated member of a command class. */
    private record Places(
            @Nullable Member identifier, @Nullable Member version) {}

    private final ClassValue<Places> places = new ClassValue<>() {
        @Override
        protected Places computeValue(Class<?> type) {
            return new Places(
                    annotated(type, TargetAggregateIdentifier.class), annotated(type, TargetAggregateVersion.class));
        }
    };

    private static @Nullable Member annotated(Class<?> type, Class<? extends Annotation> annotation) {
        for (Method method : ReflectionUtils.methodsOf(type)) {
            if (AnnotationUtils.isAnnotationPresent(method, annotation)) {
                method.setAccessible(true);
                return method;
            }
        }
        for (Field field : ReflectionUtils.fieldsOf(type)) {
            if (AnnotationUtils.isAnnotationPresent(field, annotation)) {
                field.setAccessible(true);
                return field;
            }
        }
        return null;
    }

    /** @throws IllegalArgumentException if the command names no stream, as one that creates its stream */
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        Places found = places.get(command.getPayloadType());
        Object identifier = valueOf(found.identifier(), command.getPayload());
        if (identifier == null) {
            throw new IllegalArgumentException(MISSING + " Nothing in "
                    + command.getPayloadType().getSimpleName() + " has @TargetAggregateIdentifier and a value.");
        }
        Object version = valueOf(found.version(), command.getPayload());
        return new VersionedAggregateIdentifier(
                identifier,
                switch (version) {
                    case null -> null;
                    case Number number -> number.longValue();
                    default -> Long.valueOf(version.toString());
                });
    }

    /** The target stream of a command; empty for a command that creates its stream. */
    Optional<String> streamOf(CommandMessage<?> command) {
        Member identifier = places.get(command.getPayloadType()).identifier();
        return Optional.ofNullable(valueOf(identifier, command.getPayload())).map(Object::toString);
    }

    private static @Nullable Object valueOf(@Nullable Member member, Object command) {
        try {
            return switch (member) {
                case null -> null;
                case Method method -> method.invoke(command);
                case Field field -> field.get(command);
                default -> throw new IllegalStateException("Neither a method nor a field: " + member);
            };
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("Cannot read " + member, e);
        }
    }
}
