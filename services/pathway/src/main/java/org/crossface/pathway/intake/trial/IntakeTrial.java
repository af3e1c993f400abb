package org.crossface.pathway.intake.trial;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.patient.PersonLinks;
import org.crossface.pathway.patient.registration.Patient;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.usecase.Judgement;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.values.StorableRecords;

/**
 * Judges the registration of a person and the referral of that person together, as if the person were registered already. Nothing is recorded, so a
 * referral that would be refused leaves no person behind.
 */
public final class IntakeTrial {

    private final CircumstancesResolver circumstances;

    public IntakeTrial(CircumstancesResolver circumstances) {
        this.circumstances = circumstances;
    }

    /**
     * Judges both commands by all of their rules.
     *
     * @throws org.crossface.platform.api.values.UnstorableValue if a value cannot be stored
     * @throws org.crossface.platform.api.decision.CommandRefused if a rule would refuse one of them
     */
    public void judge(RegisterPatient person, RegisterReferral referral, String actorId, Role role) {
        RegisterPatient registered = StorableRecords.normalised(person);
        RegisterReferral referred = StorableRecords.normalised(referral);
        Patient.judge(registered, given(person.occurredAt(), actorId, role, Optional.empty()));
        Circumstances after = given(referral.occurredAt(), actorId, role, Optional.of(registered));
        Judgement.judge(RegisterReferral.USE_CASE, PathwayState.none(), referred, after);
    }

    private Circumstances given(
            OffsetDateTime occurredAt, String actorId, Role role, Optional<RegisterPatient> person) {
        Circumstances now = circumstances.at(occurredAt.toInstant(), actorId, role, null);
        return person.map(registered -> new Circumstances(
                        now.now(),
                        now.policy(),
                        new WithPerson(now.reference(), registered),
                        now.reservations(),
                        now.actorId(),
                        now.role(),
                        now.ids(),
                        now.clinicalRules(),
                        now.overridableIn(),
                        now.recordings(),
                        now.lateReason()))
                .orElse(now);
    }

    /** Reference data in which the person is registered. */
    private record WithPerson(ReferenceData stored, RegisterPatient person) implements ReferenceData {

        @Override
        public Optional<KnownPatient> patient(String patientId) {
            return patientId.equals(person.patientId())
                    ? Optional.of(new KnownPatient(
                            patientId,
                            PartialDate.stored(person.birthDate()),
                            person.interpreterNeeded(),
                            person.representativeName() != null,
                            false,
                            person.timeZone()))
                    : stored.patient(patientId);
        }

        @Override
        public Optional<PatientSites> sitesOfPatient(String patientId) {
            return patientId.equals(person.patientId())
                    ? Optional.of(new PatientSites(person.siteId(), Set.of()))
                    : stored.sitesOfPatient(patientId);
        }

        @Override
        public PersonLinks linksOfPatient(String patientId) {
            return stored.linksOfPatient(patientId);
        }

        @Override
        public Optional<SurgicalSite> site(String siteId) {
            return stored.site(siteId);
        }

        @Override
        public Optional<PrivilegedPractitioner> practitioner(String practitionerId) {
            return stored.practitioner(practitionerId);
        }

        @Override
        public Optional<CareFacility> facility(String facilityId) {
            return stored.facility(facilityId);
        }

        @Override
        public Optional<SurgicalDevice> device(String deviceId) {
            return stored.device(deviceId);
        }

        @Override
        public Map<Stage, PreferenceCard> preferenceCards(String practitionerId) {
            return stored.preferenceCards(practitionerId);
        }

        @Override
        public List<String> pathwaysOfPatient(String patientId) {
            return stored.pathwaysOfPatient(patientId);
        }

        @Override
        public Optional<String> patientOfDocument(String documentId) {
            return stored.patientOfDocument(documentId);
        }
    }
}
