package org.crossface.billing.automation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossface.billing.account.BillableService;
import org.crossface.billing.account.BillingAccount;
import org.crossface.billing.account.HoldReason;
import org.crossface.billing.account.RaiseCharge;
import org.crossface.billing.coding.BillableFact;
import org.crossface.billing.coding.CodeTables;
import org.crossface.billing.coding.ProviderDirectory;
import org.crossface.billing.contract.Claim;
import org.crossface.billing.contract.GraftLengthBand;
import org.crossface.billing.contract.Laterality;
import org.crossface.billing.contract.Relation;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.evaluation.Cause;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/** The charges of a completed stage, of a procedure that was stopped and of a return to theatre: the surgeon's work for the practice, and room, supplies and recovery for the centre. */
final class StageCharges {

    private static final String UNKNOWN = "unknown";
    private static final int MM_PER_CM = 10;

    /** Greatest duration in the contract, in minutes; a longer one is an entry error that a person has to check. */
    private static final int LONGEST = 1_440;

    private final CodeTables codes;
    private final ProviderDirectory providers;
    private final Policies policies;

    StageCharges(CodeTables codes, ProviderDirectory providers, Policies policies) {
        this.codes = codes;
        this.providers = providers;
        this.policies = policies;
    }

    /**
     * The two charges of an operation, the surgeon's first.
     *
     * @param known the pathway up to the completion
     * @param policyVersion under which the completion was decided
     */
    List<RaiseCharge> of(BillableOperation completed, KnownPathway known, String policyVersion) {
        return List.of(
                command(completed, known, professional(completed, known), policyVersion),
                command(completed, known, facility(completed, known), policyVersion));
    }

    private RaiseCharge command(
            BillableOperation completed, KnownPathway known, BillableService service, String policyVersion) {
        Intake intake = known.state().intake();
        return new RaiseCharge(
                BillingAccount.idFor(completed.pathwayId()),
                completed.occurredAt(),
                completed.factId(),
                completed.pathwayId(),
                intake.patientId(),
                intake.siteId(),
                intake.zone(),
                service,
                known.payer(completed.caseId(), completed.stage()).orElse(null),
                known.authorizationNumber(completed.caseId(), completed.stage(), service)
                        .orElse(null),
                null,
                reasons(completed, known, service),
                policyVersion);
    }

    private static List<HoldReason> reasons(BillableOperation completed, KnownPathway known, BillableService service) {
        List<HoldReason> reasons = new ArrayList<>();
        if (!completed.isReturn()
                && (known.authorizationDenied(completed.caseId(), completed.stage())
                        || !known.isAuthorized(completed.caseId(), completed.stage(), service))) {
            reasons.add(HoldReason.AUTHORISATION_MISSING);
        }
        // Modifier 53 is for work that had begun; whether it had before anesthesia, a coder decides.
        boolean begun = completed.stopped() != DiscontinuedPhase.BEFORE_ANESTHESIA || service.claim() == Claim.FACILITY;
        if (known.authorizationUnusable(completed.caseId(), completed.stage())
                || completed.minutes() > LONGEST
                || service.suggestedCodes().isEmpty()
                || !begun) {
            reasons.add(HoldReason.CODER_REVIEW);
        }
        if (service.performingProviderNpi() == null
                || service.billingOrgNpi() == null
                || service.serviceFacilityNpi() == null) {
            reasons.add(HoldReason.PROVIDER_NUMBER_MISSING);
        }
        if (service.laterality() == null) {
            reasons.add(HoldReason.LATERALITY_MISSING);
        }
        if (completed.deviation()) {
            reasons.add(HoldReason.DEVIATION);
        }
        if (known.neverEventIn(completed.caseId())) {
            reasons.add(HoldReason.NEVER_EVENT);
        }
        reasons.removeAll(known.reviewed(completed.caseId()));
        return reasons;
    }

    private BillableService professional(BillableOperation completed, KnownPathway known) {
        String surgeon = known.accountableSurgeon(completed.caseId()).orElse(UNKNOWN);
        Optional<ProviderDirectory.Practitioner> entry = providers.practitioner(surgeon);
        return service(
                completed,
                known,
                new Performer(
                        Claim.PROFESSIONAL,
                        surgeon,
                        entry.map(ProviderDirectory.Practitioner::npi).orElse(null),
                        "SURGEON",
                        entry.map(ProviderDirectory.Practitioner::organisation).orElse(UNKNOWN)));
    }

    private BillableService facility(BillableOperation completed, KnownPathway known) {
        String site = known.state().intake().siteId();
        Optional<ProviderDirectory.Site> entry = providers.site(site);
        return service(
                completed,
                known,
                new Performer(
                        Claim.FACILITY,
                        site,
                        entry.map(ProviderDirectory.Site::npi).orElse(null),
                        "FACILITY",
                        entry.map(ProviderDirectory.Site::organisation).orElse(UNKNOWN)));
    }

    private record Performer(
            Claim claim, String identifier, @Nullable String npi, String role, String organisation) {}

    private BillableService service(BillableOperation completed, KnownPathway known, Performer performer) {
        Optional<ProviderDirectory.Site> site =
                providers.site(known.state().intake().siteId());
        Optional<Laterality> side = operatedSide(completed.stage(), known);
        CodeTables.CodeTable table = codes.inForceOn(completed.operatedOn());
        BillableFact fact = completed.fact();
        GraftLengthBand band = bandOf(completed);
        Optional<OffsetDateTime> incision =
                known.state().operations().of(completed.caseId()).incisionAt();
        return new BillableService(
                completed.caseId(),
                performer.claim(),
                completed.operatedOn(),
                completed.stage() == Stage.ONE ? 1 : 2,
                fact.name(),
                side.orElse(null),
                1,
                incision.orElse(null),
                incision.map(at -> at.plusMinutes(completed.minutes())).orElse(null),
                completed.minutes() > 0 && completed.minutes() <= LONGEST ? completed.minutes() : null,
                band,
                performer.identifier(),
                performer.npi(),
                performer.role(),
                null,
                performer.organisation(),
                providers.organisationNumber(performer.organisation()),
                site.map(ProviderDirectory.Site::npi).orElse(null),
                site.map(ProviderDirectory.Site::placeOfService).orElse(ProviderDirectory.SURGERY_CENTRE),
                completed.stopped() == null ? null : completed.stopped().name(),
                earlierOperation(completed, known),
                diagnoses(known),
                table.suggestionsFor(fact, band).stream()
                        .map(entry -> new BillableService.SuggestedCode(
                                entry.system(), entry.code(), modifiers(completed, performer.claim(), side)))
                        .toList(),
                table.version());
    }

    /** Stage one works on the healthy side, where the donor branch is; stage two on the paralysed one. */
    private static Optional<Laterality> operatedSide(Stage stage, KnownPathway known) {
        return known.state()
                .evaluation()
                .paralysedSide()
                .map(side -> stage == Stage.ONE ? side.opposite() : side)
                .map(StageCharges::laterality);
    }

    private static Laterality laterality(FaceSide side) {
        return switch (side) {
            case LEFT -> Laterality.LEFT;
            case RIGHT -> Laterality.RIGHT;
        };
    }

    /** Those that change the payment come first (4.3). */
    private static List<String> modifiers(BillableOperation operation, Claim claim, Optional<Laterality> side) {
        List<String> modifiers = new ArrayList<>();
        if (operation.isReturn() && claim == Claim.PROFESSIONAL) {
            modifiers.add(operation.planned() ? "58" : "78");
        }
        if (operation.stopped() != null) {
            modifiers.add(
                    claim == Claim.PROFESSIONAL
                            ? "53"
                            : operation.stopped() == DiscontinuedPhase.BEFORE_ANESTHESIA ? "73" : "74");
        }
        side.ifPresent(known -> modifiers.add(known == Laterality.LEFT ? "LT" : "RT"));
        return modifiers;
    }

    private static List<BillableService.Diagnosis> diagnoses(KnownPathway known) {
        return known.state().evaluation().finding().stream()
                .flatMap(paralysis -> paralysis.side().sides().stream()
                        .map(side -> new BillableService.Diagnosis(
                                paralysis.cause().name(), laterality(side), isLateEffect(paralysis.cause()))))
                .toList();
    }

    /** Reanimation treats what an old injury has left behind. */
    private static boolean isLateEffect(Cause cause) {
        return switch (cause) {
            case TRAUMA, IATROGENIC, PAROTID_SURGERY -> true;
            default -> false;
        };
    }

    /** The band of the grafted length, by the policy of the day; {@code null} for stage two. */
    private @Nullable GraftLengthBand bandOf(BillableOperation completed) {
        Double length = completed.graftedLengthCm();
        if (length == null) {
            return null;
        }
        int longest = policies.inForceAt(completed.occurredAt().toInstant()).of(Threshold.GRAFT_BAND_MM);
        return Math.round(length * MM_PER_CM) > longest ? GraftLengthBand.OVER_4_CM : GraftLengthBand.AT_MOST_4_CM;
    }

    /** Last day of the global period of an operation (4.3), by the policy of that day. */
    private LocalDate lastDayAfter(LocalDate operatedOn, BillableOperation completed) {
        return SurveillanceKind.GLOBAL90.lastDay(
                operatedOn, policies.inForceAt(completed.occurredAt().toInstant()));
    }

    /** A return belongs to the operation that it follows, a stage to an earlier stage one. */
    private BillableService.@Nullable EarlierOperation earlierOperation(
            BillableOperation completed, KnownPathway known) {
        Relation relation = completed.isReturn() && !completed.planned() ? Relation.UNPLANNED_RETURN : Relation.STAGED;
        return known.state().operations().completed().stream()
                .filter(earlier -> completed.isReturn()
                        ? earlier.caseId().equals(completed.follows())
                        : earlier.stage() == Stage.ONE && earlier.operatedOn().isBefore(completed.operatedOn()))
                .filter(earlier -> !earlier.caseId().equals(completed.caseId()))
                .filter(earlier ->
                        !lastDayAfter(earlier.operatedOn(), completed).isBefore(completed.operatedOn()))
                .reduce((first, later) -> later)
                .map(earlier -> new BillableService.EarlierOperation(
                        earlier.caseId(), relation, lastDayAfter(earlier.operatedOn(), completed)))
                .orElse(null);
    }
}
