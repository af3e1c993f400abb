package org.crossface.pathway.patient.registration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.crossface.pathway.patient.BirthDateCorrected;
import org.crossface.pathway.patient.ContactCorrected;
import org.crossface.pathway.patient.DeathRecorded;
import org.crossface.pathway.patient.DeathRetracted;
import org.crossface.pathway.patient.IdentifiersCorrected;
import org.crossface.pathway.patient.LanguageCorrected;
import org.crossface.pathway.patient.NameCorrected;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.PatientShared;
import org.crossface.pathway.patient.PatientSharingEnded;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.patient.PatientTakenOn;
import org.crossface.pathway.patient.PersonLinks;
import org.crossface.pathway.patient.PersonsLinked;
import org.crossface.pathway.patient.PersonsUnlinked;
import org.crossface.pathway.patient.RepresentativeNamed;
import org.crossface.pathway.patient.SexCorrected;
import org.crossface.pathway.patient.SharingConsent;
import org.crossface.pathway.patient.SubjectErased;
import org.crossface.pathway.patient.identity.PersonIndex;
import org.crossface.pathway.patient.identity.PersonKeys;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.requirement.Requirement;
import org.crossface.pathway.requirement.Requirements;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.values.StorableTime;
import org.jspecify.annotations.Nullable;

/**
 * A person, across all pathways: identity, contacts, representative, the surgery centres that know the person, death. It keeps nothing
 * personal in memory but hashes, by which a centre finds the person again.
 */
@AggregateRoot
public final class Patient {

    @AggregateIdentifier
    private @Nullable String patientId;

    private PatientSites sites = PatientSites.NONE;

    private boolean represented;

    /** Hashes of the name and the identifiers; {@code null} after erasure. */
    private @Nullable PersonKeys keys;

    private PersonLinks links = PersonLinks.NONE;
    private boolean deceased;
    private boolean erased;

    /** For Axon, which then sources the recorded facts into it. */
    public Patient() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterPatient command, Circumstances given) {
        Requirement.that(
                patientId == null,
                "SEQ-PATIENT",
                "patientId",
                "A person is registered once.",
                "The person is already registered",
                "Use that registration, and correct it if it is wrong");
        judge(command, given);
        PersonKeys now = keysOf(command);
        PersonIndex.reserve(now, command.siteId(), command.patientId(), given.reservations());
        record(registered(command, given), command.siteId(), given);
        record(
                new PatientTakenOn(command.patientId(), given.ids().next(), command.occurredAt(), command.siteId()),
                command.siteId(),
                given);
        if (command.representativeName() != null && command.representativeRelation() != null) {
            record(
                    new RepresentativeNamed(
                            command.patientId(),
                            given.ids().next(),
                            command.occurredAt(),
                            command.representativeName(),
                            command.representativeRelation(),
                            command.representativePhone()),
                    given);
        }
    }

    /**
     * Judges the registration of a person by everything but whether the identifier is free, and records nothing.
     *
     * @throws org.crossface.platform.api.decision.CommandRefused if a rule refuses it
     */
    public static void judge(RegisterPatient command, Circumstances given) {
        Requirement.fieldsInRange(command);
        Requirements needed = new Requirements();
        LocalDate today = given.today(zone(command.timeZone(), needed));
        isPossible(command.birthDate(), today, needed);
        needed.that(
                (command.representativeName() == null) == (command.representativeRelation() == null),
                "SEQ-REPRESENTATIVE",
                "representativeRelation",
                "A representative has a name and a relation to the patient.",
                "One of them is missing",
                "Give both or neither");
        needed.that(
                given.reference().site(command.siteId()).isPresent(),
                "REF-SITE",
                "siteId",
                "A person is taken on by a surgery centre.",
                "There is no surgery centre " + command.siteId(),
                "Choose one of your surgery centres");
        needed.demand();
        PersonIndex.requireNew(
                keysOf(command),
                command.siteId(),
                Stream.concat(
                                Stream.of(command.patientId()),
                                Objects.requireNonNullElse(command.differentFromIds(), List.<String>of()).stream()
                                        .flatMap(each -> given.reference().identitiesOf(each).stream()))
                        .toList(),
                given.reservations());
    }

    /** Notes a text that is no birth date of a person who lives on this day. */
    private static void isPossible(String birthDate, LocalDate today, Requirements needed) {
        Optional<PartialDate> born =
                PartialDate.parse(birthDate).filter(date -> date.earliest().getYear() >= StorableTime.FIRST_YEAR);
        needed.that(
                born.filter(date -> !date.earliest().isAfter(today)).isPresent(),
                "SEQ-BIRTH-DATE",
                "birthDate",
                "A person was born before being registered.",
                "The birth date " + birthDate + (born.isPresent() ? " is in the future" : " cannot be read"),
                "Write YYYY-MM-DD, YYYY-MM or YYYY, today at the latest");
    }

    private static PersonKeys keysOf(RegisterPatient command) {
        return command.traits().keys();
    }

    private static PatientRegistered registered(RegisterPatient command, Circumstances given) {
        return new PatientRegistered(
                command.patientId(),
                given.ids().next(),
                command.occurredAt(),
                command.familyName(),
                Objects.requireNonNullElse(command.givenNames(), ""),
                command.birthDate(),
                command.sex(),
                command.phone(),
                command.email(),
                command.street(),
                command.city(),
                command.region(),
                command.postalCode(),
                command.country(),
                command.language(),
                command.interpreterNeeded(),
                command.timeZone(),
                command.identifiers(),
                command.contactConsent());
    }

    @CommandHandler
    void handle(NameRepresentative command, Circumstances given) {
        requireLiving(command);
        record(
                new RepresentativeNamed(
                        command.patientId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.name(),
                        command.relation(),
                        command.phone()),
                given);
    }

    @CommandHandler
    void handle(CorrectContact command, Circumstances given) {
        requireLiving(command);
        record(
                new ContactCorrected(
                        command.patientId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.phone(),
                        command.email(),
                        command.street(),
                        command.city(),
                        command.region(),
                        command.postalCode(),
                        command.country(),
                        command.contactConsent()),
                given);
    }

    /** Records the death of the person; the pathways follow in the same unit of work. */
    public void recordDeath(RecordDeath command, Circumstances given) {
        requireLiving(command);
        Requirement.that(
                !command.diedOn().isAfter(given.today(ZoneOffset.UTC).plusDays(1)),
                "SEQ-DEATH",
                "diedOn",
                "A death is recorded after it happened.",
                "The day " + command.diedOn() + " is in the future",
                "Give the day of death");
        record(
                new DeathRecorded(
                        command.patientId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.diedOn(),
                        command.reportedBy()),
                given);
    }

    /** Records the death of the person unless it is known; the command may name another of those who are one with this person. */
    public void recordDeathOnce(RecordDeath command, Circumstances given) {
        if (!deceased) {
            recordDeath(new RecordDeath(known(), command.occurredAt(), command.diedOn(), command.reportedBy()), given);
        }
    }

    /** Takes the death back if it is known; the command may name another of those who are one with this person. */
    public void retractDeathOnce(RetractDeath command, Circumstances given) {
        if (deceased) {
            retractDeath(new RetractDeath(known(), command.occurredAt(), command.reason()), given);
        }
    }

    /** Takes the death back; the pathways follow in the same unit of work. */
    public void retractDeath(RetractDeath command, Circumstances given) {
        requireNotErased();
        Requirement.fieldsInRange(command);
        Requirement.that(
                deceased,
                "SEQ-DEATH",
                null,
                "Only a death that is recorded is taken back.",
                "No death is recorded",
                "No action is needed");
        requireExplained(command.reason(), given);
        record(
                new DeathRetracted(command.patientId(), given.ids().next(), command.occurredAt(), command.reason()),
                given);
    }

    /** Corrects the birth date; the pathways follow in the same unit of work. */
    public void correctBirthDate(CorrectBirthDate command, Circumstances given) {
        requireNotErased();
        Requirement.fieldsInRange(command);
        Requirements needed = new Requirements();
        isPossible(command.birthDate(), given.today(ZoneOffset.UTC).plusDays(1), needed);
        needed.demand();
        requireExplained(command.reason(), given);
        record(
                new BirthDateCorrected(
                        known(), given.ids().next(), command.occurredAt(), command.birthDate(), command.reason()),
                given);
        reserveKeysAnew(given);
    }

    @CommandHandler
    void handle(CorrectName command, Circumstances given) {
        requireNotErased();
        Requirement.fieldsInRange(command);
        record(
                new NameCorrected(
                        known(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.familyName(),
                        Objects.requireNonNullElse(command.givenNames(), ""),
                        command.because()),
                given);
        reserveKeysAnew(given);
    }

    @CommandHandler
    void handle(CorrectSex command, Circumstances given) {
        requireNotErased();
        Requirement.fieldsInRange(command);
        requireExplained(command.reason(), given);
        record(
                new SexCorrected(known(), given.ids().next(), command.occurredAt(), command.sex(), command.reason()),
                given);
    }

    @CommandHandler
    void handle(CorrectLanguage command, Circumstances given) {
        requireLiving(command);
        record(
                new LanguageCorrected(
                        known(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.language(),
                        command.interpreterNeeded()),
                given);
    }

    @CommandHandler
    void handle(CorrectIdentifiers command, Circumstances given) {
        requireNotErased();
        Requirement.fieldsInRange(command);
        record(
                new IdentifiersCorrected(known(), given.ids().next(), command.occurredAt(), command.identifiers()),
                given);
        reserveKeysAnew(given);
    }

    /** After a correction every centre that knows the person finds him or her under what is right, and no longer under what was wrong. */
    private void reserveKeysAnew(Circumstances given) {
        PersonKeys now = keys;
        if (now != null) {
            for (String site : sites.all()) {
                PersonIndex.release(site, known(), given.reservations());
                PersonIndex.reserve(now, site, known(), given.reservations());
            }
        }
    }

    /** Links this person with the other one that a command names, which {@link LinkRules} has judged. */
    public void link(LinkPersons command, Circumstances given) {
        String other = known().equals(command.patientId()) ? command.otherPatientId() : command.patientId();
        record(
                new PersonsLinked(
                        known(),
                        given.ids().next(),
                        command.occurredAt(),
                        other,
                        command.mainPatientId(),
                        command.reason()),
                given);
    }

    /** Takes the link with another person back. */
    public void unlink(String otherPatientId, OffsetDateTime at, String reason, Circumstances given) {
        record(new PersonsUnlinked(known(), given.ids().next(), at, otherPatientId, reason), given);
    }

    /** The identifier, which every fact but the registration has. */
    private String known() {
        return Objects.requireNonNull(patientId);
    }

    private static void requireExplained(String reason, Circumstances given) {
        Requirement.that(
                reason.strip().length() >= given.policy().of(Threshold.REASON_CHARACTERS),
                "INV-62",
                "reason",
                given.policy().fill("A record is corrected with a reason of at least {reasonCharacters} characters."),
                given.policy().fill("The reason has less than {reasonCharacters} characters"),
                "Explain what was wrong and how it happened");
    }

    @CommandHandler
    void handle(SharePatient command, Circumstances given) {
        requireLiving(command);
        Requirements needed = new Requirements();
        needed.that(
                given.reference().site(command.siteId()).isPresent(),
                "REF-SITE",
                "siteId",
                "A patient is shared with a surgery centre.",
                "There is no surgery centre " + command.siteId(),
                "Choose another surgery centre");
        needed.that(
                !sites.all().contains(command.siteId()),
                "SEQ-SHARING",
                "siteId",
                "A patient is shared once with each other surgery centre.",
                "The centre " + command.siteId() + " knows the patient already",
                "No action is needed");
        needed.that(
                !command.consentedOn().isAfter(given.today(ZoneOffset.UTC).plusDays(1)),
                "SEQ-SHARING-CONSENT",
                "consentedOn",
                "A patient is shared after consent was given.",
                "The day " + command.consentedOn() + " is in the future",
                "Give the day on which consent was given");
        needed.that(
                command.consentBy() == SharingConsent.PATIENT || represented,
                "SEQ-SHARING-CONSENT",
                "consentBy",
                "A representative who consents is known by name.",
                "No representative is recorded",
                "Name the representative first");
        needed.demand();
        if (keys != null) {
            PersonIndex.reserve(keys, command.siteId(), command.patientId(), given.reservations());
        }
        record(
                new PatientShared(
                        command.patientId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.siteId(),
                        command.consentedOn(),
                        command.consentBy(),
                        command.reason()),
                given);
    }

    @CommandHandler
    void handle(EndPatientSharing command, Circumstances given) {
        requireNotErased();
        Requirement.fieldsInRange(command);
        Requirement.that(
                sites.sharedWith().contains(command.siteId()),
                "SEQ-SHARING",
                "siteId",
                "Only a sharing that is in force is ended.",
                "The patient is not shared with " + command.siteId(),
                "Choose a centre that the patient is shared with");
        LinkRules.requireNoLinkedPersonThere(links, command.siteId(), given);
        PersonIndex.release(command.siteId(), command.patientId(), given.reservations());
        record(
                new PatientSharingEnded(
                        command.patientId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.siteId(),
                        command.because()),
                given);
    }

    /** Erases this person; what becomes of those who are one with the person is decided before. */
    public void erase(EraseSubject command, Circumstances given) {
        Requirement.fieldsInRange(command);
        requireNotErased();
        sites.all().forEach(site -> PersonIndex.release(site, known(), given.reservations()));
        record(new SubjectErased(known(), given.ids().next(), command.occurredAt(), command.basis()), given);
    }

    @EventSourcingHandler
    void on(PatientEvent event) {
        patientId = event.patientId();
        sites = sites.after(event);
        links = links.after(event);
        switch (event) {
            case DeathRecorded died -> deceased = true;
            case DeathRetracted lives -> deceased = false;
            case BirthDateCorrected corrected -> {
                PartialDate born = PartialDate.stored(corrected.birthDate());
                keys = keys == null || born == null ? null : keys.withBirthDate(born);
            }
            case NameCorrected corrected ->
                keys = keys == null ? null : keys.withName(corrected.familyName(), corrected.givenNames());
            case IdentifiersCorrected corrected ->
                keys = keys == null || corrected.identifiers() == null
                        ? null
                        : keys.withIdentifiers(corrected.identifiers());
            case SexCorrected corrected -> {}
            case LanguageCorrected corrected -> {}
            case PersonsLinked linked -> {}
            case PersonsUnlinked unlinked -> {}
            case SubjectErased tombstone -> erased = true;
            case RepresentativeNamed representative -> represented = true;
            case PatientRegistered registered -> keys = keysOf(registered);
            case PatientTakenOn taken -> {}
            case PatientShared shared -> {}
            case PatientSharingEnded ended -> {}
            case ContactCorrected contact -> {}
        }
    }

    private static @Nullable PersonKeys keysOf(PatientRegistered registered) {
        PartialDate born = PartialDate.stored(registered.birthDate());
        return born == null
                ? null
                : PersonKeys.of(
                        registered.familyName(),
                        registered.givenNames(),
                        born,
                        Objects.requireNonNullElse(registered.identifiers(), List.<String>of()));
    }

    private <C extends Record & PatientCommand> void requireLiving(C command) {
        requireNotErased();
        Requirement.that(
                !deceased,
                "INV-56",
                null,
                "After the death of a patient there are no more treatments and contacts, only corrections.",
                "The patient has died",
                "No action is needed");
        Requirement.fieldsInRange(command);
    }

    private void requireNotErased() {
        Requirement.that(
                !erased,
                "SEQ-ERASED",
                null,
                "No data is recorded about an erased person.",
                "The person was erased",
                "Register the person anew if he or she comes back");
    }

    /** The zone; UTC for an unknown one, which is noted. */
    private static ZoneId zone(String name, Requirements needed) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            needed.that(
                    false,
                    "REF-ZONE",
                    "timeZone",
                    "A time zone is one of the IANA list.",
                    "There is no time zone " + name,
                    "Give one such as America/Los_Angeles");
            return ZoneOffset.UTC;
        }
    }

    private void record(PatientEvent event, Circumstances given) {
        record(event, sites.home(), given);
    }

    private static void record(PatientEvent event, @Nullable String home, Circumstances given) {
        MetaData metadata = MetaData.from(Map.of(
                Metadata.PATIENT,
                event.patientId(),
                Metadata.POLICY_VERSION,
                given.policy().version()));
        AggregateLifecycle.apply(event, home == null ? metadata : metadata.and(Metadata.SITE, home));
    }
}
