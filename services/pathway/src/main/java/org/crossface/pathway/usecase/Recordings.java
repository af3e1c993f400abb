package org.crossface.pathway.usecase;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.decision.BrokenRule;

/**
 * Which command records which event, over all use cases: so a recorded fact can be judged again by the rules of its own command, and
 * it is known which of its components people may correct.
 */
public final class Recordings {

    private final Map<Class<?>, Recorder<?>> byEvent = new HashMap<>();

    /**
     * The recordings of these use cases.
     *
     * @throws IllegalArgumentException if two of them record the same event
     */
    public Recordings(Collection<UseCase<?>> useCases) {
        useCases.forEach(this::add);
    }

    private <C> void add(UseCase<C> useCase) {
        for (Recording<C, ?> recording : useCase.recordings()) {
            if (byEvent.put(recording.event(), new Recorder<>(useCase, recording)) != null) {
                throw new IllegalArgumentException("Two commands record " + recording.event());
            }
        }
    }

    /** A use case with one of its recordings. */
    private record Recorder<C>(UseCase<C> useCase, Recording<C, ?> recording) {

        List<BrokenRule> judge(PathwayEvent fact, PathwayState before, Circumstances given) {
            return recording
                    .entry(fact)
                    .map(entry -> Judgement.broken(useCase, before, entry, (PathwayCommand) entry, given))
                    .orElse(List.of());
        }
    }

    /** The use case whose command records facts of this type; empty for one that follows from others, as a cancellation does. */
    public Optional<UseCase<?>> recorderOf(Class<? extends PathwayEvent> event) {
        return Optional.ofNullable(byEvent.get(event)).map(Recorder::useCase);
    }

    /** The components of this event that people may correct; none for one that follows from others. */
    public Set<String> correctable(Class<? extends PathwayEvent> event) {
        return Optional.ofNullable(byEvent.get(event))
                .<Set<String>>map(each -> each.recording().correctable())
                .orElse(Set.of());
    }

    /** The components of this fact that people may correct; none for one that follows from others. */
    public Set<String> correctable(PathwayEvent fact) {
        Recorder<?> recorder = byEvent.get(fact.getClass());
        return recorder == null || !recorder.recording().isEntered(fact) ? Set.of() : correctable(fact.getClass());
    }

    /**
     * What the rules of its own command have against a fact.
     *
     * @param before the state in which it was recorded, or would be
     * @return every broken rule that is not overridden; none for a fact that nobody entered, and none when erasure took what was entered
     */
    public List<BrokenRule> judge(PathwayEvent fact, PathwayState before, Circumstances given) {
        Recorder<?> recorder = byEvent.get(fact.getClass());
        return recorder == null || !recorder.recording().isEntered(fact)
                ? List.of()
                : recorder.judge(fact, before, given);
    }
}
