package org.crossface.simulator;

import java.util.List;

/** User names of the demo users, one per role and surgeon, and identifiers of the practitioners. */
final class Staff {

    static final String COORDINATOR = "surgical-coordinator";
    static final String SURGEON = "surgeon";
    static final String ANESTHESIOLOGIST = "anesthesiologist";
    static final String PREOP_NURSE = "preop-nurse";
    static final String OR_NURSE = "or-nurse";
    static final String PACU_NURSE = "pacu-nurse";
    static final String AFTERCARE_NURSE = "aftercare-nurse";
    static final String THERAPIST = "therapist";
    static final String BILLING = "billing";
    static final String QUALITY_AUDITOR = "quality-auditor";
    static final String ADMINISTRATOR = "administrator";

    static final String SURGEON_FOR_LONG_CASES = "surgeon-osei";
    static final String SURGEON_IN_OR_2 = "surgeon-varga";
    static final String SURGEON_IN_OR_3 = "surgeon-meier";

    static final List<String> SURGEONS = List.of(SURGEON_FOR_LONG_CASES, SURGEON_IN_OR_2, SURGEON_IN_OR_3);

    private Staff() {}

    /** The user name of this surgeon. */
    static String userOf(String surgeonId) {
        return surgeonId.equals(SURGEON_FOR_LONG_CASES) ? SURGEON : surgeonId;
    }
}
