package org.crossface.pathway;

import java.time.Duration;
import java.util.List;

/** Rules that every command to a pathway has to satisfy. */
public final class GeneralRules {

    static final List<Rule<PathwayCommand>> ALL =
            List.of(GeneralRules::fieldsAreInRange, GeneralRules::happenedBeforeItIsRecorded);

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
}
