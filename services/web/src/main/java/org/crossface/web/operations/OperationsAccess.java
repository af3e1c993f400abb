package org.crossface.web.operations;

import java.util.EnumSet;
import java.util.Set;
import org.crossface.identity.CurrentActor;
import org.crossface.platform.api.Role;

/** Who may look at the machinery and who may change something about it. Neither shows anything about a patient. */
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
}
