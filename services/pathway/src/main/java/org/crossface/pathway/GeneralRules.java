package org.crossface.pathway;

import java.time.Duration;
import java.util.List;
import org.crossface.platform.api.Role;

/** Rules that every command to a pathway has to satisfy. */
public final class GeneralRules {

    static final List<Rule<PathwayCommand>> ALL = List.of(
            GeneralRules::patientIsAlive,
            GeneralRules::fieldsAreInRange,
            GeneralRules::happenedBeforeItIsRecorded,
            GeneralRules::lateEntryIsExplained);

    /** What happened longer ago than this is a late entry. */
    static final Duration LATE_AFTER = Duration.ofHours(24);

    private GeneralRules() {}

    @Invariant(
            value = "FIELD-RANGE",
            kind = RuleClass.HARD,
            says = "Every value lies in the range of its field, and nothing needed is missing.")
    static Verdict fieldsAreInRange(PathwayState state, PathwayCommand command, Circumstances given) {
        return command instanceof Record fields ? FieldRanges.check(fields).orElse(Verdict.ALLOWED) : Verdict.ALLOWED;
    }

    @Invariant(value = "INV-61", kind = RuleClass.HARD, says = "What is recorded has already happened.")
    static Verdict happenedBeforeItIsRecorded(PathwayState state, PathwayCommand command, Circumstances given) {
        Duration ahead = Duration.between(given.now(), command.occurredAt().toInstant());
        return Verdict.refusedIf(
                ahead.toSeconds() > given.policy().futureToleranceSeconds(),
                "occurredAt",
                "The time given lies " + ahead.toMinutes() + " min in the future",
                "Give the time at which it happened; a plan has fields of its own for the planned time");
    }

    @Invariant(
            value = "INV-61",
            kind = RuleClass.CLINICAL,
            says = "What is recorded more than 24 hours after it happened needs a reason.",
            overriddenBy = Role.SURGEON)
    static Verdict lateEntryIsExplained(PathwayState state, PathwayCommand command, Circumstances given) {
        String reason = given.lateReason();
        return Verdict.refusedIf(
                isLate(command, given) && (reason == null || reason.isBlank()),
                "occurredAt",
                "It happened " + age(command, given).toHours() + " h ago",
                "Say why it is recorded only now");
    }

    @Invariant(
            value = "INV-56",
            kind = RuleClass.HARD,
            says = "After the death of a patient there are no more treatments and contacts, only corrections.")
    static Verdict patientIsAlive(PathwayState state, PathwayCommand command, Circumstances given) {
        return Verdict.refusedIf(
                state.oversight().died() && !(command instanceof AllowedAfterDeath),
                "",
                "The patient died on " + state.oversight().diedOn(),
                "Correct the record if the death was recorded in error");
    }

    /** Whether the command records something that happened more than 24 hours ago. */
    static boolean isLate(PathwayCommand command, Circumstances given) {
        return age(command, given).compareTo(LATE_AFTER) > 0;
    }

    private static Duration age(PathwayCommand command, Circumstances given) {
        return Duration.between(command.occurredAt().toInstant(), given.now());
    }
}
