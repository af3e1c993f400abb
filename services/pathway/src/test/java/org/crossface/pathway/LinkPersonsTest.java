package org.crossface.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.intake.PathwayAssignedToPerson;
import org.crossface.pathway.oversight.correction.RetractRecord;
import org.crossface.pathway.patient.DeathReport;
import org.crossface.pathway.patient.ErasureBasis;
import org.crossface.pathway.patient.NameChange;
import org.crossface.pathway.patient.PersonsLinked;
import org.crossface.pathway.patient.PersonsUnlinked;
import org.crossface.pathway.patient.SharingConsent;
import org.crossface.pathway.patient.SharingEnd;
import org.crossface.pathway.patient.SubjectErased;
import org.crossface.pathway.patient.identity.KnownPersons.Candidate;
import org.crossface.pathway.patient.registration.CorrectBirthDate;
import org.crossface.pathway.patient.registration.CorrectName;
import org.crossface.pathway.patient.registration.EndPatientSharing;
import org.crossface.pathway.patient.registration.EraseSubject;
import org.crossface.pathway.patient.registration.LinkPersons;
import org.crossface.pathway.patient.registration.LinkedErasure;
import org.crossface.pathway.patient.registration.MainPerson;
import org.crossface.pathway.patient.registration.RecordDeath;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.pathway.patient.registration.RetractDeath;
import org.crossface.pathway.patient.registration.SharePatient;
import org.crossface.pathway.patient.registration.UnlinkPersons;
import org.crossface.pathway.record.Claims;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two registrations that turn out to be one person, and back; ADR 47. */
class LinkPersonsTest {

    private static final OffsetDateTime NOW = Persons.NOW.atOffset(ZoneOffset.UTC);
    private static final String BORN = "1985-04-12";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final String SITE = "site-bayview";
    private static final String OTHER_SITE = "site-lakeside";
    private static final String REASON = "The insurer confirmed that both are one person";

    private final Persons persons =
            new Persons().register("ann", "Teak", "Ann", BORN, SITE).register("anna", "Tique", "Anna", BORN, SITE);

    private static LinkPersons link(String other, MainPerson main) {
        return new LinkPersons("ann", NOW, other, main, REASON);
    }

    private Optional<CommandRefused> linking() {
        return persons.give(Role.PRIVACY_OFFICER, link("anna", MainPerson.THIS_PERSON));
    }

    private void linked() {
        persons.take(Role.PRIVACY_OFFICER, link("anna", MainPerson.THIS_PERSON));
    }

    private void unlinked() {
        persons.take(Role.PRIVACY_OFFICER, new UnlinkPersons("ann", NOW, "anna", REASON));
    }

    private static String ruleOf(Optional<CommandRefused> refused) {
        return refused.map(CommandRefused::rule).orElse("allowed");
    }

    private Set<String> live(String personId) {
        return Claims.livePathwaysOf(personId, persons.held());
    }

    @Test
    void bothStreamsTellOfTheLinkAndThePathwaysFollowTheMainPersonAndComeBack() {
        persons.refer("one", "ann", ParalysedSide.LEFT, SITE).refer("two", "anna", ParalysedSide.RIGHT, SITE);
        Set<String> before = persons.held().all();

        linked();

        assertThat(persons.facts("ann").getLast())
                .isInstanceOfSatisfying(
                        PersonsLinked.class,
                        fact -> assertThat(fact)
                                .extracting(PersonsLinked::otherPatientId, PersonsLinked::mainPatientId)
                                .containsExactly("anna", "ann"));
        assertThat(persons.facts("anna").getLast())
                .isInstanceOfSatisfying(
                        PersonsLinked.class,
                        fact -> assertThat(fact)
                                .extracting(PersonsLinked::otherPatientId, PersonsLinked::mainPatientId)
                                .containsExactly("ann", "ann"));
        assertThat(persons.pathway("two").intake().personId()).isEqualTo("ann");
        assertThat(persons.pathway("two").intake().patientId()).isEqualTo("anna");
        assertThat(live("ann")).containsExactly("one", "two");
        assertThat(live("anna")).isEmpty();
        assertThat(persons.reference().identitiesOf("anna")).containsExactly("ann", "anna");

        unlinked();

        assertThat(persons.held().all()).isEqualTo(before);
        assertThat(persons.pathway("two").intake().personId()).isEqualTo("anna");
        assertThat(persons.reference().identitiesOf("anna")).containsExactly("anna");
        assertThat(persons.facts("anna").getLast()).isInstanceOf(PersonsUnlinked.class);
    }

    @Test
    void onePersonHasOneLivePathwayForEachSideHoweverOftenRegistered() {
        persons.refer("one", "ann", ParalysedSide.LEFT, SITE).refer("two", "anna", ParalysedSide.LEFT, SITE);
        assertThat(linking()).hasValueSatisfying(refused -> {
            assertThat(refused.rule()).isEqualTo("INV-60");
            assertThat(refused.field()).contains("otherPatientId");
        });
        assertThat(persons.facts("ann")).noneMatch(PersonsLinked.class::isInstance);
    }

    @Test
    void aReferralOfALinkedPersonIsOneOfTheMainPerson() {
        persons.refer("one", "ann", ParalysedSide.LEFT, SITE);
        linked();
        assertThat(ruleOf(persons.give(
                        Role.SURGICAL_COORDINATOR, persons.referral("two", "anna", ParalysedSide.LEFT, SITE))))
                .isEqualTo("INV-60");
        persons.refer("three", "anna", ParalysedSide.RIGHT, SITE);
        assertThat(persons.pathway("three").intake().personId()).isEqualTo("ann");
    }

    @Test
    void aLinkIsRefusedForEachReasonByItself() {
        persons.register("lou", "Lane", "Lou", "1985-04-13", SITE)
                .register("dot", "Dale", "Dot", BORN, SITE)
                .register("far", "Farr", "Fay", BORN, OTHER_SITE)
                .register("may", "Mole", "May", BORN, SITE)
                .take(Role.SURGICAL_COORDINATOR, new RecordDeath("dot", NOW, DAY, DeathReport.FAMILY));
        assertThat(ruleOf(persons.give(Role.PRIVACY_OFFICER, link("nobody", MainPerson.THIS_PERSON))))
                .isEqualTo("REF-PATIENT");
        assertThat(ruleOf(persons.give(Role.PRIVACY_OFFICER, link("ann", MainPerson.THIS_PERSON))))
                .isEqualTo("SEQ-LINK");
        assertThat(ruleOf(persons.give(Role.PRIVACY_OFFICER, link("lou", MainPerson.THIS_PERSON))))
                .isEqualTo("SEQ-LINK-BIRTH-DATE");
        assertThat(ruleOf(persons.give(Role.PRIVACY_OFFICER, link("dot", MainPerson.THIS_PERSON))))
                .isEqualTo("SEQ-LINK-DEATH");
        assertThat(ruleOf(persons.give(Role.PRIVACY_OFFICER, link("far", MainPerson.THIS_PERSON))))
                .isEqualTo("SEQ-LINK-SITES");
        assertThat(ruleOf(persons.give(
                        Role.PRIVACY_OFFICER, new LinkPersons("ann", NOW, "anna", MainPerson.THIS_PERSON, "Same"))))
                .isEqualTo("INV-62");
        linked();
        // A third registration is linked with the main one, and with no other.
        assertThat(ruleOf(persons.give(
                        Role.PRIVACY_OFFICER, new LinkPersons("anna", NOW, "may", MainPerson.THIS_PERSON, REASON))))
                .isEqualTo("SEQ-LINK");
        assertThat(ruleOf(persons.give(Role.PRIVACY_OFFICER, link("may", MainPerson.OTHER_PERSON))))
                .isEqualTo("SEQ-LINK");
        persons.take(Role.PRIVACY_OFFICER, link("may", MainPerson.THIS_PERSON));
        assertThat(persons.reference().identitiesOf("may")).containsExactly("ann", "anna", "may");
        assertThat(ruleOf(persons.give(Role.PRIVACY_OFFICER, new UnlinkPersons("anna", NOW, "may", REASON))))
                .isEqualTo("SEQ-LINK");
    }

    @Test
    void everyCentreOfALinkedPersonKnowsTheMainOneUntilTheyAreUnlinked() {
        persons.register("far", "Farr", "Fay", BORN, OTHER_SITE)
                .take(
                        Role.SURGICAL_COORDINATOR,
                        new SharePatient("ann", NOW, OTHER_SITE, DAY, SharingConsent.PATIENT, "Is treated there"))
                .take(Role.PRIVACY_OFFICER, link("far", MainPerson.THIS_PERSON));
        EndPatientSharing end = new EndPatientSharing("ann", NOW, OTHER_SITE, SharingEnd.CONSENT_WITHDRAWN);
        assertThat(ruleOf(persons.give(Role.SURGICAL_COORDINATOR, end))).isEqualTo("SEQ-LINK-SITES");
        persons.take(Role.PRIVACY_OFFICER, new UnlinkPersons("far", NOW, "ann", REASON))
                .take(Role.SURGICAL_COORDINATOR, end);
    }

    @Test
    void aDeathAndABirthDateAreThoseOfAllWhoAreOnePerson() {
        persons.refer("one", "ann", ParalysedSide.LEFT, SITE).refer("two", "anna", ParalysedSide.RIGHT, SITE);
        linked();
        persons.take(
                Role.SURGICAL_COORDINATOR,
                new CorrectBirthDate("anna", NOW, "1986-04-12", "The passport says another year"));
        assertThat(persons.pathway("one").intake().birthDate()).isEqualTo(PartialDate.of(LocalDate.of(1986, 4, 12)));
        assertThat(persons.pathway("two").intake().birthDate()).isEqualTo(PartialDate.of(LocalDate.of(1986, 4, 12)));

        persons.take(
                Role.SURGICAL_COORDINATOR, new RecordDeath("ann", NOW, LocalDate.of(2026, 3, 1), DeathReport.FAMILY));
        assertThat(persons.pathway("two").phase()).isEqualTo(Phase.DECEASED);
        assertThat(persons.reference().patient("anna"))
                .hasValueSatisfying(each -> assertThat(each.deceased()).isTrue());

        persons.take(Role.SURGEON, new RetractDeath("anna", NOW, "It was somebody else who died"));
        assertThat(persons.pathway("one").phase()).isEqualTo(Phase.REFERRED);
        assertThat(persons.reference().patient("ann"))
                .hasValueSatisfying(each -> assertThat(each.deceased()).isFalse());
    }

    @Test
    void theErasureOfALinkedPersonSaysWhatBecomesOfTheOther() {
        persons.refer("two", "anna", ParalysedSide.RIGHT, SITE);
        linked();
        assertThat(ruleOf(persons.give(Role.PRIVACY_OFFICER, erase("ann", null))))
                .isEqualTo("SEQ-LINK-ERASURE");

        persons.take(Role.PRIVACY_OFFICER, erase("ann", LinkedErasure.UNLINK_AND_KEEP));
        assertThat(persons.facts("ann").getLast()).isInstanceOf(SubjectErased.class);
        assertThat(persons.facts("anna")).noneMatch(SubjectErased.class::isInstance);
        assertThat(persons.pathway("two").intake().personId()).isEqualTo("anna");
    }

    @Test
    void allWhoAreOnePersonAreErasedTogether() {
        linked();
        persons.take(Role.PRIVACY_OFFICER, erase("anna", LinkedErasure.ERASE_ALL));
        assertThat(persons.facts("ann").getLast())
                .isInstanceOfSatisfying(
                        SubjectErased.class,
                        fact -> assertThat(fact.patientId()).isEqualTo("ann"));
        assertThat(persons.facts("anna").getLast())
                .isInstanceOfSatisfying(
                        SubjectErased.class,
                        fact -> assertThat(fact.patientId()).isEqualTo("anna"));
    }

    private static EraseSubject erase(String patientId, @Nullable LinkedErasure linked) {
        return new EraseSubject(patientId, NOW, ErasureBasis.PATIENT_REQUEST, linked);
    }

    @Test
    void registrationFindsTheMainPersonUnderTheNameOfALinkedOne() {
        linked();
        RegisterPatient again = Persons.registration("new", "Tique", "Anna", BORN, SITE);
        assertThat(ruleOf(persons.give(Role.SURGICAL_COORDINATOR, again))).isEqualTo("REF-PERSON-KNOWN");
        assertThat(persons.known().like(again.traits(), SITE))
                .extracting(Candidate::patientId)
                .containsExactly("ann");
    }

    @Test
    void aCorrectedBirthDateAndNameMoveTheKeysUnderWhichRegistrationFindsThePerson() {
        String right = "1985-12-04";
        persons.take(Role.SURGICAL_COORDINATOR, new CorrectBirthDate("ann", NOW, right, "Day and month were exchanged"))
                .take(
                        Role.SURGICAL_COORDINATOR,
                        new CorrectName("anna", NOW, "Teak-Tique", "Anna", NameChange.MARRIAGE));
        assertThat(alike("Teak", "Ann", right)).containsExactly("ann");
        assertThat(alike("Teak", "Ann", BORN)).isEmpty();
        assertThat(alike("Teak-Tique", "Anna", BORN)).containsExactly("anna");
        assertThat(alike("Tique", "Anna", BORN)).isEmpty();
        assertThat(ruleOf(persons.give(
                        Role.SURGICAL_COORDINATOR, Persons.registration("new", "Teak", "Ann", right, SITE))))
                .isEqualTo("REF-PERSON-KNOWN");
    }

    private List<String> alike(String family, String given, String born) {
        return persons
                .known()
                .like(Persons.registration("new", family, given, born, SITE).traits(), SITE)
                .stream()
                .map(Candidate::patientId)
                .toList();
    }

    @Test
    @Tag("SEQ-LINK")
    void whoseAPathwayIsIsNotCorrectedByHand() {
        persons.refer("two", "anna", ParalysedSide.RIGHT, SITE);
        linked();
        PathwayAssignedToPerson fact =
                (PathwayAssignedToPerson) persons.facts("two").getLast();
        assertThat(ruleOf(persons.give(Role.SURGEON, new RetractRecord("two", NOW, fact.factId(), REASON))))
                .isEqualTo("SEQ-LINK");
    }
}
