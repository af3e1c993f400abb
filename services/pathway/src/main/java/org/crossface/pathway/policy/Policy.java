package org.crossface.pathway.policy;

/**
 * The thresholds of one policy version. Every number is configuration with an owner, a version and an effective date.
 *
 * @param version such as {@code 2024-1}; every decision's event names it
 * @param consentValidDays days from signature to the last day of validity (P3)
 * @param clearanceValidDays days from clearance to the last day of validity (P4)
 * @param historyMaxAgeDays greatest age of history and physical at surgery, days (P4)
 * @param ageLimitYears candidates of this age or older need a documented exception (INV-12)
 * @param ageOfMajorityYears below it a representative consents (INV-16)
 * @param stageTwoEarliestMonths calendar months from stage one to the earliest stage two (INV-21)
 * @param neurotizationEndMonths calendar months from stage one to the end of the window (D1)
 * @param aldreteThreshold lowest modified Aldrete total to leave phase I (INV-37)
 * @param padssThreshold lowest (M)PADSS total for discharge (INV-38)
 * @param scoreMaxAgeMinutes greatest age of the discharge score, minutes (INV-38)
 * @param flapCheckMaxAgeMinutes greatest age of the last passing flap check at discharge, minutes (INV-42)
 * @param therapyMonths calendar months from stage two to the earliest end of therapy (INV-47)
 * @param completionMonths calendar months from stage two to the earliest completion (INV-50)
 * @param turnoverMinutes minutes that a theatre stays occupied after a case (INV-59)
 * @param futureToleranceSeconds how far clinical time may run ahead of the clock, seconds (INV-61)
 * @param longStandingMonths months from which a paralysis counts as long-standing without further proof (INV-13)
 * @param reversibleMonths months below which irreversible loss has to be documented (INV-13)
 * @param admissionLeadMinutes from admission to the start of the operation, minutes (INV-41)
 * @param stageOneRecoveryMinutes usual time from the end of stage one to discharge, minutes (INV-41)
 * @param stageTwoRecoveryMinutes usual time from the end of stage two to discharge, minutes (INV-41)
 * @param dayCaseMaxHours longest stay at a surgery centre of day cases, hours (INV-41)
 */
public record Policy(
        String version,
        int consentValidDays,
        int clearanceValidDays,
        int historyMaxAgeDays,
        int ageLimitYears,
        int ageOfMajorityYears,
        int stageTwoEarliestMonths,
        int neurotizationEndMonths,
        int aldreteThreshold,
        int padssThreshold,
        int scoreMaxAgeMinutes,
        int flapCheckMaxAgeMinutes,
        int therapyMonths,
        int completionMonths,
        int turnoverMinutes,
        int futureToleranceSeconds,
        int longStandingMonths,
        int reversibleMonths,
        int admissionLeadMinutes,
        int stageOneRecoveryMinutes,
        int stageTwoRecoveryMinutes,
        int dayCaseMaxHours) {

    /** The defaults of the clinical reference. */
    public static Policy defaults() {
        return new Policy(
                "default-1", 90, 30, 30, 55, 18, 6, 12, 9, 9, 30, 30, 18, 24, 30, 120, 24, 12, 90, 240, 360, 24);
    }
}
