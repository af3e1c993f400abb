package org.crossface.pathway.authority;

import java.util.List;
import java.util.Set;
import org.crossface.pathway.Phase;
import org.crossface.platform.api.Role;

/**
 * One command: what people call it, who may give it, when, and what it takes.
 *
 * @param name simple name of its class
 * @param kebabName as in the address of the API, such as {@code complete-stage-one}
 * @param title label of its button
 * @param area folder of its phase, such as {@code surgery}
 * @param phases of a pathway in which it can be given; empty for one that opens a pathway or is given to something else
 */
public record CommandSpec(
        String name,
        String kebabName,
        Class<?> type,
        String title,
        String area,
        Set<Role> roles,
        Set<Phase> phases,
        List<FieldSpec> fields) {

    /** Whether this role may give the command. */
    public boolean allows(Role role) {
        return roles.contains(role);
    }
}
