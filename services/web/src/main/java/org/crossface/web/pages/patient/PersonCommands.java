package org.crossface.web.pages.patient;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.patient.registration.EndPatientSharing;
import org.crossface.pathway.patient.registration.NameRepresentative;
import org.crossface.pathway.patient.registration.PatientCommand;
import org.crossface.pathway.patient.registration.SharePatient;
import org.crossface.platform.api.Role;

/**
 * The commands to a person that the page of a pathway offers. The command for contacts is excluded: it replaces all contacts, and the form
 * does not have the present ones.
 */
final class PersonCommands {

    private static final String AREA = "patient";
    private static final Set<Class<?>> TYPES =
            Set.of(NameRepresentative.class, SharePatient.class, EndPatientSharing.class);

    private PersonCommands() {}

    /** Whether the target of this command is the person. */
    static boolean is(CommandSpec spec) {
        return PatientCommand.class.isAssignableFrom(spec.type());
    }

    /** The command of this name; empty when the page offers none. */
    static Optional<CommandSpec> find(CommandCatalogue catalogue, String kebabName) {
        return catalogue.find(AREA, kebabName).filter(spec -> TYPES.contains(spec.type()));
    }

    /**
     * The commands to the person that are available to this role now.
     *
     * @param died whether the patient has died; then only the end of a sharing is offered
     */
    static List<Offers.Offer> offers(CommandCatalogue catalogue, Role role, PatientSites sites, boolean died) {
        return catalogue.all().stream()
                .filter(spec -> TYPES.contains(spec.type()) && spec.allows(role))
                .filter(spec -> spec.type() == EndPatientSharing.class
                        ? !sites.sharedWith().isEmpty()
                        : !died)
                .map(spec -> new Offers.Offer(
                        spec.kebabName(), spec.title(), "Person", HistoryLine.icon(spec.area()), "", null))
                .toList();
    }
}
