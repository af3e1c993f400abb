package org.crossface.pathway.aftercare;

import java.util.EnumSet;
import java.util.Set;

/** Finds what a call has to raise: what the patient reports, and what the measured values say. */
final class RedFlags {

    private static final double FEVER_CELSIUS = 38.0;
    private static final int UNCONTROLLED_PAIN = 8;

    private RedFlags() {}

    /** All flags of the call that somebody has to answer before the next working day. */
    static Set<RedFlag> of(CompleteDayOneCall call) {
        Set<RedFlag> flags = EnumSet.noneOf(RedFlag.class);
        flags.addAll(call.flags());
        if (call.temperatureCelsius() >= FEVER_CELSIUS) {
            flags.add(RedFlag.FEVER);
        }
        if (call.pain() >= UNCONTROLLED_PAIN) {
            flags.add(RedFlag.UNCONTROLLED_PAIN);
        }
        flags.removeIf(flag -> flag.level() == RedFlagLevel.ROUTINE);
        return flags;
    }
}
