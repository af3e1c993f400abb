package org.crossface.pathway.aftercare.contact;

import java.util.EnumSet;
import java.util.Set;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.aftercare.vocabulary.RedFlagLevel;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;

/** Finds what a call has to raise: what the patient reports, and what the measured values say. */
final class RedFlags {

    private static final double TENTHS = 10;

    private RedFlags() {}

    /** All flags of the call that somebody has to answer before the next working day. */
    static Set<RedFlag> of(CompleteDayOneCall call, Policy policy) {
        Set<RedFlag> flags = EnumSet.noneOf(RedFlag.class);
        flags.addAll(call.flags());
        if (call.temperatureCelsius() >= policy.of(Threshold.FEVER_TENTHS) / TENTHS) {
            flags.add(RedFlag.FEVER);
        }
        if (call.pain() >= policy.of(Threshold.UNCONTROLLED_PAIN)) {
            flags.add(RedFlag.UNCONTROLLED_PAIN);
        }
        flags.removeIf(flag -> flag.level() == RedFlagLevel.ROUTINE);
        return flags;
    }
}
