package org.crossface.web.pages.billing;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.crossface.billing.account.ChargeState;
import org.crossface.billing.account.HoldReason;
import org.crossface.billing.charges.ChargeQueries;
import org.crossface.billing.charges.ChargeRow;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.pathway.reference.registration.StandingData;
import org.crossface.pathway.surgery.record.ReviewCharge;
import org.crossface.pathway.surgery.vocabulary.ChargeHold;
import org.crossface.web.pages.GatedReads;
import org.crossface.web.pages.StaffNames;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The charges of the user's sites by state, with the reason why a charge is held or cannot be sent, and the time of sending. */
@Controller
class BillingPage {

    static final String RESOURCE = "billing/charges";

    /** Most rows of one state that the page reads; further rows are only counted. */
    private static final int MOST = 1_000;

    private final ChargeQueries charges;
    private final StandingData standing;
    private final GatedReads reads;
    private final StaffNames staff;

    BillingPage(ChargeQueries charges, StandingData standing, GatedReads reads, StaffNames staff) {
        this.charges = charges;
        this.standing = standing;
        this.reads = reads;
        this.staff = staff;
    }

    /**
     * View model of one charge.
     *
     * @param service the service in words
     * @param reason why the charge is held or cannot be sent; otherwise empty
     * @param toReview what the reader may review, so that the charge goes out; {@code null} for nothing
     */
    record Line(
            ChargeRow row,
            Progress progress,
            String service,
            String provider,
            String reason,
            @Nullable ChargeHold toReview) {}

    /** The number of charges in a state. */
    record Counted(Progress progress, long count) {}

    @GetMapping("/billing")
    String page(
            @RequestParam(required = false) @Nullable String state,
            @AuthenticationPrincipal CurrentActor actor,
            Model model) {
        Collection<String> sites = sites(actor);
        Optional<Progress> wanted = Progress.named(state);
        List<Line> all =
                reads.rows(actor, RESOURCE, () -> rows(sites), ChargeRow::patientId, ChargeRow::siteId).stream()
                        .map(row -> line(row, ReviewCharge.USE_CASE.roles().contains(actor.role())))
                        .sorted(comparing(Line::progress))
                        .toList();
        model.addAttribute("counts", counted(all));
        model.addAttribute(
                "total",
                charges.counts(sites).values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        model.addAttribute("wanted", wanted.map(Progress::getParameter).orElse(null));
        model.addAttribute(
                "lines",
                all.stream()
                        .filter(line -> wanted.isEmpty() || wanted.get() == line.progress())
                        .toList());
        return "billing";
    }

    private Collection<String> sites(CurrentActor actor) {
        return actor.seesEverySite()
                ? standing.sites().stream().map(SurgicalSite::siteId).toList()
                : actor.sites();
    }

    private List<ChargeRow> rows(Collection<String> sites) {
        List<ChargeRow> rows = new ArrayList<>();
        for (ChargeState state : ChargeState.values()) {
            rows.addAll(charges.inState(state, sites, MOST));
        }
        return rows;
    }

    private static List<Counted> counted(List<Line> lines) {
        Map<Progress, Long> counts = new EnumMap<>(Progress.class);
        lines.forEach(line -> counts.merge(line.progress(), 1L, Long::sum));
        return Arrays.stream(Progress.values())
                .map(each -> new Counted(each, counts.getOrDefault(each, 0L)))
                .toList();
    }

    private Line line(ChargeRow row, boolean reviews) {
        return new Line(
                row,
                Progress.of(row),
                service(row),
                provider(row),
                reason(row),
                reviews ? toReview(row).orElse(null) : null);
    }

    private static Optional<ChargeHold> toReview(ChargeRow row) {
        return Arrays.stream(ChargeHold.values())
                .filter(hold ->
                        row.heldFor().stream().anyMatch(reason -> reason.name().equals(hold.name())))
                .findFirst();
    }

    /** The surgeon, or the surgery centre for a facility charge. */
    private String provider(ChargeRow row) {
        return standing.sites().stream()
                .filter(site -> site.siteId().equals(row.performingProvider()))
                .findFirst()
                .map(SurgicalSite::name)
                .orElseGet(() -> staff.name(row.performingProvider()));
    }

    private static String service(ChargeRow row) {
        List<String> parts = new ArrayList<>();
        parts.add(sentence(row.factType()));
        if (row.laterality() != null) {
            parts.add(row.laterality());
        }
        if (row.graftLengthBand() != null) {
            parts.add("graft " + words(row.graftLengthBand()));
        }
        return String.join(", ", parts);
    }

    private static String reason(ChargeRow row) {
        if (row.parkedBecause() != null) {
            return row.parkedBecause();
        }
        return String.join(". ", row.heldFor().stream().map(HoldReason::says).toList());
    }

    private static String sentence(String code) {
        String words = words(code);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String words(String code) {
        return code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
