package org.crossface.audit.refusals;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Refusals;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.dispatch.Answering;
import org.crossface.platform.dispatch.Envelope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Keeps every command that a rule refuses, before the refusal goes back to the actor: if it cannot be kept, the actor gets that failure
 * instead. Register it outside all interceptors that may refuse.
 */
public final class KeepingRefusals implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Refusals refusals;
    private final Policies policies;
    private final Clock clock;
    private final ObjectMapper json;
    private final Function<String, StreamSubject> subjectOfStream;
    private final CommandTargetResolver targets =
            AnnotationCommandTargetResolver.builder().build();

    /**
     * @param clock domain time
     * @param subjectOfStream whom a stream is about, and where
     */
    public KeepingRefusals(
            Refusals refusals,
            Policies policies,
            Clock clock,
            ObjectMapper json,
            Function<String, StreamSubject> subjectOfStream) {
        this.refusals = refusals;
        this.policies = policies;
        this.clock = clock;
        this.json = json;
        this.subjectOfStream = subjectOfStream;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (CommandRefused refused) {
            refusals.keep(refusal(unitOfWork.getMessage(), refused));
            throw refused;
        }
    }

    private Refusals.Refusal refusal(CommandMessage<?> message, CommandRefused refused) {
        Object command = message.getPayload();
        JsonNode written = json.valueToTree(command);
        String stream = target(message);
        MetaData metadata = message.getMetaData();
        Instant now = clock.instant();
        StreamSubject subject = subjectOfStream.apply(stream);
        Set<String> scope = Answering.envelopeOf(message).map(Envelope::sites).orElse(Set.of());
        return new Refusals.Refusal(
                now,
                patient(written, subject),
                stream,
                command.getClass().getSimpleName(),
                written.toString(),
                refused.rule(),
                refused.field().orElse(null),
                refused.words(),
                policies.inForceAt(occurred(command, now)).version(),
                text(metadata, Metadata.ACTOR).orElse("unknown"),
                text(metadata, Metadata.ROLE).orElse("unknown"),
                text(metadata, Metadata.PURPOSE).orElse(""),
                subject.sites(written.path("siteId").asString(""), scope),
                text(metadata, Metadata.REQUEST).orElse(null));
    }

    private static @Nullable String patient(JsonNode command, StreamSubject subject) {
        String named = command.path("patientId").asString("");
        return named.isBlank() ? subject.patientId() : named;
    }

    private String target(CommandMessage<?> message) {
        try {
            return Optional.ofNullable(targets.resolveTarget(message).getIdentifier())
                    .orElse("unknown");
        } catch (IllegalArgumentException e) {
            // The command names no stream because it would have created one.
            return "unknown";
        }
    }

    private static Instant occurred(Object command, Instant now) {
        return command instanceof PathwayCommand step ? step.occurredAt().toInstant() : now;
    }

    private static Optional<String> text(MetaData metadata, String key) {
        return Optional.ofNullable(metadata.get(key)).map(String::valueOf);
    }
}
