package org.crossface.pathway.authority;

import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.crossface.pathway.CommandRefused;
import org.crossface.pathway.RuleClass;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Lets a command of this module through to its handler only when the authority table allows it for the role that the message names
 * (INV-68). A message without a role is refused. Commands of other modules pass, they have their own checks.
 */
public final class AuthorityInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final String MODULE = "org.crossface.pathway.";

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
        CommandSpec spec = catalogue
                .find(command)
                .orElseThrow(() -> refused(
                        command.getSimpleName() + " is in no row of the authority table", "Ask the administrator"));
        boolean allowed = spec.roles().stream().anyMatch(role -> role.name().equals(roleName));
        if (!allowed) {
            throw refused(
                    spec.title() + " is not among the tasks of this role",
                    "Ask one of these: "
                            + spec.roles().stream().map(Role::label).collect(Collectors.joining(", ")));
        }
    }

    private static CommandRefused refused(String finding, String remedy) {
        return new CommandRefused(
                "INV-68",
                RuleClass.HARD,
                null,
                "Everyone does what the authority table gives their role.",
                finding,
                remedy);
    }
}
