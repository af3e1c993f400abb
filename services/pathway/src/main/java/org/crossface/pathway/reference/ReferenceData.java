package org.crossface.pathway.reference;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.patient.PersonLinks;
import org.crossface.pathway.surgery.vocabulary.CouplerSize;
import org.crossface.pathway.surgery.vocabulary.EquipmentKind;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/** Sites, practitioners, after-care facilities, devices and registered patients, as they stand now. */
public interface ReferenceData {

    Optional<SurgicalSite> site(String siteId);

    Optional<PrivilegedPractitioner> practitioner(String practitionerId);

    Optional<CareFacility> facility(String facilityId);

    /** A device of a surgery centre, a retired one included. */
    Optional<SurgicalDevice> device(String deviceId);

    /** The preference cards of a practitioner, by the operation; empty when nobody set one. */
    Map<Stage, PreferenceCard> preferenceCards(String practitionerId);

    /** What a referral copies from the patient's own record. */
    Optional<KnownPatient> patient(String patientId);

    /** The surgery centres that know a registered patient, erased ones included; empty when nobody is registered so. */
    Optional<PatientSites> sitesOfPatient(String patientId);

    /** The registered persons who are one with this one. */
    PersonLinks linksOfPatient(String patientId);

    /** All who are one with this person: the main one first; the person alone when it is linked with nobody. */
    default List<String> identitiesOf(String patientId) {
        String main = linksOfPatient(patientId).mainOf(patientId);
        return linksOfPatient(main).with(main);
    }

    /** The patient for whom a received document is kept; empty when none is kept under this identifier. */
    Optional<String> patientOfDocument(String documentId);

    /** What a surgery centre is; a patient of ASA class IV is refused at a surgery centre of day cases only (INV-19). */
    enum SiteKind {
        SURGERY_CENTER,
        HOSPITAL
    }

    /** A surgery centre with its rooms, time zone and the operations it may host. */
    record SurgicalSite(
            String siteId,
            String name,
            String organisationId,
            SiteKind kind,
            ZoneId zone,
            Set<String> rooms,
            Set<Stage> privileges) {}

    /**
     * A practitioner with the operations that he or she is privileged for.
     *
     * @param privilegedUntil last day of the privileges
     */
    record PrivilegedPractitioner(
            String practitionerId,
            String name,
            String organisationId,
            Set<Stage> privileges,
            LocalDate privilegedUntil) {

        /** Whether the practitioner is privileged for the operation of this stage on this day. */
        public boolean mayOperate(Stage stage, LocalDate day) {
            return privileges.contains(stage) && !day.isAfter(privilegedUntil);
        }
    }

    /** An after-care facility. */
    record CareFacility(String facilityId, String name, ZoneId zone, int beds, boolean flapCapable) {}

    /**
     * A device of a surgery centre.
     *
     * @param serialNumber of its maker; {@code null} when it is not known
     * @param retiredAt from when it is used no more; {@code null} while it is in use
     */
    record SurgicalDevice(
            String deviceId,
            String siteId,
            EquipmentKind kind,
            String name,
            @Nullable String serialNumber,
            @Nullable OffsetDateTime retiredAt) {

        /** Whether it is in use at this time. */
        public boolean servesAt(OffsetDateTime time) {
            return retiredAt == null || time.isBefore(retiredAt);
        }
    }

    /**
     * What a surgeon wants for the operation of a stage.
     *
     * @param devices identifiers of devices, at whatever surgery centre
     * @param couplerSizes sizes that have to be there
     * @param secondTeam practitioners who operate beside the surgeon
     */
    record PreferenceCard(List<String> devices, List<CouplerSize> couplerSizes, List<String> secondTeam) {}

    /**
     * A registered patient.
     *
     * @param birthDate {@code null} after erasure
     * @param timeZone IANA time zone of the residence
     */
    record KnownPatient(
            String patientId,
            @Nullable PartialDate birthDate,
            boolean interpreterNeeded,
            boolean representativeKnown,
            boolean deceased,
            String timeZone) {}

    /** All pathways of a patient, ended ones included, in the order of their opening. */
    List<String> pathwaysOfPatient(String patientId);
}
