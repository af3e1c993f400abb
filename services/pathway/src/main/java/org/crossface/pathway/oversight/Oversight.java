package org.crossface.pathway.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * What stands over the phases: overrides, holds, ends.
 *
 * @param granted the last override of a rule for a command, by pairs such as {@code INV-12 decide-candidacy}
 * @param withdrawn whether the patient has withdrawn, from the next operation or the whole pathway, and has not returned
 * @param diedOn date of death
 * @param contradictions facts that have lost what a rule asks for, until somebody decides
 */
public record Oversight(
        Map<String, Granted> granted,
        boolean withdrawn,
        @Nullable LocalDate diedOn,
        List<Contradiction> contradictions) {

    /** Keeps its own copy of the list. */
    public Oversight {
        contradictions = List.copyOf(contradictions);
    }

    /** Before anything happened. */
    public static Oversight none() {
        return new Oversight(Map.of(), false, null, List.of());
    }

    /**
     * An override of a rule for a command.
     *
     * @param factId the fact that holds its reason
     */
    public record Granted(String factId, Instant since) {}

    /**
     * The override of the rule for this command that holds now.
     *
     * @param command simple or public name of the command
     * @param now domain time of the decision
     * @param policy says how long an override holds
     */
    public Optional<Granted> override(String rule, String command, Instant now, Policy policy) {
        return Optional.ofNullable(granted.get(key(rule, command)))
                .filter(each -> !now.isAfter(each.since().plus(policy.durationOf(Threshold.OVERRIDE_HOURS))));
    }

    private static String key(String rule, String command) {
        return rule + " " + PathwayCommand.publicName(command);
    }

    /** Whether the patient has died. */
    public boolean died() {
        return diedOn != null;
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Oversight evolve(PathwayEvent event) {
        return event instanceof OversightFact fact ? after(fact) : this;
    }

    private Oversight after(OversightFact fact) {
        return switch (fact) {
            case RuleOverridden overridden -> withGranted(overridden);
            case PatientWithdrew withdrew -> new Oversight(granted, true, diedOn, contradictions);
            case PatientReturned returned -> new Oversight(granted, false, diedOn, contradictions);
            case PatientDied died -> new Oversight(granted, withdrawn, died.diedOn(), contradictions);
            case PathwayPutOnHold hold -> this;
            case LostToFollowUpDeclared lost -> this;
            case PathwayResumed resumed -> this;
            case CareTransferred transferred -> this;
            case OverrideUsed used -> this;
            case LateEntryExplained late -> this;
            case SecondPersonConfirmed confirmed -> this;
            case RecordCorrected corrected -> this;
            case RecordRetracted retracted -> this;
            case FactContradicted contradicted -> with(Contradiction.of(contradicted));
            case ContradictionEnded ended -> without(ended.contradictionId());
        };
    }

    private Oversight with(Contradiction found) {
        List<Contradiction> more = new ArrayList<>(contradictions);
        more.add(found);
        return new Oversight(granted, withdrawn, diedOn, more);
    }

    private Oversight without(String contradictionId) {
        return new Oversight(
                granted,
                withdrawn,
                diedOn,
                contradictions.stream()
                        .filter(each -> !each.contradictionId().equals(contradictionId))
                        .toList());
    }

    /** The contradictions for which the steps of this case wait; those of the whole pathway when it is no case. */
    public List<Contradiction> stopping(@Nullable String caseId) {
        return contradictions.stream().filter(each -> each.stops(caseId)).toList();
    }

    private Oversight withGranted(RuleOverridden overridden) {
        Map<String, Granted> next = new HashMap<>(granted);
        next.put(
                key(overridden.invariantId(), overridden.command()),
                new Granted(overridden.factId(), overridden.occurredAt().toInstant()));
        return new Oversight(Map.copyOf(next), withdrawn, diedOn, contradictions);
    }
}
