package org.crossface.pathway.authority;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.patient.registration.PatientCommand;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.vocabulary.PathwayCommand;

/**
 * Which patients a command is about, and which surgery centres must lie within the scope of who gives it: for a pathway its own centre, for
 * a patient those that the patient's facts name ({@link PatientSites}).
 */
public final class PatientReach {

    private final Pathways pathways;
    private final ReferenceData reference;

    public PatientReach(Pathways pathways, ReferenceData reference) {
        this.pathways = pathways;
        this.reference = reference;
    }

    /** Whose pathways are where. */
    public interface Pathways {

        /** Whose pathway it is and at which surgery centre; empty when there is none. */
        Optional<Owner> owner(String pathwayId);

        /** The surgery centres that have pathways of a patient. */
        Set<String> sitesOfPathwaysOf(String patientId);
    }

    /** Whose a pathway is, and at which surgery centre. */
    public record Owner(String patientId, String siteId) {}

    /**
     * What a command reaches.
     *
     * @param patientIds empty when nobody is known by the identifier that the command names
     * @param sites one set for each thing that is reached, holding the centres of which one suffices; empty for what does not exist
     */
    public record Reach(boolean ofPathway, Set<String> patientIds, List<Set<String>> sites) {}

    /** What this command reaches; empty when it is about no patient. */
    public Optional<Reach> of(Object command) {
        return Optional.ofNullable(
                switch (command) {
                    case RegisterReferral opening ->
                        new Reach(
                                false,
                                Set.of(opening.patientId()),
                                and(sitesOf(opening.patientId()), opening.siteId()));
                    case PathwayCommand step -> pathway(step.pathwayId());
                    case RegisterPatient registration -> new Reach(false, Set.of(), centre(registration.siteId()));
                    case PatientCommand step -> patient(step);
                    default -> null;
                });
    }

    /**
     * The surgery centres that know a patient: the home and those that the patient is shared with. A person who was registered before homes
     * were recorded belongs to the centres of his or her pathways.
     *
     * @return empty when nobody is registered so
     */
    public Set<String> sitesOf(String patientId) {
        Optional<PatientSites> recorded = reference.sitesOfPatient(patientId);
        if (recorded.isEmpty()) {
            return Set.of();
        }
        Set<String> sites = new TreeSet<>(recorded.get().all());
        if (recorded.get().home() == null) {
            sites.addAll(pathways.sitesOfPathwaysOf(patientId));
        }
        return sites;
    }

    private List<Set<String>> and(Set<String> sitesOfPatient, String siteId) {
        return Stream.concat(Stream.of(sitesOfPatient), centre(siteId).stream()).toList();
    }

    /** Which centres there are is no secret: one that does not exist is left to the rules of the command. */
    private List<Set<String>> centre(String siteId) {
        return reference.site(siteId).isPresent() ? List.of(Set.of(siteId)) : List.of();
    }

    private Reach pathway(String pathwayId) {
        return pathways.owner(pathwayId)
                .map(owner -> new Reach(true, Set.of(owner.patientId()), List.of(Set.of(owner.siteId()))))
                .orElseGet(() -> new Reach(true, Set.of(), List.of(Set.of())));
    }

    private Reach patient(PatientCommand step) {
        List<String> named = Stream.concat(Stream.of(step.patientId()), step.otherPatientIds().stream())
                .toList();
        if (named.stream().anyMatch(each -> reference.sitesOfPatient(each).isEmpty())) {
            return new Reach(false, Set.of(), List.of(Set.of()));
        }
        PatientSites recorded = recorded(step.patientId());
        return switch (step.sitesNeeded()) {
            case ANY -> new Reach(false, Set.of(step.patientId()), List.of(sitesOf(step.patientId())));
            case HOME ->
                new Reach(
                        false,
                        Set.of(step.patientId()),
                        recorded.home() == null
                                ? each(pathways.sitesOfPathwaysOf(step.patientId()))
                                : List.of(Set.of(recorded.home())));
            case ALL -> {
                Set<String> people = new TreeSet<>();
                named.forEach(each -> people.addAll(reference.identitiesOf(each)));
                Set<String> all = new TreeSet<>();
                people.forEach(each -> {
                    all.addAll(recorded(each).all());
                    all.addAll(pathways.sitesOfPathwaysOf(each));
                });
                yield new Reach(false, people, each(all));
            }
        };
    }

    private PatientSites recorded(String patientId) {
        return reference.sitesOfPatient(patientId).orElse(PatientSites.NONE);
    }

    /** Each of them is needed; when there are none, nobody has what is needed. */
    private static List<Set<String>> each(Set<String> sites) {
        return sites.isEmpty() ? List.of(Set.of()) : sites.stream().map(Set::of).toList();
    }
}
