package org.crossface.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.coordination.patient.PatientList;
import org.crossface.coordination.patient.PersonSearch;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.coordination.record.RecordedPathway;
import org.crossface.coordination.story.PatientIdentity;
import org.crossface.coordination.story.PatientStory;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.Asked;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.authority.PatientReach;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.platform.documents.DocumentVault;
import org.crossface.web.api.paging.Page;
import org.crossface.web.api.paging.Page.Part;
import org.crossface.web.command.CommandRequest;
import org.crossface.web.documents.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds persons and reads a person's identity, for the centres that know the person. */
@RestController
class PatientController {

    private static final String RESOURCE = "clinical/patient";

    private final PatientStory story;
    private final PatientList patients;
    private final ReferenceData reference;
    private final PatientReach reach;
    private final PathwayRecords records;
    private final DocumentVault vault;
    private final ReadGate gate;

    PatientController(
            PatientStory story,
            PatientList patients,
            ReferenceData reference,
            PatientReach reach,
            PathwayRecords records,
            DocumentVault vault,
            ReadGate gate) {
        this.story = story;
        this.patients = patients;
        this.reference = reference;
        this.reach = reach;
        this.records = records;
        this.vault = vault;
        this.gate = gate;
    }

    /**
     * A person.
     *
     * @param familyName absent after erasure
     * @param givenName absent after erasure
     * @param birthDate as far as it is known: 1990, 1990-06 or 1990-06-02; absent after erasure
     * @param home surgery centre that registered the person; absent for registrations before this was recorded
     * @param sharedWith other surgery centres that may open pathways, with the person's consent
     * @param mainPatientId the main one of those who are one person; this one when it is linked with nobody
     * @param linkedWith the other registrations of the person
     */
    record Patient(
            String patientId,
            @Nullable String familyName,
            @Nullable String givenName,
            @Nullable String birthDate,
            boolean erased,
            @Nullable String home,
            Set<String> sharedWith,
            String mainPatientId,
            List<String> linkedWith) {}

    /**
     * A person in the list.
     *
     * @param familyName absent after erasure
     * @param givenName absent after erasure
     * @param birthDate as far as it is known: 1990, 1990-06 or 1990-06-02; absent after erasure
     */
    record PatientEntry(
            String patientId,
            @Nullable String familyName,
            @Nullable String givenName,
            @Nullable String birthDate,
            boolean erased) {}

    /**
     * Lists the persons whom one of the reader's surgery centres knows, in the order of their registration.
     *
     * @param q parts of names in any order, a birth date such as 1990-06-02, or a part of a pathway's number
     */
    @GetMapping("/api/patients")
    ResponseEntity<List<PatientEntry>> list(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Page page = Page.of(start, limit);
        return gate.show(actor, "clinical/patients", CommandRequest.purpose(request, actor), () -> {
                    Part<PatientList.Entry> found = page.cut(
                            patients.page(PersonSearch.of(q), actor.siteFilter(), page.start(), page.rows()),
                            PatientList.Entry::patientId);
                    return new Shown<>(
                            found.map(PatientController::entry),
                            found.each(each -> Set.of(each.patientId())),
                            found.each(each -> visible(each.sites(), actor)));
                })
                .answer(request);
    }

    private static PatientEntry entry(PatientList.Entry found) {
        return new PatientEntry(
                found.patientId(), found.familyName(), found.givenNames(), found.birthDate(), found.erased());
    }

    /** One of the centres that know a person is enough. */
    private static Set<String> visible(Set<String> sites, CurrentActor actor) {
        Set<String> own = sites.stream().filter(actor::seesSite).collect(Collectors.toSet());
        return own.isEmpty() ? sites : own;
    }

    @GetMapping("/api/patients/{patientId}")
    Patient read(
            @AuthenticationPrincipal CurrentActor actor, @PathVariable String patientId, HttpServletRequest request) {
        Supplier<Asked> asked = () -> {
            Set<String> sites = reach.sitesOf(patientId);
            return sites.isEmpty() ? Asked.NOBODY : new Asked(Set.of(patientId), sites);
        };
        return gate.show(actor, RESOURCE, CommandRequest.purpose(request, actor), asked, () -> {
            Set<String> sites = reach.sitesOf(patientId);
            PatientIdentity known = story.identity(patientId).orElseThrow(() -> new NotVisible(RESOURCE));
            return new Shown<>(
                    patient(
                            known,
                            reference.sitesOfPatient(patientId).orElse(PatientSites.NONE),
                            reference.identitiesOf(patientId)),
                    Set.of(patientId),
                    visible(sites, actor));
        });
    }

    /**
     * A document that a referral of the person brought.
     *
     * @param sha256 of the document as it was received, in lower-case hexadecimal digits
     * @param sizeBytes of the document as it was received
     */
    record Document(
            String documentId,
            String pathwayId,
            OffsetDateTime receivedAt,
            String mediaType,
            String sha256,
            int sizeBytes) {}

    /** Lists the documents that referrals of the person to the reader's surgery centres brought, in the order of the pathways and of receipt. */
    @GetMapping("/api/patients/{patientId}/documents")
    List<Document> documents(
            @AuthenticationPrincipal CurrentActor actor, @PathVariable String patientId, HttpServletRequest request) {
        Supplier<Asked> asked = () -> {
            Set<String> sites = reach.sitesOf(patientId);
            return sites.isEmpty() ? Asked.NOBODY : new Asked(Set.of(patientId), sites);
        };
        return gate.show(actor, RESOURCE + "/documents", CommandRequest.purpose(request, actor), asked, () -> {
            Set<String> sites = reach.sitesOf(patientId);
            List<String> identities = reference.identitiesOf(patientId);
            List<Document> found = identities.stream()
                    .flatMap(each -> reference.pathwaysOfPatient(each).stream())
                    .flatMap(each -> records.find(each).stream())
                    .filter(each -> actor.seesSite(each.siteId()))
                    .flatMap(PatientController::documents)
                    .toList();
            return new Shown<>(found, new TreeSet<>(identities), visible(sites, actor));
        });
    }

    /**
     * A document that a referral of the person to one of the reader's surgery centres brought, as it was received. It is sent as an
     * attachment.
     */
    @GetMapping("/api/patients/{patientId}/documents/{documentId}")
    ResponseEntity<byte[]> document(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String patientId,
            @PathVariable String documentId,
            HttpServletRequest request) {
        String resource = RESOURCE + "/document";
        Supplier<Asked> asked = () -> {
            Set<String> sites = reach.sitesOf(patientId);
            return sites.isEmpty() ? Asked.NOBODY : new Asked(Set.of(patientId), sites);
        };
        return gate.show(actor, resource, CommandRequest.purpose(request, actor), asked, () -> {
            List<String> identities = reference.identitiesOf(patientId);
            ResponseEntity<byte[]> found = identities.stream()
                    .flatMap(each -> reference.pathwaysOfPatient(each).stream())
                    .flatMap(each -> records.find(each).stream())
                    .filter(each -> actor.seesSite(each.siteId()))
                    .flatMap(PatientController::documents)
                    .filter(each -> each.documentId().equals(documentId))
                    .findFirst()
                    .flatMap(each -> vault.read(each.documentId()))
                    .map(Download::of)
                    .orElseThrow(() -> new NotVisible(resource));
            return new Shown<>(found, new TreeSet<>(identities), visible(reach.sitesOf(patientId), actor));
        });
    }

    private static Stream<Document> documents(RecordedPathway pathway) {
        return pathway.state().intake().documents().stream()
                .map(each -> new Document(
                        each.documentId(),
                        pathway.pathwayId(),
                        each.receivedAt(),
                        each.mediaType(),
                        each.sha256(),
                        each.sizeBytes()));
    }

    private static Patient patient(PatientIdentity known, PatientSites sites, List<String> identities) {
        return new Patient(
                known.patientId(),
                known.familyName(),
                known.givenName(),
                known.birthDate(),
                known.erased(),
                sites.home(),
                new TreeSet<>(sites.sharedWith()),
                identities.getFirst(),
                identities.stream()
                        .filter(each -> !each.equals(known.patientId()))
                        .toList());
    }
}
