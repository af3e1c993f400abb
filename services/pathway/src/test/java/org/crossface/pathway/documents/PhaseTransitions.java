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
import org.crossface.pathway.state.Progress;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;

/**
 * To which phase an event leads, as the fold of the state decides ({@link Progress}): asked for every phase, on each course that may lie beneath
 * it, with each value of the event that could matter.
 */
final class PhaseTransitions {

    private static final Map<Class<?>, Map<Phase, Set<Phase>>> KNOWN = new HashMap<>();

    private static final Set<Phase> BOOKED = EnumSet.of(Phase.STAGE1_PLANNED, Phase.STAGE2_PLANNED);
    private static final Set<Phase> INTERRUPTIONS = EnumSet.of(Phase.ON_HOLD, Phase.LOST_TO_FOLLOW_UP);

    /** The phases that are neither an end nor an interruption nor a booking. */
    private static final List<Phase> COURSES = Arrays.stream(Phase.values())
            .filter(phase -> !phase.isEnd() && !BOOKED.contains(phase) && !INTERRUPTIONS.contains(phase))
            .toList();

    private PhaseTransitions() {}

    /** Every way in which a pathway can be in this phase. */
    static Stream<Progress> in(Phase phase) {
        if (phase.isEnd()) {
            return COURSES.stream().map(course -> new Progress(course, null, null, phase));
        }
        if (INTERRUPTIONS.contains(phase)) {
            return COURSES.stream().map(course -> new Progress(course, null, phase, null));
        }
        if (BOOKED.contains(phase)) {
            return Stream.of(phase == Phase.STAGE1_PLANNED ? Phase.CANDIDATE : Phase.READY_FOR_STAGE2, Phase.REPLANNED)
                    .map(course -> new Progress(course, phase, null, null));
        }
        return Stream.of(new Progress(phase, null, null, null));
    }

    /** Whether the event ends an interruption, so that what lies beneath it follows, whichever it is. */
    static boolean uncovers(Class<? extends PathwayEvent> event) {
        return after(event, Phase.ON_HOLD).size() >= COURSES.size();
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
                                .flatMap(each -> in(before)
                                        .map(progress -> progress.after(each).phase()))
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
