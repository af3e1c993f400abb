package org.crossface.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossface.coordination.story.PatientIdentity;
import org.crossface.coordination.story.PatientStory;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.authority.PatientReach;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.web.command.CommandRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads a person's identity, for the centres that know the person. */
@RestController
class PatientController {

    private static final String RESOURCE = "clinical/patient";

    private final PatientStory story;
    private final ReferenceData reference;
    private final PatientReach reach;
    private final ReadGate gate;

    PatientController(PatientStory story, ReferenceData reference, PatientReach reach, ReadGate gate) {
        this.story = story;
        this.reference = reference;
        this.reach = reach;
        this.gate = gate;
    }

    /**
     * A person.
     *
     * @param familyName absent after erasure
     * @param givenName absent after erasure
     * @param birthDate absent after erasure
     * @param home surgery centre that registered the person; absent for registrations before this was recorded
     * @param sharedWith other surgery centres that may open pathways, with the person's consent
     */
    record Patient(
            String patientId,
            @Nullable String familyName,
            @Nullable String givenName,
            @Nullable LocalDate birthDate,
            boolean erased,
            @Nullable String home,
            Set<String> sharedWith) {}

    @GetMapping("/api/patients/{patientId}")
    Patient read(
            @AuthenticationPrincipal CurrentActor actor, @PathVariable String patientId, HttpServletRequest request) {
        return gate.show(actor, RESOURCE, CommandRequest.purpose(request, actor), () -> {
            Set<String> sites = reach.sitesOf(patientId);
            PatientIdentity known = story.identity(patientId).orElseThrow(() -> new NotVisible(RESOURCE));
            // One of the centres that know the person is enough.
            Set<String> own = sites.stream().filter(actor::seesSite).collect(Collectors.toSet());
            return new Shown<>(
                    patient(known, reference.sitesOfPatient(patientId).orElse(PatientSites.NONE)),
                    Set.of(patientId),
                    own.isEmpty() ? sites : own);
        });
    }

    private static Patient patient(PatientIdentity known, PatientSites sites) {
        return new Patient(
                known.patientId(),
                known.familyName(),
                known.givenName(),
                known.birthDate(),
                known.erased(),
                sites.home(),
                new TreeSet<>(sites.sharedWith()));
    }
}
