package org.crossface.platform.eventstore;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Upcasters;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Maps event classes to stored names, from the {@link EventName} annotations. */
public final class EventNames {

    /** A stored name with its revision. */
    public record Named(String name, int revision) {}

    private final Map<Class<?>, Named> byClass;
    private final Map<String, Class<?>> byName;
    private final Map<String, Current> current = new HashMap<>();

    private EventNames(Map<Class<?>, Named> byClass) {
        this.byClass = Map.copyOf(byClass);
        Map<String, Class<?>> names = new HashMap<>();
        byClass.forEach((type, named) -> {
            Class<?> other = names.put(named.name(), type);
            if (other != null) {
                throw new IllegalStateException(
                        "The event name " + named.name() + " stands for both " + other + " and " + type);
            }
        });
        this.byName = Map.copyOf(names);
        byClass.forEach((type, named) ->
                current.put(named.name(), new Current(type, Integer.toString(named.revision()), Upcasters.of(type))));
    }

    /** All classes with {@link EventName} in these packages and below. */
    public static EventNames scan(String... basePackages) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(EventName.class));
        Map<Class<?>, Named> found = new HashMap<>();
        for (String basePackage : basePackages) {
            for (BeanDefinition candidate : scanner.findCandidateComponents(basePackage)) {
                String className = candidate.getBeanClassName();
                if (className != null) {
                    Class<?> type = ClassUtils.resolveClassName(className, EventNames.class.getClassLoader());
                    found.put(type, annotated(type));
                }
            }
        }
        return new EventNames(found);
    }

    /** Exactly these classes. */
    public static EventNames of(Collection<Class<?>> types) {
        Map<Class<?>, Named> found = new HashMap<>();
        types.forEach(type -> found.put(type, annotated(type)));
        return new EventNames(found);
    }

    /** Exactly these classes. */
    public static EventNames of(Class<?>... types) {
        return of(List.of(types));
    }

    /** These names and one more, for a class that cannot be annotated. */
    public EventNames with(Class<?> type, String name, int revision) {
        Map<Class<?>, Named> more = new HashMap<>(byClass);
        more.put(type, new Named(name, revision));
        return new EventNames(more);
    }

    private static Named annotated(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalArgumentException(type + " has no @EventName");
        }
        return new Named(name.value(), name.revision());
    }

    /** The name under which events of this class are stored; empty if it is not an event class. */
    public Optional<Named> nameOf(Class<?> type) {
        return Optional.ofNullable(byClass.get(type));
    }

    /**
     * A class with the current revision of its name, as stored.
     *
     * @param type an event class
     * @param upcasters from its earlier revisions
     */
    record Current(Class<?> type, String revision, Upcasters upcasters) {

        /** Whether content of this revision can be read: it is the current one, or upcasters lead to that. */
        boolean reads(@Nullable String stored) {
            return revision.equals(stored) || upcasters.leadFrom(number(stored));
        }

        /** 0 for a text that is no number. */
        static int number(@Nullable String stored) {
            try {
                return stored == null ? 0 : Integer.parseInt(stored);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }

    /** The class and revision of this name at present. */
    @Nullable
    Current current(String name) {
        return current.get(name);
    }

    /** The class of the current revision of this name. */
    public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All names with their classes, in the order of the names. */
    public Map<String, Class<?>> all() {
        return new TreeMap<>(byName);
    }

    /** All event classes. */
    public Set<Class<?>> types() {
        return byClass.keySet();
    }
}
