package org.crossface.pathway.authority;

import java.util.List;
import java.util.Set;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;

/**
 * One command as the API and the pages know it.
 *
 * @param name simple name of its class
 * @param kebabName as in the address of the API, such as {@code complete-stage-one}
 * @param area folder of its phase, such as {@code surgery}
 * @param target its component with the identifier of the stream that it is for
 * @param useCase who gives it, when, and what judges it
 */
public record CommandSpec(
        String name, String kebabName, String area, String target, UseCase<?> useCase, List<FieldSpec> fields) {

    /** The class of the command. */
    public Class<?> type() {
        return useCase.command();
    }

    /** Whether it is given to a pathway. */
    public boolean isOfPathway() {
        return PathwayCommand.class.isAssignableFrom(type());
    }

    /** Label of its button. */
    public String title() {
        return useCase.title();
    }

    /** Who may give it. */
    public Set<Role> roles() {
        return useCase.roles();
    }

    /** Phases of a pathway in which it can be given; empty for one that opens a pathway or is given to something else. */
    public Set<Phase> phases() {
        return useCase.phases();
    }

    /** Whether this role may give the command. */
    public boolean allows(Role role) {
        return roles().contains(role);
    }
}
