package org.crossface.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTargetsTest {

    record OnComponent(@TargetAggregateIdentifier @Nullable String stream) {}

    record WithVersion(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version) {}

    record WithTextVersion(
            @TargetAggregateIdentifier Integer stream,
            @TargetAggregateVersion String version) {}

    record OnMethod(String part) {

        @TargetAggregateIdentifier
        String stream() {
            return "s-" + part;
        }
    }

    static class Inherited {

        @TargetAggregateIdentifier
        @SuppressWarnings("UnusedVariable") // the resolvers read it
        private final String stream = "inherited";
    }

    static final class OnFieldAbove extends Inherited {}

    record Creating(String stream) {}

    private final CommandTargets targets = new CommandTargets();
    private final CommandTargetResolver axons =
            AnnotationCommandTargetResolver.builder().build();

    static Object[] targeted() {
        return new Object[] {
            new OnComponent("a"),
            new WithVersion("a", 3L),
            new WithVersion("a", null),
            new WithTextVersion(7, "3"),
            new OnMethod("a"),
            new OnFieldAbove()
        };
    }

    @ParameterizedTest
    @MethodSource("targeted")
    void findsWhatAxonFinds(Object command) {
        CommandMessage<?> message = new GenericCommandMessage<>(command);
        assertThat(targets.resolveTarget(message)).isEqualTo(axons.resolveTarget(message));
        assertThat(targets.streamOf(message))
                .contains(axons.resolveTarget(message).getIdentifier());
    }

    static Object[] targetless() {
        return new Object[] {new OnComponent(null), new Creating("a"), "text"};
    }

    @ParameterizedTest
    @MethodSource("targetless")
    void refusesWhatAxonRefuses(Object command) {
        CommandMessage<?> message = new GenericCommandMessage<>(command);
        for (CommandTargetResolver each : List.of(targets, axons)) {
            assertThatThrownBy(() -> each.resolveTarget(message))
                    .isInstanceOf(IllegalArgumentException.class)
                    .as("by these words Axon knows that the command may create its stream")
                    .hasMessageContaining("It does not identify the target aggregate.");
        }
        assertThat(targets.streamOf(message)).isEmpty();
    }
}
