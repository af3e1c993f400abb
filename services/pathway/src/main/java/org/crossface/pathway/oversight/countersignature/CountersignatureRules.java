package org.crossface.pathway.oversight.countersignature;

import java.time.LocalDate;
import org.crossface.pathway.evaluation.LateralityCorrected;
import org.crossface.pathway.evaluation.examination.LateralityRules;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the second person: somebody who exists, has the privilege and signs himself or herself. */
final class CountersignatureRules {

    private CountersignatureRules() {}

    static final Condition SOMETHING_WAITS = Condition.hard(
            "REF-WAITING",
            "A second person confirms what waits for it.",
            on -> Verdict.refusedIf(on.state().waiting().isEmpty(), "", "Nothing waits", "No action is needed"));

    static final Check<ConfirmAsSecond> IT_WAITS = Check.hard(
            "REF-WAITING",
            "A second person confirms what waits for it.",
            (state, command, given) -> Verdict.refusedIf(
                    state.waiting(command.confirmedFactId()).isEmpty(),
                    "confirmedFactId",
                    "There is no such entry that waits",
                    "Choose one that waits"));

    static final Check<ConfirmAsSecond> SECOND_PERSON_SIGNS = Check.hard(
            "REF-SECOND",
            "The second person confirms in his or her own name, and is another one than the first.",
            (state, command, given) -> state.waiting(command.confirmedFactId())
                    .filter(fact -> !fact.mayBeConfirmedBy(given.actorId()))
                    .map(fact -> Verdict.refused(
                            "confirmedFactId",
                            fact.secondPerson() == null
                                    ? "You recorded it yourself"
                                    : "It waits for " + fact.secondPerson() + ", you are signed in as "
                                            + given.actorId(),
                            fact.secondPerson() == null
                                    ? "Another surgeon or an anesthesiologist has to confirm it"
                                    : fact.secondPerson() + " has to sign in and do it"))
                    .orElse(Verdict.ALLOWED));

    static final Check<ConfirmAsSecond> SECOND_PERSON_IS_PRIVILEGED = Check.hard(
            "INV-18",
            "A surgeon who confirms as the second person is privileged for operations of the pathway on that day.",
            (state, command, given) -> {
                LocalDate day = state.dayOf(command.occurredAt());
                boolean privileged = given.reference()
                        .practitioner(given.actorId())
                        .filter(each -> each.mayOperate(Stage.ONE, day) || each.mayOperate(Stage.TWO, day))
                        .isPresent();
                return Verdict.refusedIf(
                        given.role() == Role.SURGEON && !privileged,
                        "confirmedFactId",
                        given.actorId() + " is not privileged on " + day,
                        "A privileged surgeon has to confirm it");
            });

    static final Check<ConfirmAsSecond> SIDE_IS_CORRECTED_BEFORE_INCISION = Check.hard(
            "INV-06",
            "The paralysed side is corrected before the first incision.",
            (state, command, given) -> state.waiting(command.confirmedFactId())
                    .filter(LateralityCorrected.class::isInstance)
                    .map(fact -> LateralityRules.beforeIncision(state))
                    .orElse(Verdict.ALLOWED));
}
