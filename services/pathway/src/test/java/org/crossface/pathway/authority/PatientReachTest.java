package org.crossface.pathway.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Histories.time;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crossface.pathway.PathwayFixture.KnownReference;
import org.crossface.pathway.Samples;
import org.crossface.pathway.authority.PatientReach.Owner;
import org.crossface.pathway.authority.PatientReach.Pathways;
import org.crossface.pathway.authority.PatientReach.Reach;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.patient.DeathReport;
import org.crossface.pathway.patient.ErasureBasis;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.patient.SharingEnd;
import org.crossface.pathway.patient.registration.EndPatientSharing;
import org.crossface.pathway.patient.registration.EraseSubject;
import org.crossface.pathway.patient.registration.PatientCommand;
import org.crossface.pathway.patient.registration.RecordDeath;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.junit.jupiter.api.Test;

class PatientReachTest {

    private static final String HOME = "site-bayview";
    private static final String OTHER = "site-lakeside";

    private final Map<String, PatientSites> patients = Map.of(
            "patient-1", new PatientSites(HOME, Set.of(OTHER)),
            "patient-2", new PatientSites(null, Set.of()));
    private final PatientReach reach = new PatientReach(
            new Pathways() {
                @Override
                public Optional<Owner> owner(String pathwayId) {
                    return pathwayId.equals("pathway-1") ? Optional.of(new Owner("patient-1", HOME)) : Optional.empty();
                }

                @Override
                public Set<String> sitesOfPathwaysOf(String patientId) {
                    return new TreeSet<>(List.of(HOME, "site-" + patientId));
                }
            },
            new KnownReference() {
                @Override
                public Optional<PatientSites> sitesOfPatient(String patientId) {
                    return Optional.ofNullable(patients.get(patientId));
                }
            });

    @Test
    void everyCommandOfTheTableAboutAPatientReachesThePatient() {
        assertThat(CommandCatalogue.read().all()).isNotEmpty().allSatisfy(spec -> {
            boolean aboutAPatient = PathwayCommand.class.isAssignableFrom(spec.type())
                    || PatientCommand.class.isAssignableFrom(spec.type());
            assertThat(reach.of(Samples.of(spec.type())).isPresent())
                    .as(spec.name())
                    .isEqualTo(aboutAPatient);
        });
    }

    @Test
    void aPathwayBelongsToItsOwnCentreAlone() {
        assertThat(of(new AnyStep("pathway-1"))).isEqualTo(new Reach(true, Set.of("patient-1"), List.of(Set.of(HOME))));
        assertThat(of(new AnyStep("pathway-2"))).isEqualTo(new Reach(true, Set.of(), List.of(Set.of())));
    }

    @Test
    void aPathwayIsOpenedByACentreThatKnowsThePatientForItself() {
        assertThat(of(referral("patient-1", OTHER)).sites()).containsExactly(Set.of(HOME, OTHER), Set.of(OTHER));
        assertThat(of(referral("patient-9", HOME)).sites()).containsExactly(Set.of(), Set.of(HOME));
        assertThat(of(referral("patient-1", "site-nowhere")).sites())
                .as("a centre that does not exist is left to REF-SITE")
                .containsExactly(Set.of(HOME, OTHER));
    }

    @Test
    void aPersonIsTakenOnByOnesOwnCentre() {
        RegisterPatient registration = Samples.of(RegisterPatient.class, Map.of("siteId", HOME));
        assertThat(of(registration)).isEqualTo(new Reach(false, Set.of(), List.of(Set.of(HOME))));
    }

    @Test
    void commandsToAPatientNeedOneCentreOrTheHomeOrAll() {
        assertThat(of(new RecordDeath("patient-1", NOW, NOW.toLocalDate(), DeathReport.FAMILY))
                        .sites())
                .containsExactly(Set.of(HOME, OTHER));
        assertThat(of(new EndPatientSharing("patient-1", NOW, OTHER, SharingEnd.NO_LONGER_NEEDED))
                        .sites())
                .containsExactly(Set.of(HOME));
        assertThat(of(new EraseSubject("patient-1", NOW, ErasureBasis.PATIENT_REQUEST, null))
                        .sites())
                .as("also a centre that keeps a pathway after the sharing has ended")
                .containsExactlyInAnyOrder(Set.of(HOME), Set.of(OTHER), Set.of("site-patient-1"));
        assertThat(of(new EraseSubject("patient-9", NOW, ErasureBasis.PATIENT_REQUEST, null)))
                .isEqualTo(new Reach(false, Set.of(), List.of(Set.of())));
    }

    @Test
    void whoWasRegisteredBeforeHomesWereRecordedBelongsToTheCentresOfTheirPathways() {
        assertThat(reach.sitesOf("patient-2")).containsExactlyInAnyOrder(HOME, "site-patient-2");
        assertThat(of(new EndPatientSharing("patient-2", NOW, OTHER, SharingEnd.NO_LONGER_NEEDED))
                        .sites())
                .containsExactlyInAnyOrder(Set.of(HOME), Set.of("site-patient-2"));
    }

    private static final OffsetDateTime NOW = time("2024-11-01T09:00");

    private record AnyStep(String pathwayId) implements PathwayCommand {
        @Override
        public OffsetDateTime occurredAt() {
            return NOW;
        }
    }

    private static RegisterReferral referral(String patientId, String siteId) {
        return Samples.of(RegisterReferral.class, Map.of("patientId", patientId, "siteId", siteId));
    }

    private Reach of(Object command) {
        return reach.of(command).orElseThrow();
    }
}
