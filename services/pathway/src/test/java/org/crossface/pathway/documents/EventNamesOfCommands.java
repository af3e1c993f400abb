package org.crossface.pathway.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.platform.api.EventName;

/** Which events each command records, as its handler makes them; what every late entry and every end of a pathway adds is left out. */
final class EventNamesOfCommands {

    private final Map<String, Class<? extends Record>> events = ModuleClasses.events().stream()
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity(), (one, other) -> one, TreeMap::new));
    private final Map<Class<?>, List<Class<? extends Record>>> byCommand = new HashMap<>();
    private final Map<Class<?>, Set<String>> byEvent = new HashMap<>();

    EventNamesOfCommands(Sources sources) {
        for (CommandSpec spec : CommandCatalogue.read().all()) {
            List<Class<? extends Record>> made = sources.madeFor(spec.type()).stream()
                    .filter(events::containsKey)
                    .<Class<? extends Record>>map(events::get)
                    .toList();
            byCommand.put(spec.type(), made);
            made.forEach(event ->
                    byEvent.computeIfAbsent(event, each -> new TreeSet<>()).add(spec.title()));
        }
    }

    /** The classes of the events that it may record. */
    List<Class<? extends Record>> classesOf(Class<?> command) {
        return byCommand.getOrDefault(command, List.of());
    }

    /** Their names, as they are stored. */
    List<String> of(Class<?> command) {
        return classesOf(command).stream().map(EventNamesOfCommands::stored).toList();
    }

    /** The titles of the commands that may record it. */
    Set<String> recording(Class<?> event) {
        return byEvent.getOrDefault(event, Set.of());
    }

    /** The name under which an event is stored. */
    static String stored(Class<?> event) {
        return event.getAnnotation(EventName.class).value();
    }
}
