package org.crossface.pathway.oversight;

import java.time.LocalDate;
import java.util.List;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Phase;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;
import org.crossface.pathway.aftercare.ContactAttempted;
import org.crossface.pathway.aftercare.ContactChannel;

/** Rules of holds, ends and overrides. */
final class OversightRules {

    static final int REASON_CHARACTERS = 20;
    private static final int ATTEMPTS = 3;
    private static final int CHANNELS = 2;
    private static final int DAYS = 30;

    private OversightRules() {}

    @Invariant(
            value = "SEQ-OVERRIDE",
            kind = RuleClass.HARD,
            says =
                    "Only a clinical rule can be overridden, by a role that the rule names, with a reason of 20 characters.")
    static Verdict ruleMayBeOverridden(PathwayState state, OverrideRule command, Circumstances given) {
        List<Invariant> clinical = RuleBook.clinical(command.invariantId());
        if (clinical.isEmpty()) {
            return Verdict.refused(
                    "invariantId", command.invariantId() + " is no clinical rule", "Satisfy the rule instead");
        }
        if (clinical.stream().noneMatch(rule -> List.of(rule.overriddenBy()).contains(given.role()))) {
            return Verdict.refused(
                    "invariantId",
                    "It is not for a " + given.role().label() + " to override it",
                    "Ask one who may: " + RuleBook.overriders(clinical));
        }
        return Verdict.refusedIf(
                command.reason().strip().length() < REASON_CHARACTERS,
                "reason",
                "The reason has less than 20 characters",
                "Say why the rule does not hold here");
    }

    @Invariant(
            value = "SEQ-OPEN",
            kind = RuleClass.HARD,
            says = "A pathway that has ended cannot be held, lost, left or handed over.")
    static Verdict pathwayIsOpen(PathwayState state, PathwayCommand command, Circumstances given) {
        return Verdict.refusedIf(
                state.phase().isEnd(),
                "",
                "The pathway has ended: " + state.phase(),
                "Record a return if there was one");
    }

    @Invariant(value = "SEQ-HOLD", kind = RuleClass.HARD, says = "A pathway is put on hold once.")
    static Verdict pathwayIsNotInterrupted(PathwayState state, PathwayCommand command, Circumstances given) {
        return Verdict.refusedIf(
                state.phase() == Phase.ON_HOLD || state.phase() == Phase.LOST_TO_FOLLOW_UP,
                "",
                "The pathway is " + state.phase(),
                "Nothing is to be done");
    }

    @Invariant(value = "SEQ-RESUME", kind = RuleClass.HARD, says = "Only a pathway that is on hold can be resumed.")
    static Verdict pathwayIsOnHold(PathwayState state, ResumePathway command, Circumstances given) {
        return Verdict.refusedIf(
                state.phase() != Phase.ON_HOLD, "", "The pathway is " + state.phase(), "Nothing is to be done");
    }

    @Invariant(
            value = "SEQ-RETURN",
            kind = RuleClass.HARD,
            says = "A patient returns who was lost to follow-up or had withdrawn.")
    static Verdict patientWasGone(PathwayState state, RecordReturn command, Circumstances given) {
        return Verdict.refusedIf(
                state.phase() != Phase.LOST_TO_FOLLOW_UP && state.phase() != Phase.WITHDRAWN,
                "",
                "The pathway is " + state.phase(),
                "Nothing is to be done");
    }

    @Invariant(
            value = "INV-58",
            kind = RuleClass.POLICY,
            says = "A patient is lost after three attempts by two channels over thirty days, and a letter.")
    static Verdict enoughWasTried(PathwayState state, DeclareLostToFollowUp command, Circumstances given) {
        LocalDate today = state.dayOf(command.occurredAt());
        List<ContactAttempted> attempts = state.afterCare().attempts();
        long channels =
                attempts.stream().map(ContactAttempted::channel).distinct().count();
        boolean longEnough = attempts.stream()
                .anyMatch(attempt -> !state.dayOf(attempt.occurredAt()).isAfter(today.minusDays(DAYS)));
        boolean letter = attempts.stream().anyMatch(attempt -> attempt.channel() == ContactChannel.LETTER);
        return Verdict.refusedIf(
                attempts.size() < ATTEMPTS || channels < CHANNELS || !longEnough || !letter,
                "",
                "%d attempts by %d channels, %s a letter"
                        .formatted(attempts.size(), channels, letter ? "with" : "without"),
                "Try three times by two channels over thirty days, and send a letter");
    }

    @Invariant(value = "SEQ-DEATH", kind = RuleClass.HARD, says = "A death is recorded with a day that has been.")
    static Verdict deathHasHappened(PathwayState state, RecordPatientDeath command, Circumstances given) {
        return Verdict.refusedIf(
                command.diedOn().isAfter(state.dayOf(command.occurredAt())),
                "diedOn",
                "The day lies in the future",
                "Give the day of death");
    }
}
