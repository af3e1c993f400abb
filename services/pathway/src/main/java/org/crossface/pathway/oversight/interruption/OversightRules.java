package org.crossface.pathway.oversight.interruption;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.crossface.pathway.aftercare.contact.RecordContactAttempt;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.aftercare.vocabulary.ContactChannel;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.api.decision.Verdict;

/** Rules of holds, ends and overrides. */
final class OversightRules {

    private OversightRules() {}

    static final Check<OverrideRule> RULE_MAY_BE_OVERRIDDEN = Check.hard(
            "SEQ-OVERRIDE",
            "Only a clinical rule can be overridden, by a role that the rule names, with a reason of {reasonCharacters} characters.",
            (state, command, given) -> {
                List<Rule> clinical = given.clinicalRules().apply(command.invariantId());
                if (clinical.isEmpty()) {
                    return Verdict.refused(
                            "invariantId",
                            command.invariantId() + " is not a clinical rule",
                            "Satisfy the rule instead");
                }
                if (clinical.stream().noneMatch(rule -> rule.overriddenBy().contains(given.role()))) {
                    return Verdict.refused(
                            "invariantId",
                            "It is not for a " + given.role().label() + " to override it",
                            "Ask a colleague with one of these roles: "
                                    + clinical.stream()
                                            .flatMap(rule -> rule.overriddenBy().stream())
                                            .distinct()
                                            .sorted()
                                            .map(Role::label)
                                            .collect(joining(", ")));
                }
                Set<String> judged = given.overridableIn().apply(command.invariantId());
                if (!judged.contains(PathwayCommand.publicName(command.command().strip()))) {
                    return Verdict.refused(
                            "command",
                            command.invariantId() + " judges no command " + command.command(),
                            "It judges " + String.join(", ", judged));
                }
                return Verdict.refusedIf(
                        command.reason().strip().length() < given.policy().of(Threshold.REASON_CHARACTERS),
                        "reason",
                        given.policy().fill("The reason has less than {reasonCharacters} characters"),
                        "Explain why the rule does not apply here");
            });

    static final Condition AN_OVERRIDE_WAITS = Condition.hard(
            "REF-OVERRIDE",
            "An override is reviewed once.",
            on -> Verdict.refusedIf(
                    on.state().oversight().unreviewed().isEmpty(),
                    "",
                    "No override waits for a review",
                    "No action is needed"));

    static final Check<ReviewOverride> OVERRIDE_WAITS = Check.hard(
            "REF-OVERRIDE",
            "An override is reviewed once.",
            (state, command, given) -> Verdict.refusedIf(
                    state.oversight().unreviewed(command.overrideFactId()).isEmpty(),
                    "overrideFactId",
                    "No such override waits for a review",
                    "Choose one that waits"));

    static final Check<ReviewOverride> ANOTHER_PERSON_REVIEWS = Check.hard(
            "SEQ-OVERRIDE-REVIEW",
            "Nobody reviews an override of his or her own.",
            (state, command, given) -> Verdict.refusedIf(
                    state.oversight()
                            .unreviewed(command.overrideFactId())
                            .filter(each -> each.approver().equals(given.actorId()))
                            .isPresent(),
                    "overrideFactId",
                    "It is your own override",
                    "Ask another quality auditor"));

    static final Condition ENOUGH_WAS_TRIED = Condition.policy(
                    "INV-58",
                    "A patient is lost after {lostAttempts} attempts by {lostChannels} channels over {lostDays} days, and a letter.",
                    on -> {
                        LocalDate today = on.day();
                        List<ContactAttempted> attempts = on.state().afterCare().attempts();
                        long channels = attempts.stream()
                                .map(ContactAttempted::channel)
                                .distinct()
                                .count();
                        boolean longEnough = attempts.stream()
                                .anyMatch(attempt -> !on.state()
                                        .dayOf(attempt.occurredAt())
                                        .isAfter(today.minusDays(on.policy().of(Threshold.LOST_DAYS))));
                        boolean letter =
                                attempts.stream().anyMatch(attempt -> attempt.channel() == ContactChannel.LETTER);
                        return Verdict.refusedIf(
                                attempts.size() < on.policy().of(Threshold.LOST_ATTEMPTS)
                                        || channels < on.policy().of(Threshold.LOST_CHANNELS)
                                        || !longEnough
                                        || !letter,
                                "",
                                "%d attempts by %d channels, %s a letter"
                                        .formatted(attempts.size(), channels, letter ? "with" : "without"),
                                on.policy()
                                        .fill(
                                                "Try {lostAttempts} times by {lostChannels} channels over {lostDays} days, and send a letter"));
                    })
            .fulfilledBy(RecordContactAttempt.class);

    static final Condition PATIENT_WAS_AWAY = Condition.hard(
            "SEQ-RETURN",
            "A patient returns who was lost or had withdrawn.",
            on -> Verdict.refusedIf(
                    on.state().phase() != Phase.LOST_TO_FOLLOW_UP
                            && !on.state().oversight().withdrawn(),
                    "",
                    "The patient was neither lost nor has withdrawn",
                    "Resume the pathway if it is on hold for another reason"));

    static final Condition PATIENT_HAS_RETURNED = Condition.hard(
                    "INV-57",
                    "After a withdrawal the pathway goes on when the patient has returned.",
                    on -> Verdict.refusedIf(
                            on.state().oversight().withdrawn(),
                            "",
                            "The patient has withdrawn from the next operation",
                            "Record the return of the patient"))
            .fulfilledBy(RecordReturn.class);

    static final Check<RecordPatientDeath> DEATH_HAS_HAPPENED = Check.hard(
            "SEQ-DEATH",
            "A death is recorded with a day that is not in the future.",
            (state, command, given) -> Verdict.refusedIf(
                    command.diedOn().isAfter(state.dayOf(command.occurredAt())),
                    "diedOn",
                    "The day is in the future",
                    "Give the day of death"));
}
