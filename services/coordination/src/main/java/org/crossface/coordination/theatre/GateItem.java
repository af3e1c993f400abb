package org.crossface.coordination.theatre;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.recovery.discharge.DischargePatient;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One condition of the discharge (P6, P11), as evaluated at the last change of the pathway. Without another change it can only lapse, at
 * {@code until}.
 *
 * @param rule such as {@code INV-38}
 * @param name as lists show it; empty when none does
 * @param met whether the rule allows the discharge
 * @param finding the result, such as {@code PADSS 9}; empty when the name suffices
 * @param since when it was met or tried; {@code null} while it is open
 * @param until last instant at which it holds; {@code null} when it does not lapse
 */
public record GateItem(
        String rule,
        String name,
        boolean met,
        String finding,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** The state of a condition. */
    public enum State {
        MET,
        OPEN,
        /** Met, but not for much longer. */
        LAPSING,
        /** Tried and not met, or lapsed. */
        FAILED
    }

    /** Every condition of the discharge of a case, in the order in which the use case declares them. */
    static List<GateItem> of(PathwayState state, String caseId, OffsetDateTime at, Policy policy) {
        return DischargePatient.USE_CASE.ask(Situation.ofCase(state, caseId, at, policy)).stream()
                .map(GateItem::of)
                .toList();
    }

    private static GateItem of(UseCase.Asked asked) {
        String rule = asked.condition().rule().id();
        String name = asked.condition().name();
        return switch (asked.verdict()) {
            case Verdict.Allowed allowed ->
                new GateItem(rule, name, true, allowed.finding(), allowed.since(), allowed.until());
            case Verdict.Refused refused -> new GateItem(rule, name, false, refused.finding(), refused.tried(), null);
        };
    }

    /** Whether lists show it: it has a name and applies to this case. */
    boolean isShown() {
        return !name.isEmpty() && (!met || since != null || !finding.isEmpty());
    }

    /** Whether the rule allows the discharge at this instant. */
    public boolean isMet(Instant now) {
        return met && (until == null || !now.isAfter(until));
    }

    /**
     * Its state at this instant.
     *
     * @param policy says for how long before its end a condition counts as lapsing
     */
    public State state(Instant now, Policy policy) {
        boolean lapsing = until != null && now.isAfter(until.minus(policy.durationOf(Threshold.GATE_LAPSING_MINUTES)));
        return lapsing && isMet(now) ? State.LAPSING : state(now);
    }

    private State state(Instant now) {
        if (!met) {
            return since == null ? State.OPEN : State.FAILED;
        }
        if (!isMet(now)) {
            return State.FAILED;
        }
        return State.MET;
    }

    /** In few words, such as {@code PADSS 9} or {@code Aldrete 8, needs 9}. */
    public String label(Instant now) {
        return switch (state(now)) {
            case OPEN -> name;
            case FAILED -> met ? said() + ", too old" : finding;
            case MET, LAPSING -> said();
        };
    }

    private String said() {
        return finding.isEmpty() ? name : finding;
    }
}
