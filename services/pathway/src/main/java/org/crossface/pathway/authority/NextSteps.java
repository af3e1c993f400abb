package org.crossface.pathway.authority;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.UseCase;

/**
 * What to do next for something that is due: the commands that satisfy it, or where these are locked, the commands that meet the conditions
 * that lock them.
 */
public final class NextSteps {

    private static final Map<Class<?>, UseCase<?>> BY_COMMAND =
            UseCases.ALL.stream().collect(Collectors.toUnmodifiableMap(UseCase::command, Function.identity()));

    private NextSteps() {}

    /**
     * The commands that can be given now and lead to what is due, the nearest first.
     *
     * @param timer identifier of what is due, such as {@code T-22}
     */
    public static List<Class<?>> towards(String timer, PathwayState state, OffsetDateTime now, Policy policy) {
        Set<Class<?>> seen = new LinkedHashSet<>();
        Deque<UseCase<?>> open = new ArrayDeque<>();
        UseCases.ALL.stream().filter(each -> each.answers().contains(timer)).forEach(open::add);
        Set<Class<?>> steps = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            UseCase<?> next = open.remove();
            if (seen.add(next.command())) {
                switch (Availability.of(state, next, now, policy)) {
                    case Availability.Offered offered -> steps.add(next.command());
                    case Availability.Locked locked ->
                        locked.unmet().stream()
                                .flatMap(each -> UseCases.fulfilling(each.condition()).stream())
                                .map(BY_COMMAND::get)
                                .forEach(open::add);
                }
            }
        }
        return List.copyOf(steps);
    }
}
