package org.crossface.pathway.scheduling;

import java.util.List;
import java.util.Map;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the preparation for an operation. */
final class ReadinessRules {

    private ReadinessRules() {}

    @Invariant(
            value = "SEQ-ASA",
            kind = RuleClass.HARD,
            says = "Anesthesia is assessed for an operation that is planned.")
    static Verdict operationIsPlanned(PathwayState state, AssessAnesthesia command, Circumstances given) {
        return Verdict.refusedIf(
                !state.plan().includes(command.stage()),
                "stage",
                "The plan has no stage " + command.stage(),
                "Select or revise the plan first");
    }

    @Invariant(value = "SEQ-PREOP-ITEM", kind = RuleClass.HARD, says = "An item is waived only with a reason.")
    static Verdict waivedWithReason(PathwayState state, RecordPreOpItem command, Circumstances given) {
        return Verdict.refusedIf(
                command.result() == PreOpResult.WAIVED && blank(command.note()),
                "note",
                "No reason is given",
                "Say why the item is waived");
    }

    @Invariant(
            value = "SEQ-CLEARANCE",
            kind = RuleClass.HARD,
            says = "A patient is cleared after the anesthetic assessment and with no failed item.")
    static Verdict nothingSpeaksAgainst(PathwayState state, GrantClearance command, Circumstances given) {
        Readiness readiness = state.schedule().readinessFor(command.stage());
        if (readiness.anesthesia() == null) {
            return Verdict.refused("stage", "There is no anesthetic assessment", "Assess the patient first");
        }
        List<PreOpItem> failed = readiness.items().entrySet().stream()
                .filter(item -> item.getValue() == PreOpResult.FAIL)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return Verdict.refusedIf(
                !failed.isEmpty(), "stage", "Failed: " + failed, "Resolve the items, or waive them with a reason");
    }

    @Invariant(value = "INV-40", kind = RuleClass.HARD, says = "A taxi or ride-share driver is not an escort.")
    static Verdict escortIsResponsible(PathwayState state, NameEscort command, Circumstances given) {
        return Verdict.refusedIf(
                command.relation() == EscortRelation.TAXI_OR_RIDE_SHARE,
                "relation",
                "A driver for hire was named",
                "Name a responsible adult whom the patient knows");
    }

    @Invariant(value = "SEQ-ESCORT", kind = RuleClass.HARD, says = "Only a named escort can withdraw.")
    static Verdict escortIsNamed(PathwayState state, WithdrawEscort command, Circumstances given) {
        return Verdict.refusedIf(
                state.schedule().readinessFor(command.stage()).escort() == null,
                "stage",
                "No escort is named for stage " + command.stage(),
                "Nothing needs to be done");
    }

    @Invariant(
            value = "REF-FACILITY",
            kind = RuleClass.HARD,
            says = "A bed is reserved at a facility that we know, for a time that ends after it begins.")
    static Verdict bedIsPossible(PathwayState state, ReserveAftercare command, Circumstances given) {
        if (given.reference().facility(command.facilityId()).isEmpty()) {
            return Verdict.refused(
                    "facilityId", "There is no facility " + command.facilityId(), "Choose one of the facilities");
        }
        return Verdict.refusedIf(
                !command.until().isAfter(command.from()),
                "until",
                "The stay ends before it begins",
                "Give a later end");
    }

    @Invariant(
            value = "SEQ-AUTHORIZATION",
            kind = RuleClass.HARD,
            says = "An authorization carries its number and the days between which it is valid.")
    static Verdict authorizationIsWhole(PathwayState state, RecordAuthorization command, Circumstances given) {
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
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
