package org.crossface.pathway.policy;

import static java.util.stream.Collectors.toMap;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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

    /** The names of all thresholds. */
    public static List<String> thresholds() {
        return Arrays.stream(Policy.class.getRecordComponents())
                .filter(component -> component.getType() == int.class)
                .map(RecordComponent::getName)
                .toList();
    }

    /**
     * This policy with some thresholds changed, as another version.
     *
     * @param changes of thresholds that there are, see {@link #thresholds()}
     */
    public Policy changed(String newVersion, List<Threshold> changes) {
        Map<String, Integer> values = changes.stream().collect(toMap(Threshold::name, Threshold::value, (a, b) -> b));
        RecordComponent[] components = Policy.class.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                arguments[i] = types[i] == int.class
                        ? values.getOrDefault(components[i].getName(), (Integer)
                                components[i].getAccessor().invoke(this))
                        : newVersion;
            }
            return Policy.class.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A policy cannot be copied", e);
        }
    }
}
