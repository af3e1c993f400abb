package org.crossface.pathway.usecase;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.vocabulary.NeedsSecondPerson;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.api.decision.Verdict;

/** Rules that every command to a pathway has to satisfy. */
public final class GeneralRules {

    private static final int MANY_PHASES = 6;

    /** In which phases a step can be taken. */
    public static final Rule PHASE =
            Rule.hard("SEQ-PHASE", "A step is taken in the phases of the pathway that it belongs to.");

    static final Condition PATIENT_IS_ALIVE = Condition.hard(
                    "INV-56",
                    "After the death of a patient there are no more treatments and contacts, only corrections.",
                    on -> Verdict.refusedIf(
                            on.state().oversight().died(),
                            "",
                            "The patient died on " + on.state().oversight().diedOn(),
                            "Correct the record if the death was recorded in error"))
            .asGroundwork();

    /** For every step that would build on a fact that has lost its footing. */
    public static final Condition NOTHING_IS_CONTRADICTED = Condition.hard(
            "SEQ-CONTRADICTION",
            "The next clinical step waits while a recorded fact has lost what a rule asks for.",
            on -> on.state().oversight().stopping(on.caseOrStage()).stream()
                    .findFirst()
                    .map(found -> Verdict.refused(
                            "",
                            "A recorded fact contradicts " + found.rule()
                                    + (found.finding() == null ? "" : ": " + found.finding()),
                            "Correct or retract what is wrong, decide that the fact stands, or cancel the operation"))
                    .orElse(Verdict.ALLOWED));

    /** For a step whose fact may wait for a second person: no other of its kind does. */
    public static Condition noOtherWaits(Class<? extends NeedsSecondPerson> type) {
        return Condition.hard(
                "SEQ-SECOND",
                "What waits for a second person is confirmed or retracted before the same is entered again.",
                on -> Verdict.refusedIf(
                        on.state().waits(type),
                        "",
                        "An entry of this kind waits for a second person",
                        "Have it confirmed, or retract it"));
    }

    static final Check<PathwayCommand> HAPPENED_BEFORE_IT_IS_RECORDED =
            Check.hard("INV-61", "A recorded fact has already happened.", (state, command, given) -> {
                Duration ahead =
                        Duration.between(given.now(), command.occurredAt().toInstant());
                return Verdict.refusedIf(
                        ahead.toSeconds() > given.policy().of(Threshold.FUTURE_TOLERANCE_SECONDS),
                        "occurredAt",
                        "The entered time is " + ahead.toMinutes() + " min in the future",
                        "Enter the time at which it happened; planned times have fields of their own");
            });

    static final Check<PathwayCommand> LATE_ENTRY_IS_EXPLAINED = Check.clinical(
            "INV-61",
            "A fact that is recorded more than {lateEntryHours} hours after it happened needs a reason.",
            Set.of(Role.SURGEON),
            (state, command, given) -> {
                String reason = given.lateReason();
                return Verdict.refusedIf(
                        isLate(command, given) && (reason == null || reason.isBlank()),
                        "occurredAt",
                        "It happened " + age(command, given).toHours() + " h ago",
                        "Give the reason for the late entry");
            });

    /** Asked of every command to a pathway. */
    static final List<Check<PathwayCommand>> CHECKS = List.of(HAPPENED_BEFORE_IT_IS_RECORDED, LATE_ENTRY_IS_EXPLAINED);

    private GeneralRules() {}

    /** Whether the pathway is in one of these phases; a return to theatre is carried through to its end in every phase after an operation. */
    static Condition phaseIsOneOf(Set<Phase> phases) {
        return new Condition(
                PHASE,
                "",
                List.of(),
                false,
                on -> Verdict.refusedIf(
                        !phases.contains(on.state().phase())
                                && !(isUnderWayAsReturn(on)
                                        && Phases.RETURN.contains(on.state().phase())),
                        "",
                        "The phase of the pathway is " + words(on.state().phase()),
                        remedy(on.state().phase(), phases)));
    }

    private static boolean isUnderWayAsReturn(Situation on) {
        return on.isReturn() && !CaseProgress.of(on.state(), on.surgicalCase()).isOver();
    }

    private static String remedy(Phase now, Set<Phase> phases) {
        if (now.isEnd()) {
            return "Correct the record if what ended the pathway was wrong, or record a return";
        }
        return switch (now) {
            case ON_HOLD -> "Resume the pathway first; what happened meanwhile can be reported";
            case LOST_TO_FOLLOW_UP -> "Record the return of the patient first";
            default ->
                phases.size() > MANY_PHASES
                        ? "Wait for a phase to which it belongs, or correct the record if something recorded was wrong"
                        : "It can be done in the phase "
                                + phases.stream().map(GeneralRules::words).collect(joining(" or "));
        };
    }

    /** A phase in the words of a sentence. */
    static String words(Phase phase) {
        return "“" + phase.label().toLowerCase(Locale.ROOT) + "”";
    }

    /** Whether the command records something that happened so long ago that it is a late entry. */
    public static boolean isLate(PathwayCommand command, Circumstances given) {
        return age(command, given).compareTo(given.policy().durationOf(Threshold.LATE_ENTRY_HOURS)) > 0;
    }

    private static Duration age(PathwayCommand command, Circumstances given) {
        return Duration.between(command.occurredAt().toInstant(), given.now());
    }
}
