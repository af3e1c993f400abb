package org.crossface.web.fhir;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.authority.PatientReach.Pathways;
import org.crossface.pathway.patient.identity.KnownPersons;
import org.crossface.pathway.patient.identity.KnownPersons.Candidate;
import org.crossface.pathway.patient.identity.PersonTraits;
import org.crossface.pathway.record.Claims;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.platform.api.Reservations;
import org.crossface.web.problem.PersonsAlike;

/** Decides whether the person of a bundle is registered at the surgery centre already. */
final class ReferredPerson {

    private static final String REMEDY =
            "Send the bundle again with ?person= and the identifier of the one that it is, or with ?differentFrom= and those that it is not";

    private final KnownPersons persons;
    private final ReferenceData reference;
    private final Reservations reservations;
    private final Pathways pathways;

    ReferredPerson(KnownPersons persons, ReferenceData reference, Reservations reservations, Pathways pathways) {
        this.persons = persons;
        this.reference = reference;
        this.reservations = reservations;
        this.pathways = pathways;
    }

    /**
     * What the sender says about who it is.
     *
     * @param person identifier of the registered person; empty when it is not said
     * @param differentFrom identifiers of registered persons that it is not
     */
    record Answer(String person, List<String> differentFrom) {

        static final Answer NONE = new Answer("", List.of());

        Answer {
            differentFrom = List.copyOf(differentFrom);
        }
    }

    /** To whom this very bundle led before; empty when it has not opened a pathway. */
    Optional<String> before(DerivedIds ids) {
        return pathways.owner(ids.pathwayId()).map(owner -> owner.patientId());
    }

    /**
     * The registered person that is referred; empty for somebody new.
     *
     * @throws PersonsAlike if somebody has to decide
     * @throws BundleRefused if the sender names a person whom the centre does not know
     */
    Optional<Candidate> find(PersonTraits traits, String siteId, DerivedIds ids, Answer answer) {
        if (reference.patient(ids.patientId()).isPresent()) {
            // The same bundle registered the person, and was interrupted.
            return Optional.of(new Candidate(ids.patientId(), true, List.of()));
        }
        if (!answer.person().isBlank()) {
            return Optional.of(named(traits, siteId, answer.person()));
        }
        Set<String> others = new HashSet<>(answer.differentFrom());
        List<Candidate> alike = persons.like(traits, siteId).stream()
                .filter(each -> !others.contains(each.patientId()))
                .toList();
        List<Candidate> sure = alike.stream().filter(Candidate::sure).toList();
        if (sure.size() == 1) {
            return Optional.of(sure.getFirst());
        }
        if (!alike.isEmpty()) {
            throw alike(alike);
        }
        return Optional.empty();
    }

    /** The question who it is, with those who were registered in the meantime. */
    PersonsAlike question(PersonTraits traits, String siteId) {
        return alike(persons.like(traits, siteId));
    }

    private static PersonsAlike alike(List<Candidate> candidates) {
        return new PersonsAlike(candidates, REMEDY);
    }

    private Candidate named(PersonTraits traits, String siteId, String patientId) {
        return reference
                .sitesOfPatient(patientId)
                .filter(sites -> sites.all().contains(siteId))
                .flatMap(sites -> persons.compared(traits, patientId))
                .orElseThrow(() -> BundleRefused.unreadable(
                        "person",
                        "The surgery centre knows no such person",
                        "Name a person from the question, or leave the parameter out"));
    }

    /** The patient for whom the documents of a pathway are kept, under whose key it is sealed. */
    String patientOf(String pathwayId) {
        return pathways.owner(pathwayId).orElseThrow().patientId();
    }

    /** The one live pathway of a person at this centre, which a further document about the person joins; empty for none or several. */
    Optional<String> livePathway(String patientId, String siteId) {
        Set<String> live = Claims.livePathwaysOf(patientId, reservations);
        return live.size() == 1
                ? live.stream()
                        .filter(each -> pathways.owner(each)
                                .filter(owner -> owner.siteId().equals(siteId))
                                .isPresent())
                        .findFirst()
                : Optional.empty();
    }
}
