package org.crossface.pathway.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param concerns what has to be looked into, until somebody closes it
 * @param unreviewed overrides that nobody has reviewed, in the order of recording (T-56)
 * @param lateness what was recorded because nobody did it in time
 * @param handlings who does which task, which of them rest, and which escalations somebody has in hand
 */
public record Oversight(
        Map<String, Granted> granted,
        boolean withdrawn,
        @Nullable LocalDate diedOn,
        List<Contradiction> contradictions,
        List<Concern> concerns,
        List<Unreviewed> unreviewed,
        Lateness lateness,
        Handlings handlings) {

    /** Keeps its own copies of the lists. */
    public Oversight {
        contradictions = List.copyOf(contradictions);
        concerns = List.copyOf(concerns);
        unreviewed = List.copyOf(unreviewed);
    }

    /** Before anything happened. */
    public static Oversight none() {
        return new Oversight(Map.of(), false, null, List.of(), List.of(), List.of(), Lateness.none(), Handlings.none());
    }

    /**
     * An override of a rule for a command.
     *
     * @param factId the fact that holds its reason
     */
    public record Granted(String factId, Instant since) {}

    /**
     * An overridden rule that nobody has reviewed.
     *
     * @param factId the fact that holds its reason
     * @param rule such as {@code INV-12}
     * @param command public name of the command
     * @param approver who overrode it
     */
    public record Unreviewed(String factId, String rule, String command, OffsetDateTime since, String approver) {}

    /** The override of this fact, if nobody has reviewed it. */
    public Optional<Unreviewed> unreviewed(String factId) {
        return unreviewed.stream().filter(each -> each.factId().equals(factId)).findFirst();
    }

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
            case PatientWithdrew withdrew ->
                new Oversight(granted, true, diedOn, contradictions, concerns, unreviewed, lateness, handlings);
            case PatientReturned returned ->
                new Oversight(granted, false, diedOn, contradictions, concerns, unreviewed, lateness, handlings);
            case PatientDied died ->
                new Oversight(
                        granted, withdrawn, died.diedOn(), contradictions, concerns, unreviewed, lateness, handlings);
            case PathwayPutOnHold hold -> this;
            case LostToFollowUpDeclared lost -> this;
            case PathwayResumed resumed -> this;
            case CareTransferred transferred -> this;
            case OverrideUsed used -> this;
            case OverrideReviewed reviewed ->
                new Oversight(
                        granted,
                        withdrawn,
                        diedOn,
                        contradictions,
                        concerns,
                        unreviewed.stream()
                                .filter(each -> !each.factId().equals(reviewed.overrideFactId()))
                                .toList(),
                        lateness,
                        handlings);
            case LateEntryExplained late -> this;
            case SecondPersonConfirmed confirmed -> this;
            case RecordCorrected corrected -> this;
            case RecordRetracted retracted ->
                withConcerns(concerns.stream()
                        .filter(each -> !retracted.targetFactId().equals(each.aboutFactId()))
                        .toList());
            case ConcernRaised raised ->
                withConcerns(Stream.concat(concerns.stream(), Stream.of(Concern.of(raised)))
                        .toList());
            case ConcernClosed closed ->
                withConcerns(concerns.stream()
                        .filter(each -> !each.concernId().equals(closed.concernId()))
                        .toList());
            case FactContradicted contradicted -> with(Contradiction.of(contradicted));
            case ContradictionEnded ended -> without(ended.contradictionId());
            case TaskOverdue late -> withLateness(lateness.with(late.timer(), late.task(), 0, late.occurredAt()));
            case TaskEscalated late ->
                withLateness(lateness.with(late.timer(), late.task(), late.step(), late.occurredAt()));
            case TaskFact handled ->
                new Oversight(
                        granted,
                        withdrawn,
                        diedOn,
                        contradictions,
                        concerns,
                        unreviewed,
                        lateness,
                        handlings.with(handled));
        };
    }

    /** The open concern of this kind about this case. */
    public Optional<Concern> concern(ConcernKind kind, @Nullable String caseId) {
        return concerns.stream()
                .filter(each -> each.kind() == kind && Objects.equals(each.caseId(), caseId))
                .findFirst();
    }

    private Oversight withConcerns(List<Concern> open) {
        return new Oversight(granted, withdrawn, diedOn, contradictions, open, unreviewed, lateness, handlings);
    }

    private Oversight withLateness(Lateness known) {
        return new Oversight(granted, withdrawn, diedOn, contradictions, concerns, unreviewed, known, handlings);
    }

    private Oversight with(Contradiction found) {
        List<Contradiction> more = new ArrayList<>(contradictions);
        more.add(found);
        return new Oversight(granted, withdrawn, diedOn, more, concerns, unreviewed, lateness, handlings);
    }

    private Oversight without(String contradictionId) {
        return new Oversight(
                granted,
                withdrawn,
                diedOn,
                contradictions.stream()
                        .filter(each -> !each.contradictionId().equals(contradictionId))
                        .toList(),
                concerns,
                unreviewed,
                lateness,
                handlings);
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
        Unreviewed waiting = new Unreviewed(
                overridden.factId(),
                overridden.invariantId(),
                PathwayCommand.publicName(overridden.command()),
                overridden.occurredAt(),
                overridden.approver());
        return new Oversight(
                Map.copyOf(next),
                withdrawn,
                diedOn,
                contradictions,
                concerns,
                Stream.concat(unreviewed.stream(), Stream.of(waiting)).toList(),
                lateness,
                handlings);
    }
}
