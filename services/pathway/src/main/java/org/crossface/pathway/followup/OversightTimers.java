package org.crossface.pathway.followup;

import static org.crossface.pathway.followup.Ladders.director;
import static org.crossface.pathway.followup.Ladders.told;
import static org.crossface.pathway.followup.Offset.START;
import static org.crossface.pathway.policy.Threshold.AGE_OF_MAJORITY_YEARS;
import static org.crossface.pathway.policy.Threshold.MESSAGE_RETURNED_DAYS;
import static org.crossface.pathway.policy.Threshold.RETENTION_YEARS;
import static org.crossface.pathway.policy.Threshold.SCREENING_OVERDUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T56_DUE_DAYS;
import static org.crossface.pathway.policy.Threshold.T56_OVERDUE_DAYS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.correspondence.MessageKind;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;

/** What stands over the phases: decisions, reviews, interruptions, the record itself. */
final class OversightTimers {

    static final Timer CONTRADICTION = Timer.of("CONTRADICTION", "Decide on a contradiction")
            .per(Per.FACT, Role.SURGEON)
            .kind(Kind.SAFETY)
            .starts(
                    "a fact that no longer stands on what it needs (A-01)",
                    given -> given.state().oversight().contradictions().stream()
                            .map(each -> Cycle.on(each.contradictionId(), given.dayOf(each.since()))))
            .until("the contradiction is decided")
            .overdue(START.dayAfter())
            .lasts(Lasts.ALWAYS)
            .made();

    static final Timer SCREENED = Timer.of("SCREEN", "Follow up screening")
            .per(Per.FACT, Role.SURGEON)
            .starts(
                    "a positive screening of mood (A-14)",
                    given -> given.state().health().openScreens(given.policy()).stream()
                            .map(each -> Cycle.on(each.answers().factId(), given.dayOf(each.screenedAt()))))
            .until("somebody has followed it up")
            .overdue(START.plus(SCREENING_OVERDUE_DAYS))
            .lasts(Lasts.UNTIL_DEATH)
            .made();

    static final Timer ADJUNCT = Timer.of("ADJUNCT", "Adjunct procedure")
            .per(Per.FACT, Role.SURGEON)
            .starts(
                    "the day of a planned adjunct procedure (A-10)",
                    given -> given.state().adjuncts().open().stream()
                            .flatMap(each ->
                                    Stream.ofNullable(each.plannedFor()).map(day -> Cycle.on(each.adjunctId(), day))))
            .until("the procedure")
            .overdue(START.dayAfter())
            .lasts(Lasts.UNTIL_DEATH)
            .made();

    static final Timer SECOND_PERSON = Timer.of("SECOND", "Confirm as second person")
            .per(Per.FACT, Role.SURGEON)
            .starts(
                    "a fact that a second person has to confirm (A-02)",
                    given -> given.state().waiting().stream()
                            .map(each -> Cycle.on(each.factId(), given.dayOf(each.occurredAt()))))
            .until("the confirmation")
            .overdue(START.dayAfter())
            .lasts(Lasts.ALWAYS)
            .made();

    static final Timer CONCERN = Timer.of("CONCERN", "Look into a concern")
            .per(Per.FACT, Role.QUALITY_AUDITOR)
            .kind(Kind.SAFETY)
            .starts(
                    "a near miss, a never event, a deviation",
                    given -> given.state().oversight().concerns().stream()
                            .map(each -> Cycle.on(each.concernId(), given.dayOf(each.since()))))
            .until("the concern is closed")
            .overdue(START.dayAfter())
            .lasts(Lasts.ALWAYS)
            .made();

    static final Timer HOLD = Timer.of("HOLD", "On hold, decide")
            .per(Per.PATHWAY, Role.SURGEON)
            .starts("the hold", given -> in(given, Phase.ON_HOLD))
            .until("the pathway goes on or ends")
            .lasts(Lasts.UNTIL_THE_END)
            .made();

    static final Timer LOST = Timer.of("LOST", "Lost to follow-up")
            .per(Per.PATHWAY, Role.SURGICAL_COORDINATOR)
            .starts("the patient is declared lost", given -> in(given, Phase.LOST_TO_FOLLOW_UP))
            .until("the patient returns, or the pathway ends")
            .lasts(Lasts.UNTIL_THE_END)
            .made();

    static final Timer UNREACHED = Timer.of("MESSAGE", "Reach a patient to whom no message comes")
            .per(Per.FACT, Role.SURGICAL_COORDINATOR)
            .kind(Kind.CONTACT)
            .starts(
                    "a message to the patient that came back",
                    given -> Stream.ofNullable(given.state().correspondence().unreached())
                            .map(each -> Cycle.at(each.messageId(), each.since())))
            .until("the patient was reached, or a message arrived at a corrected address")
            .overdue(START.plus(MESSAGE_RETURNED_DAYS))
            .escalates(told(Role.SURGICAL_COORDINATOR))
            .made();

    static final Timer OVERRIDE = Timer.of("T-56", "Review override")
            .per(Per.OVERRIDE, Role.QUALITY_AUDITOR)
            .starts(
                    "an overridden rule",
                    given -> given.state().oversight().unreviewed().stream()
                            .map(each -> Cycle.on(each.factId(), given.dayOf(each.since()))
                                    .detail(" of " + each.rule())))
            .until("a review of the override")
            .due(START.plus(T56_DUE_DAYS))
            .overdue(START.plus(T56_OVERDUE_DAYS))
            .escalates(told(Role.QUALITY_AUDITOR), director())
            .lasts(Lasts.ALWAYS)
            .made();

    static final Timer RETENTION = Timer.of("T-58", "Retention review")
            .per(Per.PATHWAY, Role.PRIVACY_OFFICER)
            .kind(Kind.NOTICE)
            .starts("the end of the pathway; of a minor, the majority", OversightTimers::ended)
            .until("nothing: a record is never deleted by itself")
            .due(START.plus(RETENTION_YEARS))
            .sends(MessageKind.RETENTION_REVIEW)
            .lasts(Lasts.ALWAYS)
            .made();

    static final List<Timer> ALL = List.of(
            CONTRADICTION, SCREENED, ADJUNCT, SECOND_PERSON, CONCERN, HOLD, LOST, UNREACHED, OVERRIDE, RETENTION);

    private OversightTimers() {}

    private static Stream<Cycle> in(Given given, Phase phase) {
        return given.state().phase() == phase ? Stream.of(Cycle.waiting("")) : Stream.empty();
    }

    /** The years of a minor's record count from the majority. */
    private static Stream<Cycle> ended(Given given) {
        if (!given.state().phase().isEnd() || given.state().phases().isEmpty()) {
            return Stream.empty();
        }
        LocalDate end = given.dayOf(given.state().phases().getLast().at());
        LocalDate majority = Optional.ofNullable(given.state().intake().birthDate())
                .map(PartialDate::latest)
                .map(born -> born.plusYears(given.policy().of(AGE_OF_MAJORITY_YEARS)))
                .orElse(end);
        return Stream.of(Cycle.on("", majority.isAfter(end) ? majority : end));
    }
}
