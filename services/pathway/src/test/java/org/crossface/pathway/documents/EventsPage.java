package org.crossface.pathway.documents;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.authority.UseCases;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** Every event: what it says, its revision, which commands record it, and its components. */
final class EventsPage {

    private EventsPage() {}

    static String print(Sources sources, EventNamesOfCommands recorded) {
        Page page = new Page(
                "Events",
                "Every event of the domain by the name under which it is stored, with the components of its present revision. A personal"
                        + " component is stored encrypted under the key of its patient and is gone once that key is destroyed. Every event of"
                        + " a pathway begins with `pathwayId`, `factId` and `occurredAt`. [transitions.md](transitions.md) says to which"
                        + " phase it leads.");
        String area = "";
        for (Class<? extends Record> event : ModuleClasses.events().stream()
                .sorted(Comparator.comparing(EventNamesOfCommands::stored))
                .toList()) {
            String name = EventNamesOfCommands.stored(event);
            String folder = name.substring(0, name.indexOf('.'));
            if (!folder.equals(area)) {
                area = folder;
                page.heading(2, area);
            }
            EventName named = event.getAnnotation(EventName.class);
            page.heading(3, "`" + name + "`, revision " + named.revision());
            page.text(sources.about(event));
            page.items(Stream.of(
                    "recorded by: "
                            + EventNamesOfCommands.WITH_MANY.getOrDefault(
                                    event, String.join(", ", recorded.recording(event))),
                    "earlier revisions are read through: "
                            + Arrays.stream(named.upcasters())
                                    .map(each -> "`" + each.getSimpleName() + "`")
                                    .collect(joining(", "))));
            page.table(
                    List.of("component", "type", "notes"),
                    Arrays.stream(event.getRecordComponents()).flatMap(each -> rows("", each, correctable(event))));
        }
        return page.print();
    }

    /** A record inside is shown by its own components. */
    private static Stream<List<String>> rows(String path, RecordComponent component, Set<String> correctable) {
        Class<?> inside = inside(component.getGenericType());
        boolean isList = component.getType() == List.class;
        List<String> row = List.of(
                "`" + path + component.getName() + "`",
                type(component.getGenericType()),
                notes(component, path.isEmpty() && correctable.contains(component.getName())));
        Stream<RecordComponent> below =
                inside.isRecord() ? Arrays.stream(inside.getRecordComponents()) : Stream.empty();
        return Stream.concat(
                Stream.of(row),
                below.flatMap(each -> rows(path + component.getName() + (isList ? "[]." : "."), each, correctable)));
    }

    private static Class<?> inside(Type type) {
        return type instanceof ParameterizedType of
                ? inside(of.getActualTypeArguments()[of.getActualTypeArguments().length - 1])
                : (Class<?>) type;
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType of) {
            return "%s of %s"
                    .formatted(
                            ((Class<?>) of.getRawType()).getSimpleName(),
                            Arrays.stream(of.getActualTypeArguments())
                                    .map(EventsPage::type)
                                    .collect(joining(", ")));
        }
        return ((Class<?>) type).getSimpleName();
    }

    /** What people may correct of an event; the rest is computed, or says which fact it is. */
    private static Set<String> correctable(Class<? extends Record> event) {
        return PathwayEvent.class.isAssignableFrom(event)
                ? UseCases.RECORDINGS.correctable(event.asSubclass(PathwayEvent.class))
                : Set.of();
    }

    /** What else is declared of a component. */
    private static String notes(RecordComponent component, boolean correctable) {
        return Stream.of(
                        component.isAnnotationPresent(Personal.class) ? "personal" : "",
                        correctable ? "can be corrected" : "",
                        component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "may be missing" : "")
                .filter(note -> !note.isEmpty())
                .collect(joining(", "));
    }
}
