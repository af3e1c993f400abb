package org.crossface.pathway.aftercare.contact;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.aftercare.vocabulary.RedFlagLevel;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.PathwayState;

/** Finds what a call has to raise: what the patient reports, and what the measured values say. */
final class RedFlags {

    private static final double TENTHS = 10;

    private RedFlags() {}

    /** All flags of the call that somebody has to answer before the next working day. */
    static Set<RedFlag> of(CompleteDayOneCall call, PathwayState state, Policy policy) {
        Set<RedFlag> flags = EnumSet.noneOf(RedFlag.class);
        flags.addAll(call.flags());
        Threshold fever = isLate(call, state, policy) ? Threshold.FEVER_LATE_TENTHS : Threshold.FEVER_TENTHS;
        if (call.temperatureCelsius() >= policy.of(fever) / TENTHS) {
            flags.add(RedFlag.FEVER);
        }
        if (call.pain() >= policy.of(Threshold.UNCONTROLLED_PAIN)) {
            flags.add(RedFlag.UNCONTROLLED_PAIN);
        }
        flags.removeIf(flag -> flag.level() == RedFlagLevel.ROUTINE);
        return flags;
    }

    /** Whether the operation is so long ago that a slight rise of the temperature no longer alarms. */
    private static boolean isLate(CompleteDayOneCall call, PathwayState state, Policy policy) {
        return state.schedule()
                .caseOf(call.stage())
                .flatMap(each -> state.operations().of(each.caseId()).incisionAt())
                .filter(incision -> Duration.between(incision, call.occurredAt())
                                .compareTo(policy.durationOf(Threshold.FEVER_LATE_HOURS))
                        > 0)
                .isPresent();
    }
}
