package org.crossface.pathway.reference;

import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStore;
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
import org.crossface.pathway.patient.SubjectErased;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Reference data straight from its streams, so that a decision sees what is stored and not what a view has reached. A stream is read again
 * only when it has grown.
 */
public final class EventSourcedReferenceData implements ReferenceData {

    private final FoldedStreams<SurgicalSite> sites;
    private final FoldedStreams<PrivilegedPractitioner> practitioners;
    private final FoldedStreams<CareFacility> facilities;
    private final FoldedStreams<SurgicalDevice> devices;
    private final FoldedStreams<Map<Stage, PreferenceCard>> cards;
    private final FoldedStreams<KnownPatient> patients;
    private final FoldedStreams<PatientSites> sitesOfPatients;
    private final FoldedStreams<PersonLinks> links;
    private final Function<String, Optional<String>> patientOfDocument;
    private final Function<String, List<String>> pathwaysOfPatient;

    /**
     * @param patientOfDocument the patient for whom a document is kept; empty when there is no such document
     * @param pathwaysOfPatient all pathways of a patient, ended ones included
     */
    public EventSourcedReferenceData(
            EventStore events,
            Function<String, Optional<String>> patientOfDocument,
            Function<String, List<String>> pathwaysOfPatient) {
        this.patientOfDocument = patientOfDocument;
        this.pathwaysOfPatient = pathwaysOfPatient;
        sites = new FoldedStreams<>(events, EventSourcedReferenceData::site);
        practitioners = new FoldedStreams<>(events, EventSourcedReferenceData::practitioner);
        facilities = new FoldedStreams<>(events, EventSourcedReferenceData::facility);
        devices = new FoldedStreams<>(events, EventSourcedReferenceData::device);
        cards = new FoldedStreams<>(events, EventSourcedReferenceData::cards);
        patients = new FoldedStreams<>(events, EventSourcedReferenceData::patient);
        sitesOfPatients = new FoldedStreams<>(events, EventSourcedReferenceData::sites);
        links = new FoldedStreams<>(events, EventSourcedReferenceData::links);
    }

    @Override
    public Optional<SurgicalSite> site(String siteId) {
        return sites.find(siteId);
    }

    @Override
    public Optional<PrivilegedPractitioner> practitioner(String practitionerId) {
        return practitioners.find(practitionerId);
    }

    @Override
    public Optional<CareFacility> facility(String facilityId) {
        return facilities.find(facilityId);
    }

    @Override
    public Optional<SurgicalDevice> device(String deviceId) {
        return devices.find(deviceId);
    }

    @Override
    public Map<Stage, PreferenceCard> preferenceCards(String practitionerId) {
        return cards.find(practitionerId).orElse(Map.of());
    }

    @Override
    public Optional<KnownPatient> patient(String patientId) {
        return patients.find(patientId);
    }

    @Override
    public Optional<PatientSites> sitesOfPatient(String patientId) {
        return sitesOfPatients.find(patientId);
    }

    @Override
    public PersonLinks linksOfPatient(String patientId) {
        return links.find(patientId).orElse(PersonLinks.NONE);
    }

    @Override
    public List<String> pathwaysOfPatient(String patientId) {
        return pathwaysOfPatient.apply(patientId);
    }

    @Override
    public Optional<String> patientOfDocument(String documentId) {
        return patientOfDocument.apply(documentId);
    }

    private static @Nullable PatientSites sites(@Nullable PatientSites before, Object event) {
        return event instanceof PatientEvent fact ? (before == null ? PatientSites.NONE : before).after(fact) : before;
    }

    private static @Nullable PersonLinks links(@Nullable PersonLinks before, Object event) {
        return event instanceof PatientEvent fact ? (before == null ? PersonLinks.NONE : before).after(fact) : before;
    }

    private static @Nullable SurgicalSite site(@Nullable SurgicalSite before, Object event) {
        return switch (event) {
            case SiteRegistered e ->
                new SurgicalSite(
                        e.siteId(),
                        e.name(),
                        e.organisationId(),
                        e.kind(),
                        ZoneId.of(e.zone()),
                        Set.copyOf(e.rooms()),
                        stages(e.privileges()));
            case SiteChanged e ->
                new SurgicalSite(
                        e.siteId(),
                        e.name(),
                        e.organisationId(),
                        e.kind(),
                        ZoneId.of(e.zone()),
                        Set.copyOf(e.rooms()),
                        stages(e.privileges()));
            default -> before;
        };
    }

    private static @Nullable PrivilegedPractitioner practitioner(
            @Nullable PrivilegedPractitioner before, Object event) {
        return switch (event) {
            case PractitionerRegistered e ->
                new PrivilegedPractitioner(
                        e.practitionerId(), e.name(), e.organisationId(), stages(e.privileges()), e.privilegedUntil());
            case PractitionerChanged e ->
                new PrivilegedPractitioner(
                        e.practitionerId(), e.name(), e.organisationId(), stages(e.privileges()), e.privilegedUntil());
            default -> before;
        };
    }

    private static @Nullable CareFacility facility(@Nullable CareFacility before, Object event) {
        return switch (event) {
            case FacilityRegistered e ->
                new CareFacility(e.facilityId(), e.name(), ZoneId.of(e.zone()), e.beds(), e.flapCapable());
            case FacilityChanged e ->
                new CareFacility(e.facilityId(), e.name(), ZoneId.of(e.zone()), e.beds(), e.flapCapable());
            default -> before;
        };
    }

    private static @Nullable SurgicalDevice device(@Nullable SurgicalDevice before, Object event) {
        return switch (event) {
            case DeviceRegistered e ->
                new SurgicalDevice(e.deviceId(), e.siteId(), e.kind(), e.name(), e.serialNumber(), null);
            case DeviceRetired e ->
                before == null
                        ? null
                        : new SurgicalDevice(
                                before.deviceId(),
                                before.siteId(),
                                before.kind(),
                                before.name(),
                                before.serialNumber(),
                                e.occurredAt());
            default -> before;
        };
    }

    private static @Nullable Map<Stage, PreferenceCard> cards(
            @Nullable Map<Stage, PreferenceCard> before, Object event) {
        if (!(event instanceof PreferenceCardSet set)) {
            return before;
        }
        Map<Stage, PreferenceCard> all = new EnumMap<>(Stage.class);
        all.putAll(before == null ? Map.of() : before);
        all.put(set.stage(), new PreferenceCard(set.devices(), set.couplerSizes(), set.secondTeam()));
        return Collections.unmodifiableMap(all);
    }

    private static @Nullable KnownPatient patient(@Nullable KnownPatient before, Object event) {
        if (!(event instanceof PatientEvent fact)) {
            return before;
        }
        return switch (fact) {
            case PatientRegistered e ->
                new KnownPatient(
                        e.patientId(),
                        PartialDate.stored(e.birthDate()),
                        e.interpreterNeeded(),
                        false,
                        false,
                        e.timeZone());
            case RepresentativeNamed e -> before == null ? null : with(before, before.birthDate(), true, false);
            case DeathRecorded e ->
                before == null ? null : with(before, before.birthDate(), before.representativeKnown(), true);
            case SubjectErased e -> null;
            case DeathRetracted e ->
                before == null ? null : with(before, before.birthDate(), before.representativeKnown(), false);
            case BirthDateCorrected e ->
                before == null
                        ? null
                        : with(
                                before,
                                PartialDate.stored(e.birthDate()),
                                before.representativeKnown(),
                                before.deceased());
            case ContactCorrected e -> before;
            case NameCorrected e -> before;
            case SexCorrected e -> before;
            case IdentifiersCorrected e -> before;
            case LanguageCorrected e ->
                before == null
                        ? null
                        : new KnownPatient(
                                before.patientId(),
                                before.birthDate(),
                                e.interpreterNeeded(),
                                before.representativeKnown(),
                                before.deceased(),
                                before.timeZone());
            case PersonsLinked e -> before;
            case PersonsUnlinked e -> before;
            case PatientTakenOn e -> before;
            case PatientShared e -> before;
            case PatientSharingEnded e -> before;
        };
    }

    private static KnownPatient with(
            KnownPatient before, @Nullable PartialDate birthDate, boolean representativeKnown, boolean deceased) {
        return new KnownPatient(
                before.patientId(),
                birthDate,
                before.interpreterNeeded(),
                representativeKnown,
                deceased,
                before.timeZone());
    }

    private static Set<Stage> stages(List<Stage> stages) {
        EnumSet<Stage> set = EnumSet.noneOf(Stage.class);
        set.addAll(stages);
        return Set.copyOf(set);
    }
}
