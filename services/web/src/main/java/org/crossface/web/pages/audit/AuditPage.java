package org.crossface.web.pages.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.crossface.audit.access.JdbcAccessLog;
import org.crossface.audit.history.RawHistory;
import org.crossface.audit.refusals.JdbcRefusals;
import org.crossface.audit.refusals.KeptRefusal;
import org.crossface.audit.refusals.RefusalFilter;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.board.BoardFilter;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.coordination.record.RecordedFact;
import org.crossface.coordination.record.RecordedPathway;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.Asked;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.PurposeOfUse;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.authority.PatientReach;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.platform.api.AccessLog;
import org.crossface.platform.api.Role;
import org.crossface.web.pages.SiteTimes;
import org.crossface.web.pages.patient.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a pathway and shows its events, refused commands and logged reads. */
@Controller
class AuditPage {

    /** Purposes of use that an auditor may choose, with their display names. */
    private static final Map<String, String> PURPOSES = Map.of(
            PurposeOfUse.QUALITY, "Quality",
            PurposeOfUse.COMPLIANCE, "Compliance",
            PurposeOfUse.OPERATIONS, "Operations",
            PurposeOfUse.LEGAL, "Legal");

    private static final int MOST_FOUND = 50;

    private final PathwayRecords records;
    private final PatientReach.Pathways owners;
    private final RawHistory raw;
    private final JdbcRefusals refusals;
    private final JdbcAccessLog reads;
    private final Board board;
    private final ReferenceData reference;
    private final ReadGate gate;
    private final Staff staff;
    private final Clock clock;
    private final SiteTimes times;

    AuditPage(
            PathwayRecords records,
            PatientReach.Pathways owners,
            RawHistory raw,
            JdbcRefusals refusals,
            JdbcAccessLog reads,
            Board board,
            ReferenceData reference,
            ReadGate gate,
            Staff staff,
            Clock clock,
            SiteTimes times) {
        this.records = records;
        this.owners = owners;
        this.raw = raw;
        this.refusals = refusals;
        this.reads = reads;
        this.board = board;
        this.reference = reference;
        this.gate = gate;
        this.staff = staff;
        this.clock = clock;
        this.times = times;
    }

    /** View model of a read. */
    record Read(Instant at, String who, String role, String resource, String purpose, boolean shown) {}

    /** View model of a refusal. */
    record Refused(KeptRefusal kept, String who, String role, String purpose) {}

    /** View model of the events, refusals and reads of one pathway. */
    record Dossier(
            RecordedPathway pathway,
            String number,
            List<AuditedEvent> events,
            List<Refused> refused,
            List<Read> reads) {}

    @GetMapping("/audit")
    String find(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String purpose,
            @AuthenticationPrincipal CurrentActor actor,
            Model model) {
        String named = purpose(purpose, actor);
        String text = q == null ? "" : q.strip();
        BoardFilter filter =
                new BoardFilter(text.isEmpty() ? null : text, null, Set.of(), null, false, null, actor.siteFilter());
        List<BoardRow> found = gate.showVisible(
                actor,
                "audit/pathways",
                named,
                () -> board.rows(filter, times.today()).stream()
                        .limit(MOST_FOUND)
                        .map(row -> Shown.of(row, row.patientId(), row.siteId()))
                        .toList());
        model.addAttribute("unopened", unopened(actor, named));
        model.addAttribute("found", found);
        model.addAttribute("most", MOST_FOUND);
        model.addAttribute("q", text);
        purposes(model, named);
        return "audit";
    }

    /** The newest refusals that belong to no pathway, since the refused command would have opened it. */
    private List<Refused> unopened(CurrentActor actor, String purpose) {
        return gate.show(actor, "audit/refusals", purpose, () -> {
            List<KeptRefusal> kept = refusals.newest(RefusalFilter.ofUnopened(), actor.siteFilter(), MOST_FOUND);
            return new Shown<>(
                    kept.stream().map(this::refused).toList(),
                    kept.stream()
                            .map(KeptRefusal::patientId)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()),
                    kept.stream()
                            .flatMap(each -> each.siteIds().stream())
                            .filter(actor::seesSite)
                            .collect(Collectors.toSet()));
        });
    }

    private Refused refused(KeptRefusal kept) {
        return new Refused(
                kept,
                staff.name(kept.actor()),
                Staff.role(kept.role()),
                kept.purpose() == null ? "" : purposeName(kept.purpose()));
    }

    private static String purposeName(String code) {
        return PURPOSES.getOrDefault(code, purposeWords(code));
    }

    @GetMapping("/audit/pathways/{pathwayId}")
    String pathway(
            @PathVariable String pathwayId,
            @RequestParam(required = false) @Nullable String purpose,
            @AuthenticationPrincipal CurrentActor actor,
            Model model) {
        String named = purpose(purpose, actor);
        Supplier<Asked> asked = () -> owners.owner(pathwayId)
                .map(owner -> Asked.of(owner.patientId(), owner.siteId()))
                .orElse(Asked.NOBODY);
        Dossier dossier = gate.show(actor, "audit/pathway", named, asked, () -> {
            RecordedPathway found = records.find(pathwayId).orElseThrow(() -> new NotVisible("audit/pathway"));
            return new Shown<>(dossier(found, actor), found.patientIds(), Set.of(found.siteId()));
        });
        model.addAttribute("id", pathwayId);
        model.addAttribute(
                "times", new SiteTimes(clock, ZoneId.of(dossier.pathway().zone())));
        model.addAttribute("dossier", dossier);
        purposes(model, named);
        return "audit-pathway";
    }

    /** Only reads at sites within the auditor's scope are included. */
    private Dossier dossier(RecordedPathway pathway, CurrentActor actor) {
        Map<Long, RecordedFact> facts =
                pathway.facts().stream().collect(Collectors.toMap(RecordedFact::sequence, Function.identity()));
        Intake intake = pathway.state().intake();
        String number = intake.referred() ? intake.number() : pathway.pathwayId();
        return new Dossier(
                pathway,
                number,
                raw.ofStream(pathway.pathwayId()).reversed().stream()
                        .map(event -> AuditedEvent.of(event, facts.get(event.sequence()), staff))
                        .toList(),
                refusals.ofStream(pathway.pathwayId()).reversed().stream()
                        .map(this::refused)
                        .toList(),
                reads
                        .ofPatients(
                                reference.identitiesOf(pathway.patientId()),
                                Instant.EPOCH,
                                clock.instant().plusSeconds(1))
                        .reversed()
                        .stream()
                        .filter(access -> actor.seesOneOf(access.siteIds()))
                        .map(this::read)
                        .toList());
    }

    private Read read(AccessLog.Access access) {
        return new Read(
                access.at(),
                staff.name(access.actor()),
                Staff.role(access.role()),
                access.resource(),
                purposeName(access.purpose()),
                access.outcome().equals("SHOWN"));
    }

    private static String purposeWords(String code) {
        return switch (code) {
            case PurposeOfUse.TREATMENT -> "Treatment";
            case PurposeOfUse.PAYMENT -> "Payment";
            default -> code;
        };
    }

    private static String purpose(@Nullable String named, CurrentActor actor) {
        if (named != null && !named.isBlank()) {
            return named;
        }
        return actor.role() == Role.PRIVACY_OFFICER ? PurposeOfUse.COMPLIANCE : PurposeOfUse.QUALITY;
    }

    private static void purposes(Model model, String named) {
        model.addAttribute("purposes", new TreeMap<>(PURPOSES));
        model.addAttribute("purpose", named);
        model.addAttribute("purposeName", PURPOSES.getOrDefault(named, named));
    }
}
