package org.crossface.pathway.documents;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.Samples;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;

/** To which phase an event leads, as the event itself says: asked of it for every phase, with each value that could matter. */
final class PhaseTransitions {

    private static final Map<Class<?>, Map<Phase, Set<Phase>>> KNOWN = new HashMap<>();

    private PhaseTransitions() {}

    /** Whether the event itself names the phase that follows, whichever it is. */
    static boolean namesPhase(Class<? extends PathwayEvent> event) {
        return after(event, Phase.REFERRED).size() == Phase.values().length;
    }

    /** The phases that can follow, one for each way in which the event can be; the same phase where nothing changes. */
    static Set<Phase> after(Class<? extends PathwayEvent> event, Phase before) {
        return KNOWN.computeIfAbsent(event, type -> all(event)).getOrDefault(before, Set.of());
    }

    private static Map<Phase, Set<Phase>> all(Class<? extends PathwayEvent> event) {
        List<? extends PathwayEvent> variants = variants(event).toList();
        return Arrays.stream(Phase.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        before -> variants.stream()
                                .map(each -> each.phaseAfter(before))
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Phase.class)))));
    }

    /** A sample with each value of each of its flags and enumerations. */
    private static Stream<? extends PathwayEvent> variants(Class<? extends PathwayEvent> event) {
        return Stream.concat(
                Stream.of(Samples.of(event)),
                Arrays.stream(event.getRecordComponents())
                        .flatMap(component -> values(component).stream()
                                .map(value -> Samples.of(event, Map.of(component.getName(), value)))));
    }

    private static List<?> values(RecordComponent component) {
        Class<?> type = component.getType();
        return type.isEnum()
                ? List.of(type.getEnumConstants())
                : type == boolean.class ? List.of(true, false) : List.of();
    }
}
