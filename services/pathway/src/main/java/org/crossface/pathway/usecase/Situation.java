package org.crossface.pathway.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossface.pathway.oversight.Oversight;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.Recovery;
import org.crossface.pathway.rehabilitation.Rehabilitation;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.api.decision.RuleClass;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Condition} is asked of: a pathway at a time, and the operation that somebody means to act on. A decision, a page and a view
 * ask the same condition of the same situation.
 *
 * @param caseId the case that is acted on; {@code null} when it is about no case
 * @param stage the operation that is acted on; {@code null} when it is about none, or about one that {@code caseId} names and nobody knows
 * @param flapId the transferred muscle that is acted on; {@code null} when it is about none, or when an entry names none and several are at work
 * @param at when it happens: the time that the command gives, or the time at which somebody looks
 * @param now when it is decided or shown; overrides hold until then
 * @param policy in force at that time
 */
public record Situation(
        PathwayState state,
        @Nullable String caseId,
        @Nullable Stage stage,
        @Nullable String flapId,
        OffsetDateTime at,
        Instant now,
        Policy policy) {

    /** The situation that a command meets. */
    static Situation of(PathwayState state, PathwayCommand command, Circumstances given) {
        OffsetDateTime at = command.occurredAt();
        return switch (command) {
            case CaseCommand ofCase ->
                new Situation(
                        state, ofCase.caseId(), stageOf(state, ofCase.caseId()), null, at, given.now(), given.policy());
            case StageCommand ofStage ->
                new Situation(state, null, ofStage.stage(), null, at, given.now(), given.policy());
            case FlapCommand ofFlap ->
                new Situation(state, null, null, idOf(state, ofFlap), at, given.now(), given.policy());
            default -> new Situation(state, null, null, null, at, given.now(), given.policy());
        };
    }

    /** A case of this pathway as it stands now. */
    public static Situation ofCase(PathwayState state, String caseId, OffsetDateTime now, Policy policy) {
        return new Situation(state, caseId, stageOf(state, caseId), null, now, now.toInstant(), policy);
    }

    /** What an unknown identifier is told by stays in the situation. */
    private static @Nullable String idOf(PathwayState state, FlapCommand command) {
        return state.flaps().meant(command.flapId()).map(MuscleFlap::flapId).orElse(command.flapId());
    }

    private static @Nullable Stage stageOf(PathwayState state, String caseId) {
        return state.schedule().caseById(caseId).map(SurgicalCase::stage).orElse(null);
    }

    /**
     * The situations in which a command of this kind can be given: one for each case, the newest first and the cancelled ones last; one for
     * each stage, the next one first; one for each muscle at work, the newest first; or the only one.
     */
    static List<Situation> all(PathwayState state, Class<?> command, OffsetDateTime now, Policy policy) {
        List<Situation> all = new ArrayList<>();
        if (CaseCommand.class.isAssignableFrom(command)) {
            List<SurgicalCase> cases = state.schedule().cases().reversed();
            for (boolean cancelled : new boolean[] {false, true}) {
                cases.stream()
                        .filter(each -> each.cancelled() == cancelled)
                        .forEach(each -> all.add(ofCase(state, each.caseId(), now, policy)));
            }
        } else if (StageCommand.class.isAssignableFrom(command)) {
            Stage next = state.nextStage();
            for (Stage stage : List.of(next, next == Stage.ONE ? Stage.TWO : Stage.ONE)) {
                all.add(new Situation(state, null, stage, null, now, now.toInstant(), policy));
            }
        } else if (FlapCommand.class.isAssignableFrom(command)) {
            state.flaps()
                    .candidates()
                    .reversed()
                    .forEach(flap ->
                            all.add(new Situation(state, null, null, flap.flapId(), now, now.toInstant(), policy)));
        }
        return all.isEmpty()
                ? List.of(new Situation(state, null, null, null, now, now.toInstant(), policy))
                : List.copyOf(all);
    }

    /** The case that is acted on; only where it is known. */
    public SurgicalCase surgicalCase() {
        return state.schedule().caseById(caseIdOrNone()).orElseThrow();
    }

    /** Whether the case is a return to theatre. */
    public boolean isReturn() {
        return state.schedule()
                .caseById(caseIdOrNone())
                .filter(SurgicalCase::isReturn)
                .isPresent();
    }

    /** When the patient was admitted for the stay in which the case lies; see {@link PathwayState#admittedAt}. */
    public Optional<OffsetDateTime> admittedAt() {
        return state.admittedAt(caseIdOrNone());
    }

    /** The day of surgery of the case; an empty one before its first fact. */
    public Operation operation() {
        return state.operations().of(caseIdOrNone());
    }

    /** The case that is acted on, or the one that is prepared at the stage that is; {@code null} when there is none. */
    @Nullable
    String caseOrStage() {
        return caseId != null || stage == null
                ? caseId
                : state.schedule().caseOf(stage).map(SurgicalCase::caseId).orElse(null);
    }

    /** The recovery of the case; an empty one before its first fact. */
    public Recovery recovery() {
        return state.recoveries().of(caseIdOrNone());
    }

    /** The stage that is acted on; only where a stage or a known case is. */
    public Stage theStage() {
        return Optional.ofNullable(stage).orElseThrow();
    }

    /** The transferred muscle that is acted on; empty when there is none, or it is not known which. */
    public Optional<MuscleFlap> flap() {
        return state.flaps().of(flapId);
    }

    /** Therapy and outcome of the muscle that is acted on; none while it is not known which. */
    public Rehabilitation rehabilitation() {
        return flap().map(state::rehabilitationOf).orElseGet(Rehabilitation::none);
    }

    /** The day at the surgery centre. */
    public LocalDate day() {
        return state.dayOf(at);
    }

    /** The hour and minute of a time at the surgery centre. */
    public String timeOf(OffsetDateTime time) {
        return time.atZoneSameInstant(state.zoneAt(time))
                .toLocalTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** The first instant of a day at the surgery centre. */
    public Instant startOf(LocalDate day) {
        return day.atTime(LocalTime.MIN).atZone(state.zoneAt(at)).toInstant();
    }

    /** The last instant of a day at the surgery centre. */
    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1)).minusNanos(1_000);
    }

    /** The rule as broken, its sentence filled with the values of the policy, when the verdict refuses. */
    Optional<BrokenRule> broken(Rule rule, Verdict verdict) {
        return rule.broken(verdict).map(found -> found.saying(policy.fill(rule.says())));
    }

    /** Whether somebody overrode this clinical rule for this command. */
    boolean overrides(BrokenRule found, Class<?> command) {
        return override(found, command).isPresent();
    }

    /** The override under which this clinical rule does not refuse this command. */
    Optional<Oversight.Granted> override(BrokenRule found, Class<?> command) {
        return found.rule().kind() == RuleClass.CLINICAL
                ? state.oversight().override(found.rule().id(), command.getSimpleName(), now, policy)
                : Optional.empty();
    }

    private String caseIdOrNone() {
        return caseId == null ? "" : caseId;
    }
}
