package org.crossface.identity.gate;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.CommandReach.Reached;
import org.crossface.platform.api.AccessLog;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Role;
import org.crossface.platform.dispatch.Answering;
import org.crossface.platform.dispatch.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * The one gate for commands about patients, on the command bus: a command gets to its handler only when all records that it reaches lie
 * within the sites of the actor's scope. A record outside the scope and one that does not exist are refused alike, and the attempt is in
 * the access log. A command without an envelope has an empty scope. The service itself acts at every site.
 */
public final class WriteGate implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final CommandReach reach;
    private final AccessLog log;
    private final Clock clock;

    /** @param clock domain time */
    public WriteGate(CommandReach reach, AccessLog log, Clock clock) {
        this.reach = reach;
        this.log = log;
        this.clock = clock;
    }

    /** @throws NotVisible if the command reaches a patient or a pathway outside the actor's sites, or one that does not exist */
    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        if (!Role.SYSTEM.name().equals(message.getMetaData().get(Metadata.ROLE))) {
            Optional<Reached> reached = reach.of(message.getPayload());
            if (reached.isPresent()) {
                admit(message, reached.get());
            }
        }
        return chain.proceed();
    }

    private void admit(CommandMessage<?> message, Reached reached) {
        Set<String> scope = Answering.envelopeOf(message).map(Envelope::sites).orElse(Set.of());
        if (!reached.sites().stream().allMatch(any -> isWithin(scope, any))) {
            record(message, reached);
            throw new NotVisible(reached.what());
        }
    }

    private static boolean isWithin(Set<String> scope, Set<String> oneOf) {
        return !oneOf.isEmpty()
                && (scope.contains(CurrentActor.EVERY_SITE) || oneOf.stream().anyMatch(scope::contains));
    }

    private void record(CommandMessage<?> message, Reached reached) {
        log.record(new AccessLog.Access(
                clock.instant(),
                text(message, Metadata.ACTOR),
                text(message, Metadata.ROLE),
                reached.sites().stream().flatMap(Set::stream).collect(Collectors.toSet()),
                reached.patientIds(),
                reached.what() + "/" + message.getPayloadType().getSimpleName(),
                text(message, Metadata.PURPOSE),
                AccessLog.DENIED,
                message.getMetaData().get(Metadata.REQUEST) instanceof String request ? request : null));
    }

    private static String text(CommandMessage<?> message, String key) {
        return String.valueOf(message.getMetaData().getOrDefault(key, ""));
    }
}
