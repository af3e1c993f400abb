package org.crossface.web.api.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.patient.registration.PatientCommand;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.pathway.policy.approval.PolicyCommand;
import org.crossface.pathway.reference.registration.ReferenceCommand;

/**
 * The address of a command in the API.
 *
 * @param path with its variables, such as {@code /api/pathways/{pathwayId}/record-goals}
 * @param variables of the path
 * @param given components of the command that the address or the server sets and the body must omit
 * @param opens whether the command opens a stream by a POST to its collection
 */
public record CommandAddress(String path, List<String> variables, Set<String> given, boolean opens) {

    /** The address of a command; empty for one that the API does not take. */
    public static Optional<CommandAddress> of(CommandSpec spec) {
        if (spec.type() == RegisterReferral.class) {
            return Optional.of(new CommandAddress("/api/pathways", List.of(), Set.of(spec.target(), "number"), true));
        }
        if (spec.type() == RegisterPatient.class) {
            return Optional.of(new CommandAddress("/api/patients", List.of(), Set.of(spec.target()), true));
        }
        if (spec.isOfPathway()) {
            return Optional.of(below("/api/pathways", spec));
        }
        if (PatientCommand.class.isAssignableFrom(spec.type())) {
            return Optional.of(below("/api/patients", spec));
        }
        return isStandingData(spec) ? Optional.of(below("/api/reference/" + kindOf(spec), spec)) : Optional.empty();
    }

    private static CommandAddress below(String collection, CommandSpec spec) {
        String target = spec.target();
        return new CommandAddress(
                collection + "/{" + target + "}/" + spec.kebabName(), List.of(target), Set.of(target), false);
    }

    /** The kind of reference data in the address: {@code sites}, {@code practitioners}, {@code facilities}, {@code devices}, {@code policy-sets}. */
    static String kindOf(CommandSpec spec) {
        String target = spec.target();
        String one = target.substring(0, target.length() - "Id".length())
                .replaceAll("([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
        return one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
    }

    /** Whether this is reference data, such as a site or a policy. */
    static boolean isStandingData(CommandSpec spec) {
        return ReferenceCommand.class.isAssignableFrom(spec.type())
                || PolicyCommand.class.isAssignableFrom(spec.type());
    }
}
