package org.crossface.pathway.followup;

import static org.crossface.pathway.followup.Ladders.lead;
import static org.crossface.pathway.followup.Ladders.thenDirector;
import static org.crossface.pathway.followup.Ladders.told;
import static org.crossface.pathway.followup.Offset.START;
import static org.crossface.pathway.policy.Threshold.T01_DUE_BUSINESS_DAYS;
import static org.crossface.pathway.policy.Threshold.T01_OVERDUE_BUSINESS_DAYS;
import static org.crossface.pathway.policy.Threshold.T02_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T02_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T03_DUE_BUSINESS_DAYS;
import static org.crossface.pathway.policy.Threshold.T03_OVERDUE_BUSINESS_DAYS;
import static org.crossface.pathway.policy.Threshold.T04_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T04_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T05_OVERDUE_DAYS;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.pathway.correspondence.MessageKind;
import org.crossface.pathway.evaluation.Evaluation;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;

/** From the referral to the decision on the candidacy. */
final class ReferralTimers {

    private static final Set<Phase> UNTIL_DECISION = Set.of(Phase.REFERRED, Phase.UNDER_EVALUATION);

    static final Timer TRIAGE = Timer.of("T-01", "Triage referral")
            .per(Per.PATHWAY, Role.SURGICAL_COORDINATOR)
            .starts("the referral", ReferralTimers::referred)
            .until("a booked evaluation, or the referral is declined")
            .due(START.plus(T01_DUE_BUSINESS_DAYS))
            .overdue(START.plus(T01_OVERDUE_BUSINESS_DAYS))
            .escalates(lead(Role.SURGICAL_COORDINATOR))
            .made();

    static final Timer EVALUATION_BOOKED = Timer.of("T-02", "Book evaluation")
            .per(Per.PATHWAY, Role.SURGICAL_COORDINATOR)
            .starts("the referral", ReferralTimers::referred)
            .until("a booked evaluation, or the referral is declined")
            .due(START.plus(T02_DUE_DAYS))
            .overdue(START.plus(T02_OVERDUE_DAYS))
            .escalates(lead(Role.SURGICAL_COORDINATOR))
            .sends(MessageKind.EVALUATION_NOT_BOOKED)
            .sendsWhenOverdue(MessageKind.EVALUATION_NOT_BOOKED)
            .made();

    static final Timer VISIT = Timer.of("VISIT", "Visit")
            .per(Per.PATHWAY, Role.SURGEON)
            .starts(
                    "a booked evaluation",
                    given -> evaluating(given)
                            .filter(evaluation -> !begun(evaluation))
                            .flatMap(evaluation -> Stream.ofNullable(evaluation.visitAt()))
                            .map(visit -> Cycle.at("", visit)))
            .until("the first finding of the visit")
            .overdue(START.dayAfter())
            .made();

    static final Timer DOCUMENTS = Timer.of("T-03", "Complete evaluation")
            .per(Per.PATHWAY, Role.SURGEON)
            .starts(
                    "the visit of the evaluation",
                    given -> evaluating(given)
                            .flatMap(evaluation -> Stream.ofNullable(evaluation.visitAt()))
                            .map(visit -> Cycle.on("", given.dayOf(visit))))
            .until("a completed evaluation")
            .due(START.plus(T03_DUE_BUSINESS_DAYS))
            .overdue(START.plus(T03_OVERDUE_BUSINESS_DAYS))
            .escalates(told(Role.SURGEON))
            .made();

    static final Timer DECISION = Timer.of("T-04", "Decide")
            .per(Per.PATHWAY, Role.SURGEON)
            .starts(
                    "a completed evaluation",
                    given -> UNTIL_DECISION.contains(given.state().phase())
                            ? Stream.ofNullable(given.state().evaluation().completedAt())
                                    .map(completed -> Cycle.on("", given.dayOf(completed)))
                            : Stream.empty())
            .until("a decision on the candidacy")
            .due(START.plus(T04_DUE_DAYS))
            .overdue(START.plus(T04_OVERDUE_DAYS))
            .escalates(told(Role.SURGEON), thenDirector())
            .made();

    static final Timer REVIEW = Timer.of("T-05", "Decide again")
            .per(Per.PATHWAY, Role.SURGICAL_COORDINATOR)
            .starts(
                    "the day of review of a deferred candidacy",
                    given -> given.state().phase() == Phase.DEFERRED
                            ? Stream.ofNullable(given.state().plan().reviewOn()).map(day -> Cycle.on("", day))
                            : Stream.empty())
            .until("a decision on the candidacy")
            .overdue(START.plus(T05_OVERDUE_DAYS))
            .escalates(told(Role.SURGICAL_COORDINATOR))
            .made();

    static final List<Timer> ALL = List.of(TRIAGE, EVALUATION_BOOKED, VISIT, DOCUMENTS, DECISION, REVIEW);

    private ReferralTimers() {}

    private static Stream<Cycle> referred(Given given) {
        LocalDate referred = given.state().intake().referredOn();
        return evaluating(given)
                .filter(evaluation -> evaluation.visitAt() == null)
                .map(evaluation -> Cycle.on("", referred));
    }

    private static Stream<Evaluation> evaluating(Given given) {
        Evaluation evaluation = given.state().evaluation();
        OffsetDateTime completed = evaluation.completedAt();
        return given.state().intake().referred()
                        && completed == null
                        && UNTIL_DECISION.contains(given.state().phase())
                ? Stream.of(evaluation)
                : Stream.empty();
    }

    /** Whether the patient was seen: any of the factors is known, or the baseline or the healthy side. */
    private static boolean begun(Evaluation evaluation) {
        return evaluation.factorsKnown() > 0
                || !evaluation.baselines().isEmpty()
                || evaluation.healthySideTest() != null;
    }
}
