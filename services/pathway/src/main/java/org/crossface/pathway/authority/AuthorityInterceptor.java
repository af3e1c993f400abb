package org.crossface.pathway.authority;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.decision.CommandRefused;
import org.jspecify.annotations.Nullable;

/**
 * Lets a command of this module through to its handler only when the authority table allows it for the role that the message names
 * (INV-68). A message without a role is refused. Commands of other modules pass, they have their own checks.
 */
public final class AuthorityInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** What the names of all packages of this module begin with. */
    static final String MODULE = "org.crossface.pathway.";

    private final CommandCatalogue catalogue;

    public AuthorityInterceptor(CommandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @throws CommandRefused by INV-68 when the role may not give the command
     */
    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        if (message.getPayloadType().getName().startsWith(MODULE)) {
            check(message.getPayloadType(), message.getMetaData().get(Metadata.ROLE));
        }
        return chain.proceed();
    }

    private void check(Class<?> command, @Nullable Object roleName) {
        CommandSpec spec = catalogue.find(command).orElseThrow(() -> NotTheirTask.unknown(command));
        if (spec.roles().stream().noneMatch(role -> role.name().equals(roleName))) {
            throw NotTheirTask.of(spec);
        }
    }
}
