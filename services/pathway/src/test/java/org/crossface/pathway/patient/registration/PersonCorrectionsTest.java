package org.crossface.pathway.patient.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.crossface.pathway.Persons;
import org.crossface.pathway.patient.DeathReport;
import org.crossface.pathway.patient.RepresentativeRelation;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.patient.identity.KnownPersons.Candidate;
import org.crossface.pathway.patient.identity.PersonDetails;
import org.crossface.pathway.patient.identity.PersonTraits;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.junit.jupiter.api.Test;

/** What a person is known by is corrected, and known so from then on; the keys follow. */
class PersonCorrectionsTest {

    private static final OffsetDateTime NOW = Persons.NOW.atOffset(ZoneOffset.UTC);
    private static final String SITE = "site-bayview";
    private static final String REASON = "The passport says otherwise than the referral";

    private final Persons persons = new Persons().register("ann", "Teak", "Ann", "1985-04-12", SITE);

    private PersonDetails details() {
        return persons.known().details("ann").orElseThrow();
    }

    /** Somebody of another name and birth date with this number of another system. */
    private static PersonTraits numbered(String identifier) {
        return new PersonTraits(
                "Other", "Name", "1990-01-01", Sex.MALE, null, null, null, null, null, List.of(identifier), "en");
    }

    private List<String> foundBy(String identifier) {
        return persons.known().like(numbered(identifier), SITE).stream()
                .map(Candidate::patientId)
                .toList();
    }

    @Test
    void theSexIsCorrectedWithAReason() {
        assertThat(persons.give(Role.SURGICAL_COORDINATOR, new CorrectSex("ann", NOW, Sex.MALE, "too short"))
                        .map(CommandRefused::rule))
                .contains("INV-62");
        assertThat(details().traits().sex()).isEqualTo(Sex.FEMALE);
        persons.take(Role.SURGICAL_COORDINATOR, new CorrectSex("ann", NOW, Sex.MALE, REASON));
        assertThat(details().traits().sex()).isEqualTo(Sex.MALE);
    }

    @Test
    void rulesAskForAnInterpreterAfterTheLanguageIsCorrected() {
        assertThat(persons.reference().patient("ann").orElseThrow().interpreterNeeded())
                .isFalse();
        persons.take(Role.PREOP_NURSE, new CorrectLanguage("ann", NOW, "uk", true));
        assertThat(persons.reference().patient("ann").orElseThrow().interpreterNeeded())
                .isTrue();
        assertThat(details().traits().language()).isEqualTo("uk");
        assertThat(details().interpreterNeeded()).isTrue();
    }

    @Test
    void registrationFindsThePersonUnderTheRightNumberAndNoLongerUnderTheWrongOne() {
        persons.take(Role.SURGICAL_COORDINATOR, new CorrectIdentifiers("ann", NOW, List.of("mrn|17", "mrn|18")));
        assertThat(foundBy("mrn|17")).containsExactly("ann");
        persons.take(Role.SURGICAL_COORDINATOR, new CorrectIdentifiers("ann", NOW, List.of("mrn|18")));
        assertThat(foundBy("mrn|17")).isEmpty();
        assertThat(foundBy("mrn|18")).containsExactly("ann");
        persons.take(
                Role.SURGICAL_COORDINATOR,
                new CorrectBirthDate("ann", NOW, "1985-12-04", "Day and month were exchanged"));
        assertThat(foundBy("mrn|18"))
                .describedAs("another correction keeps the number")
                .containsExactly("ann");
    }

    @Test
    void aNewReferralTellsInWhatItDiffers() {
        persons.take(Role.SURGICAL_COORDINATOR, new CorrectIdentifiers("ann", NOW, List.of("mrn|18")));
        PersonTraits referred = new PersonTraits(
                "Teak", "Ann", "1985-04-12", Sex.MALE, null, null, null, null, null, List.of("mrn|18", "mrn|19"), "uk");
        assertThat(persons.known().like(referred, SITE))
                .flatExtracting(Candidate::differs)
                .containsExactly("sex", "identifiers", "language");
        PersonTraits silent = new PersonTraits(
                "Teak", "Ann", "1985-04-12", Sex.UNKNOWN, null, null, null, null, null, List.of("mrn|18"), "und");
        assertThat(persons.known().like(silent, SITE))
                .flatExtracting(Candidate::differs)
                .isEmpty();
    }

    @Test
    void theRepresentativeIsKnownWithTheTelephoneThatWasGivenLast() {
        assertThat(details().representative()).isNull();
        persons.take(
                Role.SURGICAL_COORDINATOR,
                new NameRepresentative("ann", NOW, "Bea Teak", RepresentativeRelation.SIBLING, "555-1"));
        persons.take(
                Role.SURGICAL_COORDINATOR,
                new NameRepresentative("ann", NOW, "Bea Teak", RepresentativeRelation.SIBLING, "555-2"));
        assertThat(Optional.ofNullable(details().representative()))
                .contains(new PersonDetails.Representative("Bea Teak", RepresentativeRelation.SIBLING, "555-2"));
    }

    @Test
    void afterADeathWhatThePersonIsKnownByIsCorrectedStillAndTheLanguageIsNot() {
        persons.take(
                Role.SURGICAL_COORDINATOR, new RecordDeath("ann", NOW, LocalDate.of(2026, 3, 1), DeathReport.FAMILY));
        persons.take(Role.SURGICAL_COORDINATOR, new CorrectSex("ann", NOW, Sex.OTHER, REASON));
        persons.take(Role.SURGICAL_COORDINATOR, new CorrectIdentifiers("ann", NOW, List.of()));
        assertThat(persons.give(Role.SURGICAL_COORDINATOR, new CorrectLanguage("ann", NOW, "uk", false))
                        .map(CommandRefused::rule))
                .contains("INV-56");
    }
}
