package org.crossface.pathway;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.crossface.pathway.authority.RuleBook;
import org.crossface.pathway.authority.UseCases;
import org.crossface.pathway.patient.registration.PatientCommand;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.Identifiers;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Gives command handlers their {@link Circumstances}: the actor from the message, the policy in force when the fact occurred. */
public final class CircumstancesResolver implements ParameterResolverFactory, ParameterResolver<Circumstances> {

    /**
     * Key of the command's metadata under which the reason of a late entry travels. It is recorded as a fact of its own, encrypted, and
     * must not be copied to the metadata of events.
     */
    public static final String LATE_REASON = "lateReason";

    /**
     * Key of the command's metadata under which the domain time by the clock of PostgreSQL travels, as ISO-8601. The service sends it with
     * what a passed deadline causes: that clock has said that it has passed, and the clock of this node may be behind (INV-61).
     */
    public static final String NOW = "now";

    private final Clock clock;
    private final Policies policies;
    private final ReferenceData reference;
    private final Reservations reservations;
    private final Identifiers identifiers;

    public CircumstancesResolver(
            Clock clock,
            Policies policies,
            ReferenceData reference,
            Reservations reservations,
            Identifiers identifiers) {
        this.clock = clock;
        this.policies = policies;
        this.reference = reference;
        this.reservations = reservations;
        this.identifiers = identifiers;
    }

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Circumstances.class ? this : null;
    }

    @Override
    public Circumstances resolveParameterValue(Message<?> message) {
        Instant occurred = switch (message.getPayload()) {
            case PathwayCommand command -> command.occurredAt().toInstant();
            case PatientCommand command -> command.occurredAt().toInstant();
            default -> clock.instant();
        };
        Role role = Role.valueOf(String.valueOf(message.getMetaData().getOrDefault(Metadata.ROLE, Role.SYSTEM.name())));
        Instant now = role == Role.SYSTEM && message.getMetaData().get(NOW) instanceof String told
                ? Instant.parse(told)
                : clock.instant();
        return at(
                now,
                occurred,
                String.valueOf(message.getMetaData().getOrDefault(Metadata.ACTOR, "unknown")),
                role,
                (String) message.getMetaData().get(LATE_REASON));
    }

    /**
     * The circumstances of a decision that is made now.
     *
     * @param occurred when it happened that is decided about
     * @param lateReason why a late entry is recorded only now; {@code null} when it was not said
     */
    public Circumstances at(Instant occurred, String actorId, Role role, @Nullable String lateReason) {
        return at(clock.instant(), occurred, actorId, role, lateReason);
    }

    private Circumstances at(Instant now, Instant occurred, String actorId, Role role, @Nullable String lateReason) {
        return new Circumstances(
                now,
                policies.inForceAt(occurred),
                reference,
                reservations,
                actorId,
                role,
                identifiers,
                RuleBook::clinical,
                RuleBook::overridableIn,
                UseCases.RECORDINGS,
                lateReason);
    }

    @Override
    public boolean matches(Message<?> message) {
        return true;
    }
}
