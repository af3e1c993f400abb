package org.crossface.pathway.scheduling.readiness;

import java.time.LocalDate;
import java.util.List;
import org.crossface.pathway.planning.decision.RevisePlan;
import org.crossface.pathway.planning.decision.SelectPlan;
import org.crossface.pathway.scheduling.Readiness;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.vocabulary.EscortRelation;
import org.crossface.pathway.scheduling.vocabulary.PreOpItem;
import org.crossface.pathway.scheduling.vocabulary.PreOpResult;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.Situation;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the preparation for an operation. */
public final class ReadinessRules {

    private ReadinessRules() {}

    static final Condition OPERATION_IS_PLANNED = Condition.hard(
                    "SEQ-ASA",
                    "Anesthesia is assessed for an operation that is planned.",
                    on -> Verdict.refusedIf(
                            !on.state().plan().includes(on.theStage()),
                            "stage",
                            "The plan has no stage " + on.theStage(),
                            "Select or revise the plan first"))
            .fulfilledBy(SelectPlan.class, RevisePlan.class);

    static final Condition CLEARANCE_IS_ASKED_FOR = Condition.hard(
                    "SEQ-CLEARANCE",
                    "Clearance is granted or withheld for an operation that is planned.",
                    on -> Verdict.refusedIf(
                            !on.state().plan().includes(on.theStage()),
                            "stage",
                            "The plan has no stage " + on.theStage(),
                            "Select or revise the plan first"))
            .fulfilledBy(SelectPlan.class, RevisePlan.class);

    static final Condition OTHER_OPERATIONS_ARE_KNOWN = Condition.hard(
                    "SEQ-CLEARANCE",
                    "A patient who was operated on otherwise since the anesthetic assessment is assessed anew.",
                    on -> {
                        AnesthesiaAssessed assessed = on.state()
                                .schedule()
                                .readinessFor(on.theStage())
                                .anesthesia();
                        return assessed == null
                                ? Verdict.ALLOWED
                                : on.state().health().operations().stream()
                                        .filter(each -> each.toldAt().isAfter(assessed.occurredAt()))
                                        .reduce((earlier, later) -> later)
                                        .map(each -> Verdict.refused(
                                                "stage",
                                                "An operation of " + each.operatedOn()
                                                        + " was told after the assessment",
                                                "Assess the patient again"))
                                        .orElse(Verdict.ALLOWED);
                    })
            .fulfilledBy(AssessAnesthesia.class);

    /** For the admission to a booked operation; a patient who is brought back to theatre is not cleared anew. */
    public static final Condition CLEARANCE_STANDS = Condition.hard(
                    "INV-19",
                    "A patient whose clearance was withheld or has expired is not admitted to the operation.",
                    on -> {
                        Readiness.Clearance decided = on.state()
                                .schedule()
                                .readinessOf(on.surgicalCase().caseId(), on.theStage())
                                .clearance();
                        return Verdict.refusedIf(
                                !on.isReturn() && decided != null && !decided.isGranted(),
                                "",
                                decided == null ? "" : words(decided, on),
                                "The anesthesiologist grants a clearance, or the operation is moved");
                    })
            .fulfilledBy(GrantClearance.class);

    private static String words(Readiness.Clearance decided, Situation on) {
        return switch (decided.status()) {
            case GRANTED -> "The clearance is valid until " + decided.until();
            case WITHHELD -> "The clearance was withheld on " + on.state().dayOf(decided.at());
            case EXPIRED -> "The clearance was valid until " + decided.until();
        };
    }

    /** What to say of a stage without a clearance in force. */
    public static String missingClearance(Situation on) {
        Readiness.Clearance decided =
                on.state().schedule().readinessFor(on.theStage()).clearance();
        return decided == null ? "There is no clearance for stage " + on.theStage() : words(decided, on);
    }

    static final Condition CLEARANCE_IS_OVER =
            Condition.hard("SEQ-CLEARANCE-EXPIRY", "A clearance expires after the last day of its validity.", on -> {
                LocalDate until =
                        on.state().schedule().readinessFor(on.theStage()).clearedUntil();
                if (until == null) {
                    return Verdict.refused("stage", missingClearance(on), "No action is needed");
                }
                return on.day().isAfter(until)
                        ? Verdict.ALLOWED
                        : Verdict.refusedUntil(
                                on.startOf(until.plusDays(1)),
                                "stage",
                                "The clearance is valid until " + until,
                                "Wait until its last day is over");
            });

    static final Condition CLEARANCE_WAS_NOT_USED = Condition.hard(
            "SEQ-CLEARANCE-EXPIRY",
            "A clearance with which an operation was begun does not expire.",
            on -> Verdict.refusedIf(
                    on.state().isClearanceUsed(on.theStage()),
                    "stage",
                    "The operation was begun with this clearance",
                    "No action is needed"));

    static final Check<RecordPreOpItem> WAIVED_WITH_REASON = Check.hard(
            "SEQ-PREOP-ITEM",
            "An item is waived only with a reason.",
            (state, command, given) -> Verdict.refusedIf(
                    command.result() == PreOpResult.WAIVED && blank(command.note()),
                    "note",
                    "No reason is given",
                    "Give the reason for the waiver"));

    static final Condition ANESTHESIA_WAS_ASSESSED = Condition.hard(
                    "SEQ-CLEARANCE",
                    "A patient is cleared after the anesthetic assessment.",
                    on -> Verdict.refusedIf(
                            on.state().schedule().readinessFor(on.theStage()).anesthesia() == null,
                            "stage",
                            "There is no anesthetic assessment",
                            "Assess the patient first"))
            .fulfilledBy(AssessAnesthesia.class);

    static final Condition NO_ITEM_FAILED = Condition.hard(
                    "SEQ-CLEARANCE", "A patient is cleared with no failed item.", on -> {
                        List<PreOpItem> failed = on.state()
                                .schedule()
                                .readinessFor(on.theStage())
                                .failedItems();
                        return Verdict.refusedIf(
                                !failed.isEmpty(),
                                "stage",
                                "Failed: " + failed,
                                "Resolve the items, or waive them with a reason");
                    })
            .fulfilledBy(RecordPreOpItem.class);

    static final Check<NameEscort> ESCORT_IS_RESPONSIBLE = Check.hard(
            "INV-40",
            "The driver of a taxi or a shared ride is not an escort.",
            (state, command, given) -> Verdict.refusedIf(
                    command.relation() == EscortRelation.TAXI_OR_RIDE_SHARE,
                    "relation",
                    "The named escort is a driver for hire",
                    "Name a responsible adult whom the patient knows"));

    static final Condition ESCORT_IS_NAMED = Condition.hard(
            "SEQ-ESCORT",
            "Only a named escort can withdraw.",
            on -> Verdict.refusedIf(
                    on.state().schedule().readinessFor(on.theStage()).escort() == null,
                    "stage",
                    "No escort is named for stage " + on.theStage(),
                    "No action is needed"));

    static final Condition BED_IS_RESERVED = Condition.hard(
                    "SEQ-BED",
                    "Only a reserved bed is given back.",
                    on -> Verdict.refusedIf(
                            on.state().schedule().bedsOf(on.theStage()).isEmpty(),
                            "stage",
                            "No bed is reserved for stage " + on.theStage(),
                            "No action is needed"))
            .fulfilledBy(ReserveAftercare.class);

    static final Check<ReserveAftercare> BED_IS_POSSIBLE = Check.hard(
            "REF-FACILITY",
            "A bed is reserved at a facility that we know, for a time that ends after it begins.",
            (state, command, given) -> {
                if (given.reference().facility(command.facilityId()).isEmpty()) {
                    return Verdict.refused(
                            "facilityId",
                            "There is no facility " + command.facilityId(),
                            "Choose one of the facilities");
                }
                return Verdict.refusedIf(
                        !command.until().isAfter(command.from()),
                        "until",
                        "The stay ends before it begins",
                        "Enter a later end");
            });

    static final Check<RecordAuthorization> AUTHORIZATION_IS_WHOLE = Check.hard(
            "SEQ-AUTHORIZATION",
            "An authorization carries its number and the days between which it is valid.",
            (state, command, given) -> {
                if (command.decision() == AuthorizationDecision.DENIED) {
                    return Verdict.ALLOWED;
                }
                if (blank(command.number())) {
                    return Verdict.refused("number", "The number is missing", "Give the number of the authorization");
                }
                return Verdict.refusedIf(
                        command.from() == null
                                || command.until() == null
                                || command.until().isBefore(command.from()),
                        "until",
                        "The period is not complete",
                        "Give the first and the last day");
            });

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    static final Check<RecordAuthorization> COVERED_SITE_IS_KNOWN = Check.hard(
            "REF-SITE",
            "An approval names a surgery centre that is registered, or none.",
            (state, command, given) -> Verdict.refusedIf(
                    command.coveredSiteId() != null
                            && given.reference().site(command.coveredSiteId()).isEmpty(),
                    "coveredSiteId",
                    "There is no surgery centre " + command.coveredSiteId(),
                    "Choose the surgery centre that the approval names"));
}
