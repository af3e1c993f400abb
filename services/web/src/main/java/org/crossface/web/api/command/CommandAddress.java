package org.crossface.web.api.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.authority.CommandSpec;

/**
 * Where a command is sent to.
 *
 * @param path with its variables, such as {@code /api/pathways/{pathwayId}/record-goals}
 * @param variables of the path
 * @param given components of the command that the address or the server gives, so that the body does not hold them
 * @param opens whether the command opens a stream at its collection
 */
public record CommandAddress(String path, List<String> variables, Set<String> given, boolean opens) {

    private static final Set<String> STANDING_DATA = Set.of("reference", "policy");

    /** The address of a command; empty for one that the API does not take. */
    public static Optional<CommandAddress> of(CommandSpec spec) {
        String target = spec.target();
        return switch (spec.kebabName()) {
            case "register-referral" ->
                Optional.of(new CommandAddress("/api/pathways", List.of(), Set.of(target, "number"), true));
            case "register-patient" ->
                Optional.of(new CommandAddress("/api/patients", List.of(), Set.of(target), true));
            default -> ofExisting(spec, target);
        };
    }

    private static Optional<CommandAddress> ofExisting(CommandSpec spec, String target) {
        if (PathwayCommand.class.isAssignableFrom(spec.type())) {
            return Optional.of(below("/api/pathways", spec, target));
        }
        if (spec.area().equals("patient")) {
            return Optional.of(below("/api/patients", spec, target));
        }
        return STANDING_DATA.contains(spec.area())
                ? Optional.of(below("/api/reference/" + kindOf(spec), spec, target))
                : Optional.empty();
    }

    private static CommandAddress below(String collection, CommandSpec spec, String target) {
        return new CommandAddress(
                collection + "/{" + target + "}/" + spec.kebabName(), List.of(target), Set.of(target), false);
    }

    /** Of standing data, as the address names it: {@code sites}, {@code practitioners}, {@code facilities}, {@code policy-sets}. */
    static String kindOf(CommandSpec spec) {
        String target = spec.target();
        String one = target.substring(0, target.length() - "Id".length())
                .replaceAll("([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
        return one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
    }

    /** Whether this is standing data, such as a site or a policy. */
    static boolean isStandingData(CommandSpec spec) {
        return STANDING_DATA.contains(spec.area());
    }
}
