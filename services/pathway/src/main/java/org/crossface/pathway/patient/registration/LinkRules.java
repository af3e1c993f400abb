package org.crossface.pathway.patient.registration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.patient.PersonLinks;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.KnownPatient;
import org.crossface.pathway.requirement.Requirement;
import org.crossface.pathway.requirement.Requirements;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.platform.api.decision.CommandRefused;

/** Rules of linking and unlinking persons. They ask the streams of both, so that no aggregate alone can judge them. */
public final class LinkRules {

    private static final String LINK = "SEQ-LINK";
    private static final String OTHER = "otherPatientId";

    private LinkRules() {}

    /**
     * Judges a link by everything but what the pathways of the two hold (INV-60, INV-07, INV-08).
     *
     * @throws CommandRefused if a rule refuses it
     */
    public static void judge(LinkPersons command, Circumstances given) {
        Requirement.fieldsInRange(command);
        Requirements needed = new Requirements();
        ReferenceData reference = given.reference();
        String main = command.mainPatientId();
        String linked = command.linkedPatientId();
        Optional<KnownPatient> one = reference.patient(main);
        Optional<KnownPatient> two = reference.patient(linked);
        needed.that(
                one.isPresent() && two.isPresent(),
                "REF-PATIENT",
                OTHER,
                "Registered persons are linked who are not erased.",
                "One of the two is not registered, or is erased",
                "Name a registered person");
        needed.that(
                !main.equals(linked),
                LINK,
                OTHER,
                "A link is between two registrations.",
                "Both are the same registration",
                "Name the other registration of the person");
        needed.demand();
        needed.that(
                reference.linksOfPatient(linked).isEmpty()
                        && reference.linksOfPatient(main).main() == null,
                LINK,
                "main",
                "All registrations of a person point to one main registration.",
                "One of the two is linked already",
                "Choose as main registration the one to which the others point, or unlink it first");
        needed.that(
                one.map(KnownPatient::birthDate).equals(two.map(KnownPatient::birthDate)),
                "SEQ-LINK-BIRTH-DATE",
                OTHER,
                "One person has one birth date.",
                "The birth dates of the two differ",
                "Correct the birth date that is wrong first; ages decide about treatment");
        needed.that(
                one.map(KnownPatient::deceased).equals(two.map(KnownPatient::deceased)),
                "SEQ-LINK-DEATH",
                OTHER,
                "One person is alive or has died.",
                "Of the two one has died",
                "Record the death of the other, or take it back, first");
        Set<String> strange = new TreeSet<>(sites(linked, given).all());
        strange.removeAll(sites(main, given).all());
        needed.that(
                strange.isEmpty(),
                "SEQ-LINK-SITES",
                "main",
                "Every surgery centre that knows one of two linked persons knows the main one.",
                "The main registration is not known to " + String.join(", ", strange),
                "Share the main person with that centre, with the consent of the person, or choose the other one as main");
        explained(command.reason(), needed, given);
        needed.demand();
    }

    /**
     * Judges that a link is taken back.
     *
     * @throws CommandRefused if a rule refuses it
     */
    public static void judge(UnlinkPersons command, Circumstances given) {
        Requirement.fieldsInRange(command);
        Requirements needed = new Requirements();
        PersonLinks links = given.reference().linksOfPatient(command.patientId());
        needed.that(
                command.otherPatientId().equals(links.main()) || links.linked().contains(command.otherPatientId()),
                LINK,
                OTHER,
                "Persons are unlinked who are linked.",
                "The two are not linked",
                "Name the person with whom this one is linked");
        explained(command.reason(), needed, given);
        needed.demand();
    }

    /**
     * Refuses to erase one of several linked persons without a word about the others.
     *
     * @throws CommandRefused if a rule refuses it
     */
    public static void judge(EraseSubject command, Circumstances given) {
        Requirement.fieldsInRange(command);
        List<String> all = given.reference().identitiesOf(command.patientId());
        Requirement.that(
                all.size() == 1 || command.linked() != null,
                "SEQ-LINK-ERASURE",
                "linked",
                "The erasure of a linked person says what becomes of the others.",
                all.size() + " registrations are linked",
                "Say whether all of them are erased, or this one is unlinked and the others stay");
    }

    /**
     * Refuses that a centre is to know the main person no more while it knows a linked one.
     *
     * @throws CommandRefused if a rule refuses it
     */
    static void requireNoLinkedPersonThere(PersonLinks links, String siteId, Circumstances given) {
        Requirement.that(
                links.linked().stream()
                        .noneMatch(each -> sites(each, given).all().contains(siteId)),
                "SEQ-LINK-SITES",
                "siteId",
                "Every surgery centre that knows one of two linked persons knows the main one.",
                "The centre knows a registration that is linked with this one",
                "Unlink the persons first");
    }

    private static void explained(String reason, Requirements needed, Circumstances given) {
        needed.that(
                reason.strip().length() >= given.policy().of(Threshold.REASON_CHARACTERS),
                "INV-62",
                "reason",
                "A link is explained.",
                given.policy().fill("The reason has less than {reasonCharacters} characters"),
                "Explain how it is known");
    }

    private static PatientSites sites(String patientId, Circumstances given) {
        return given.reference().sitesOfPatient(patientId).orElse(PatientSites.NONE);
    }
}
