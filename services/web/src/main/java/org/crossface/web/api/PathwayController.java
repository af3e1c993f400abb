package org.crossface.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.coordination.record.RecordedFact;
import org.crossface.coordination.record.RecordedPathway;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.PathwayEvent;
import org.crossface.pathway.authority.Availability;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.policy.Policies;
import org.crossface.web.api.command.CommandRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reading one pathway straight from its stream, so that every read sees every write before it. */
@RestController
class PathwayController {

    private final PathwayRecords records;
    private final ReadGate gate;
    private final CommandCatalogue catalogue;
    private final Policies policies;
    private final Clock clock;

    PathwayController(
            PathwayRecords records, ReadGate gate, CommandCatalogue catalogue, Policies policies, Clock clock) {
        this.records = records;
        this.gate = gate;
        this.catalogue = catalogue;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * An event as it was recorded.
     *
     * @param event logical name, such as {@code surgery.stage-one-completed}
     */
    record Fact(
            long sequence,
            String event,
            int revision,
            Instant recordedAt,
            String actor,
            String role,

            @Schema(implementation = Object.class, description = "Components of the event")
            PathwayEvent fact) {}

    /**
     * A command and whether it can be given now.
     *
     * @param reason why not; {@code null} when it can
     * @param from the day from which it can be given, if that is known
     */
    record Offer(
            String command,
            String title,
            String area,
            boolean available,
            @Nullable String reason,
            @Nullable LocalDate from) {}

    @GetMapping("/api/pathways/{pathwayId}")
    ResponseEntity<PathwayResponse> read(
            @AuthenticationPrincipal CurrentActor actor, @PathVariable String pathwayId, HttpServletRequest request) {
        PathwayResponse pathway = show(actor, "clinical/pathway", pathwayId, request, PathwayResponse::of);
        return ResponseEntity.ok()
                .eTag("\"" + pathway.sequence() + "\"")
                .header("X-Crossface-Position", String.valueOf(pathway.position()))
                .body(pathway);
    }

    @GetMapping("/api/pathways/{pathwayId}/facts")
    List<Fact> facts(
            @AuthenticationPrincipal CurrentActor actor, @PathVariable String pathwayId, HttpServletRequest request) {
        return show(
                actor,
                "clinical/pathway/facts",
                pathwayId,
                request,
                found -> found.facts().stream().map(PathwayController::fact).toList());
    }

    @GetMapping("/api/pathways/{pathwayId}/commands")
    List<Offer> commands(
            @AuthenticationPrincipal CurrentActor actor, @PathVariable String pathwayId, HttpServletRequest request) {
        return show(
                actor,
                "clinical/pathway/commands",
                pathwayId,
                request,
                found -> catalogue.ofPathways().stream()
                        .filter(spec -> !spec.phases().isEmpty())
                        .map(spec -> offer(spec, found, actor))
                        .toList());
    }

    private Offer offer(CommandSpec spec, RecordedPathway pathway, CurrentActor actor) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(pathway.zone())));
        Availability availability =
                Availability.of(pathway.state(), spec, actor.role(), today, policies.inForceAt(clock.instant()));
        return switch (availability) {
            case Availability.Offered() -> new Offer(spec.kebabName(), spec.title(), spec.area(), true, null, null);
            case Availability.Locked(String reason, LocalDate from) ->
                new Offer(spec.kebabName(), spec.title(), spec.area(), false, reason, from);
        };
    }

    private static Fact fact(RecordedFact recorded) {
        return new Fact(
                recorded.sequence(),
                recorded.name(),
                recorded.revision(),
                recorded.recordedAt(),
                recorded.actor(),
                recorded.role(),
                recorded.fact());
    }

    private <T> T show(
            CurrentActor actor,
            String resource,
            String pathwayId,
            HttpServletRequest request,
            Function<RecordedPathway, T> view) {
        return gate.show(actor, resource, CommandRequest.purpose(request, actor), () -> {
            RecordedPathway found = records.find(pathwayId).orElseThrow(() -> new NotVisible(resource));
            return Shown.of(view.apply(found), found.patientId(), found.siteId());
        });
    }
}
