package org.crossface.web.api.reference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.pathway.scheduling.booking.FreeSlots;
import org.crossface.pathway.scheduling.booking.FreeSlots.Found;
import org.crossface.pathway.scheduling.booking.FreeSlots.Wanted;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.Verdict;
import org.crossface.web.command.CommandRequest;
import org.crossface.web.problem.Problem.Broken;
import org.crossface.web.problem.RequestFault;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds free slots of a surgery centre and its surgeons, for readers whose scope holds the centre. */
@RestController
class FreeSlotReads {

    private static final String RESOURCE = "reference/free-slots";
    private static final Duration USUAL = Duration.ofDays(14);
    private static final Duration LONGEST = Duration.ofDays(62);

    private final FreeSlots slots;
    private final ReferenceData reference;
    private final CommandCatalogue catalogue;
    private final Policies policies;
    private final ReadGate gate;
    private final Clock clock;

    FreeSlotReads(
            FreeSlots slots,
            ReferenceData reference,
            CommandCatalogue catalogue,
            Policies policies,
            ReadGate gate,
            Clock clock) {
        this.slots = slots;
        this.reference = reference;
        this.catalogue = catalogue;
        this.policies = policies;
        this.gate = gate;
        this.clock = clock;
    }

    /** Free slots. */
    @Schema(name = "FreeSlots")
    record Free(
            String siteId,

            @Schema(description = "IANA time zone of the surgery centre, in whose offsets the times are")
            String zone,

            @Schema(description = "First start that was asked for")
            OffsetDateTime from,

            @Schema(description = "Last start that was asked for")
            OffsetDateTime until,

            @Schema(
                    description =
                            "Minutes for which room and surgeons are occupied from the start on, turnover included")
            long occupiedMinutes,

            @Schema(description = "By time, then by room") List<Slot> slots,

            @Schema(description = "Why some or all of the days that were asked for have no slot")
            List<Broken> broken) {}

    /** A room with the starts that are free there; an operation may start at every minute between them. */
    @Schema(name = "FreeSlot")
    record Slot(String room, OffsetDateTime earliest, OffsetDateTime latest) {}

    /**
     * Finds free slots for an operation.
     *
     * @param surgeonIds the accountable surgeon first; repeat the parameter for each
     * @param estimatedMinutes length of the operation, as it will be booked
     * @param recoveryMinutes from the end of the operation to discharge; the usual time if absent
     * @param from first start that is asked for; now if absent
     * @param until last start that is asked for; 14 days after the first if absent
     */
    @GetMapping("/api/reference/sites/{siteId}/free-slots")
    Free find(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String siteId,
            @RequestParam Stage stage,
            @RequestParam List<String> surgeonIds,
            @RequestParam Integer estimatedMinutes,
            @RequestParam(required = false) @Nullable Integer recoveryMinutes,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime until,
            HttpServletRequest request) {
        Instant now = clock.instant();
        Instant first = from == null ? now : from.toInstant();
        Instant last = until == null ? first.plus(USUAL) : until.toInstant();
        requireReadable(surgeonIds, estimatedMinutes, recoveryMinutes, first, last);
        return gate.show(actor, RESOURCE, CommandRequest.purpose(request, actor), () -> {
            SurgicalSite site = reference.site(siteId).orElseThrow(() -> new NotVisible(RESOURCE));
            Found found = slots.find(
                    new Wanted(site, stage, surgeonIds, estimatedMinutes, recoveryMinutes, first, last),
                    now,
                    policies.inForceAt(now));
            return new Shown<>(free(site, first, last, found), Set.of(), Set.of(siteId));
        });
    }

    /** All faults of the parameters at once. */
    private void requireReadable(
            List<String> surgeonIds,
            int estimatedMinutes,
            @Nullable Integer recoveryMinutes,
            Instant first,
            Instant last) {
        List<Broken> faults = new ArrayList<>();
        judge(faults, field("surgeonIds").range().entries("surgeonIds", surgeonIds.size()));
        judge(faults, field("estimatedMinutes").range().number("estimatedMinutes", estimatedMinutes));
        if (recoveryMinutes != null) {
            judge(faults, field("recoveryMinutes").range().number("recoveryMinutes", recoveryMinutes));
        }
        if (last.isBefore(first) || Duration.between(first, last).compareTo(LONGEST) > 0) {
            faults.add(new Broken(
                    null,
                    null,
                    "until",
                    "The time that is asked for ends before it begins, or is longer than " + LONGEST.toDays() + " days",
                    "Give an end at most " + LONGEST.toDays() + " days after the beginning"));
        }
        if (!faults.isEmpty()) {
            throw RequestFault.badFields(faults);
        }
    }

    /** The field of the command that books: its range is the range of the parameter. */
    private FieldSpec field(String name) {
        return catalogue.find(ScheduleSurgery.class).orElseThrow().fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void judge(List<Broken> faults, Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            faults.add(new Broken(null, null, refused.field(), refused.finding(), refused.remedy()));
        }
    }

    private static Free free(SurgicalSite site, Instant first, Instant last, Found found) {
        ZoneId zone = site.zone();
        return new Free(
                site.siteId(),
                zone.getId(),
                OffsetDateTime.ofInstant(first, zone),
                OffsetDateTime.ofInstant(last, zone),
                found.occupiedFor().toMinutes(),
                found.slots().stream()
                        .map(each -> new Slot(
                                each.room(),
                                OffsetDateTime.ofInstant(each.earliest(), zone),
                                OffsetDateTime.ofInstant(each.latest(), zone)))
                        .toList(),
                found.broken().stream().map(FreeSlotReads::told).toList());
    }

    private static Broken told(BrokenRule broken) {
        return new Broken(
                broken.rule().id(),
                broken.says(),
                broken.verdict().field(),
                broken.verdict().finding(),
                broken.verdict().remedy());
    }
}
