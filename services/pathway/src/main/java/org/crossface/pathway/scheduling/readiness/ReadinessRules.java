package org.crossface.pathway.scheduling.readiness;

import java.util.List;
import org.crossface.pathway.planning.decision.RevisePlan;
import org.crossface.pathway.planning.decision.SelectPlan;
import org.crossface.pathway.scheduling.vocabulary.EscortRelation;
import org.crossface.pathway.scheduling.vocabulary.PreOpItem;
import org.crossface.pathway.scheduling.vocabulary.PreOpResult;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the preparation for an operation. */
final class ReadinessRules {

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
                            on.state().schedule().readinessFor(on.theStage()).bed() == null,
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
