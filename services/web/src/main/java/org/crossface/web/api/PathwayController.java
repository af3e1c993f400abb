package org.crossface.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.crossface.coordination.record.PathwayOwners;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.coordination.record.RecordedFact;
import org.crossface.coordination.record.RecordedPathway;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.Asked;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.authority.Availability;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.UseCases;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.web.command.CommandRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads one pathway directly from its stream, so that every read sees every earlier write. */
@RestController
class PathwayController {

    private final PathwayRecords records;
    private final PathwayOwners owners;
    private final ReadGate gate;
    private final CommandCatalogue catalogue;
    private final Policies policies;
    private final Clock clock;

    PathwayController(
            PathwayRecords records,
            PathwayOwners owners,
            ReadGate gate,
            CommandCatalogue catalogue,
            Policies policies,
            Clock clock) {
        this.records = records;
        this.owners = owners;
        this.gate = gate;
        this.catalogue = catalogue;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * An event as it was recorded.
     *
     * @param factId as commands that correct or retract it name it
     * @param event logical name, such as {@code surgery.stage-one-completed}
     */
    record Fact(
            long sequence,
            String factId,
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
     * @param reason why the command is refused; {@code null} when it can be given
     * @param from the day from which it can be given, when time alone unlocks it
     * @param missing every unmet condition; empty when the command belongs to other roles
     * @param fulfilledBy commands that meet these conditions
     */
    record Offer(
            String command,
            String title,
            String area,
            boolean available,
            @Nullable String reason,
            @Nullable LocalDate from,
            List<Missing> missing,
            List<String> fulfilledBy) {}

    /**
     * An unmet condition.
     *
     * @param rule such as {@code INV-15}
     * @param sentence the rule in words
     * @param finding the present state
     * @param remedy what would meet the condition
     */
    record Missing(String rule, String sentence, String finding, String remedy) {

        static Missing of(BrokenRule broken) {
            return new Missing(
                    broken.rule().id(),
                    broken.says(),
                    broken.verdict().finding(),
                    broken.verdict().remedy());
        }
    }

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
        ZoneId zone = ZoneId.of(pathway.zone());
        Availability availability = Availability.of(
                pathway.state(),
                spec,
                actor.role(),
                OffsetDateTime.now(clock.withZone(zone)),
                policies.inForceAt(clock.instant()));
        return switch (availability) {
            case Availability.Offered offered ->
                new Offer(spec.kebabName(), spec.title(), spec.area(), true, null, null, List.of(), List.of());
            case Availability.Locked locked ->
                new Offer(
                        spec.kebabName(),
                        spec.title(),
                        spec.area(),
                        false,
                        locked.reason(),
                        locked.from()
                                .map(from -> LocalDate.ofInstant(from, zone))
                                .orElse(null),
                        locked.unmet().stream()
                                .map(each -> Missing.of(each.found()))
                                .toList(),
                        locked.unmet().stream()
                                .flatMap(each -> UseCases.fulfilling(each.condition()).stream())
                                .distinct()
                                .flatMap(type -> catalogue.find(type).stream())
                                .map(CommandSpec::kebabName)
                                .toList());
        };
    }

    private static Fact fact(RecordedFact recorded) {
        return new Fact(
                recorded.sequence(),
                recorded.fact().factId(),
                recorded.name(),
                recorded.revision(),
                recorded.recordedAt(),
                recorded.actor(),
                recorded.role(),
                recorded.fact());
    }

    private Asked asked(String pathwayId) {
        return owners.owner(pathwayId)
                .map(owner -> Asked.of(owner.patientId(), owner.siteId()))
                .orElse(Asked.NOBODY);
    }

    private <T> T show(
            CurrentActor actor,
            String resource,
            String pathwayId,
            HttpServletRequest request,
            Function<RecordedPathway, T> view) {
        return gate.show(actor, resource, CommandRequest.purpose(request, actor), () -> asked(pathwayId), () -> {
            RecordedPathway found = records.find(pathwayId).orElseThrow(() -> new NotVisible(resource));
            return new Shown<>(view.apply(found), found.patientIds(), Set.of(found.siteId()));
        });
    }
}
