package org.crossface.web.operations;

import java.util.EnumSet;
import java.util.Set;
import org.crossface.identity.CurrentActor;
import org.crossface.platform.api.Role;
import org.crossface.web.problem.RequestFault;

/** The roles that may see and change the state of event processors and views. This state holds nothing about a patient. */
final class OperationsAccess {

    private static final Set<Role> LOOK = EnumSet.of(Role.ADMINISTRATOR, Role.QUALITY_AUDITOR, Role.PRIVACY_OFFICER);

    private OperationsAccess() {}

    static boolean mayLook(Role role) {
        return LOOK.contains(role);
    }

    static boolean mayAct(Role role) {
        return role == Role.ADMINISTRATOR;
    }

    static boolean mayAct(CurrentActor actor) {
        return mayAct(actor.role());
    }

    /** @throws RequestFault if the role may not see it */
    static void requireLook(CurrentActor actor, String what) {
        require(mayLook(actor.role()), actor, what);
    }

    /** @throws RequestFault if the role may not change it */
    static void requireAct(CurrentActor actor, String what) {
        require(mayAct(actor.role()), actor, what);
    }

    private static void require(boolean allowed, CurrentActor actor, String what) {
        if (!allowed) {
            throw RequestFault.forbidden(
                    "The role " + actor.role().label() + " may not " + what, "Ask an administrator");
        }
    }
}
