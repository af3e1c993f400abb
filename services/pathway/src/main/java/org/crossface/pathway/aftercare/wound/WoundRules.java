package org.crossface.pathway.aftercare.wound;

import java.time.LocalDate;
import java.util.Optional;
import org.crossface.pathway.aftercare.contact.AftercareRules;
import org.crossface.pathway.aftercare.vocabulary.InfectionClass;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;

/** Rules of infections and of the surveillance of wounds. */
final class WoundRules {

    private WoundRules() {}

    static final Condition INFECTION_FOLLOWS_OPERATION = Condition.hard(
            "SEQ-INFECTION", "A surgical site infection follows an operation.", AftercareRules::stageWasDone);

    static final Check<DiagnoseInfection> INFECTION_HAS_BEGUN = Check.hard(
            "SEQ-INFECTION",
            "A surgical site infection has begun after the operation, by the time it is found.",
            (state, command, given) -> AftercareRules.dayOf(state, command.stage())
                    .filter(operated -> command.onsetOn().isBefore(operated)
                            || command.onsetOn().isAfter(state.dayOf(command.occurredAt())))
                    .map(operated -> Verdict.refused(
                            "onsetOn",
                            "The operation was on " + operated,
                            "Enter a day from the operation until today"))
                    .orElse(Verdict.ALLOWED));

    static final Check<DiagnoseInfection> SUPERFICIAL_INFECTION_BEGINS_IN_TIME = Check.policy(
            "INV-53",
            "A superficial infection counts when it begins within {superficialInfectionDays} days, the day of surgery being the first.",
            (state, command, given) -> {
                Optional<LocalDate> last = AftercareRules.dayOf(state, command.stage())
                        .map(operated -> SurveillanceKind.SSI30.lastDay(operated, given.policy()));
                return Verdict.refusedIf(
                        command.infectionClass() == InfectionClass.SUPERFICIAL
                                && last.filter(day -> command.onsetOn().isAfter(day))
                                        .isPresent(),
                        "onsetOn",
                        "The window ended on " + last.orElse(null),
                        "Record a complication, or classify the infection as deep if it is deep and in its window");
            });

    static final Check<DiagnoseInfection> DEEP_INFECTION_BEGINS_IN_TIME = Check.policy(
            "INV-53",
            "A deep infection counts when it begins within {superficialInfectionDays} days, or within {deepInfectionDays} after operations that the policy lists.",
            (state, command, given) -> {
                SurveillanceKind kind = SurveillanceKind.of(command.infectionClass(), command.stage(), given.policy());
                Optional<LocalDate> last = AftercareRules.dayOf(state, command.stage())
                        .map(operated -> kind.lastDay(operated, given.policy()));
                return Verdict.refusedIf(
                        command.infectionClass() != InfectionClass.SUPERFICIAL
                                && last.filter(day -> command.onsetOn().isAfter(day))
                                        .isPresent(),
                        "onsetOn",
                        "The window ended on " + last.orElse(null),
                        "Record a complication");
            });

    static final Condition SURVEILLANCE_FOLLOWS_OPERATION =
            Condition.hard("SEQ-SURVEILLANCE", "A surveillance follows an operation.", AftercareRules::stageWasDone);

    static final Check<CloseSurveillance> SURVEILLANCE_IS_OVER = Check.hard(
            "SEQ-SURVEILLANCE", "A surveillance is closed once, after its last day.", (state, command, given) -> {
                Optional<LocalDate> operatedOn = AftercareRules.dayOf(state, command.stage());
                if (operatedOn
                        .filter(day -> state.afterCare().isClosed(command.stage(), command.kind(), day))
                        .isPresent()) {
                    return Verdict.refused("kind", "The surveillance is already closed", "No action is needed");
                }
                return operatedOn
                        .map(operated -> command.kind().lastDay(operated, given.policy()))
                        .filter(last -> !state.dayOf(command.occurredAt()).isAfter(last))
                        .map(last ->
                                Verdict.refused("kind", "Its last day is " + last, "Close it from " + last.plusDays(1)))
                        .orElse(Verdict.ALLOWED);
            });
}
