package org.crossface.pathway.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.surgery.events.WrongSiteEventReported;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What stands over the phases: overrides, holds, ends.
 *
 * @param granted when a rule was overridden last for a command, by pairs such as {@code INV-12 DecideCandidacy}
 * @param phaseBefore to which the pathway returns from a hold, a loss or a withdrawal
 * @param diedOn date of death
 */
public record Oversight(
        Map<String, Instant> granted,
        @Nullable Phase phaseBefore,
        @Nullable LocalDate diedOn) {

    /** Before anything happened. */
    public static Oversight none() {
        return new Oversight(Map.of(), null, null);
    }

    /**
     * Whether the rule is overridden for this command.
     *
     * @param command simple name of the command
     * @param now domain time of the decision
     * @param policy says how long an override holds
     */
    public boolean overrides(String rule, String command, Instant now, Policy policy) {
        Instant since = granted.get(rule + " " + command);
        return since != null && !now.isAfter(since.plus(policy.durationOf(Threshold.OVERRIDE_HOURS)));
    }

    /** Whether the patient has died. */
    public boolean died() {
        return diedOn != null;
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Oversight evolve(PathwayEvent event) {
        return switch (event) {
            case OversightFact fact -> after(fact);
            case WrongSiteEventReported report -> interrupted(report.phaseBefore());
            default -> this;
        };
    }

    private Oversight after(OversightFact fact) {
        return switch (fact) {
            case RuleOverridden overridden -> withGranted(overridden);
            case PathwayPutOnHold hold -> interrupted(hold.phaseBefore());
            case PatientWithdrew withdrew -> interrupted(withdrew.phaseBefore());
            case LostToFollowUpDeclared lost -> interrupted(lost.phaseBefore());
            case PathwayResumed resumed -> interrupted(null);
            case PatientReturned returned -> interrupted(null);
            case PatientDied died -> new Oversight(granted, phaseBefore, died.diedOn());
            case CareTransferred transferred -> this;
            case LateEntryExplained late -> this;
            case RecordCorrected corrected -> this;
            case RecordRetracted retracted -> this;
        };
    }

    private Oversight withGranted(RuleOverridden overridden) {
        Map<String, Instant> next = new HashMap<>(granted);
        next.put(
                overridden.invariantId() + " " + overridden.command(),
                overridden.occurredAt().toInstant());
        return new Oversight(Map.copyOf(next), phaseBefore, diedOn);
    }

    private Oversight interrupted(@Nullable Phase before) {
        return new Oversight(granted, before, diedOn);
    }
}
