package org.crossface.web.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.web.command.Centres;
import org.crossface.web.command.CommandRequest;
import org.crossface.web.documents.ReadBody;
import org.crossface.web.fhir.ReferralIntake.Taken;
import org.crossface.web.problem.RequestFault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes referrals that other systems send as FHIR R4 bundles. */
@RestController
class ReferralController {

    private final ReferralIntake intake;
    private final Centres centres;

    ReferralController(ReferralIntake intake, Centres centres) {
        this.intake = intake;
        this.centres = centres;
    }

    /**
     * Takes one bundle.
     *
     * @param site the surgery centre; may be left out by an actor of one centre only
     * @param person the registered person whom the bundle is about; may be left out
     * @param differentFrom registered persons whom it is not about although they are alike; may be left out
     */
    @PostMapping(
            path = "/api/referrals",
            consumes = {"application/fhir+json", "application/json"})
    ResponseEntity<Map<String, Object>> take(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") List<String> differentFrom,
            HttpServletRequest request) {
        SurgicalSite centre = centre(actor, site);
        Taken taken = take(ReadBody.of(request), centre, person, differentFrom, envelope(actor, request));
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create("/api/pathways/" + taken.pathwayId()))
                .header("X-Crossface-Position", String.valueOf(taken.last().position()))
                .body(Map.of(
                        "patientId",
                        taken.patientId(),
                        "pathwayId",
                        taken.pathwayId(),
                        "documentId",
                        taken.documentId(),
                        "reasonMissing",
                        taken.reasonMissing(),
                        "joined",
                        taken.joined(),
                        "differs",
                        taken.differs(),
                        "position",
                        taken.last().position()));
    }

    private Taken take(
            ReadBody bundle, SurgicalSite centre, String person, List<String> differentFrom, Envelope envelope) {
        try {
            return intake.take(bundle.bytes(), bundle.charset(), centre, person, differentFrom, envelope);
        } catch (BundleRefused e) {
            throw switch (e.kind()) {
                case UNREADABLE -> RequestFault.badField(e.place(), String.valueOf(e.getMessage()), e.remedy());
                case NO_REFERRAL -> RequestFault.notMeant(e.place(), String.valueOf(e.getMessage()), e.remedy());
            };
        }
    }

    private SurgicalSite centre(CurrentActor actor, String site) {
        return centres.named(site, actor)
                .orElseThrow(() -> RequestFault.badField(
                        "site", "There is no surgery centre " + site, "Name one of your surgery centres: ?site="));
    }

    private static Envelope envelope(CurrentActor actor, HttpServletRequest request) {
        return CommandRequest.ofApi(request, actor);
    }
}
