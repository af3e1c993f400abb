package org.crossface.pathway.oversight.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.matchers.Matchers;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.aftercare.contact.RecordContactAttempt;
import org.crossface.pathway.aftercare.vocabulary.ContactChannel;
import org.crossface.pathway.aftercare.vocabulary.ContactOutcome;
import org.crossface.pathway.correspondence.MessageDelivered;
import org.crossface.pathway.correspondence.MessageFailed;
import org.crossface.pathway.correspondence.MessageFailure;
import org.crossface.pathway.correspondence.MessageKind;
import org.crossface.pathway.correspondence.MessageRequested;
import org.crossface.pathway.followup.DueMessage;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which messages are asked for when, and what their outcome leads to. */
class SendingTest {

    private static final Policy POLICY = Policy.defaults();

    private static OffsetDateTime local(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(PathwayFixture.ZONE).toOffsetDateTime();
    }

    private static LocalDate referredOn() {
        return PathwayState.of(Histories.referred()).intake().referredOn();
    }

    private static OffsetDateTime operationAt() {
        return PathwayState.of(Histories.stageOneScheduled()).schedule().cases().stream()
                .map(SurgicalCase::startsAt)
                .findFirst()
                .orElseThrow();
    }

    /** What the aggregate records when it is given this command by Crossface itself. */
    private static List<PathwayEvent> recorded(List<PathwayEvent> facts, PathwayCommand command) {
        return recorded(facts, command, Role.SYSTEM);
    }

    private static List<PathwayEvent> recorded(List<PathwayEvent> facts, PathwayCommand command, Role role) {
        List<PathwayEvent> recorded = new ArrayList<>();
        PathwayFixture.at(command.occurredAt().toInstant())
                .given(facts)
                .when(command, PathwayFixture.as("somebody", role))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.matches(payloads -> {
                    ((List<?>) payloads).forEach(each -> recorded.add((PathwayEvent) each));
                    return true;
                })));
        return recorded;
    }

    private static List<PathwayEvent> asked(List<PathwayEvent> facts, OffsetDateTime now) {
        return recorded(facts, new RequestMessages(Histories.PATHWAY, now));
    }

    private static List<PathwayEvent> with(List<PathwayEvent> facts, List<PathwayEvent> more) {
        List<PathwayEvent> all = new ArrayList<>(facts);
        all.addAll(more);
        return all;
    }

    private static MessageRequested only(List<PathwayEvent> recorded) {
        assertThat(recorded).singleElement().isInstanceOf(MessageRequested.class);
        return (MessageRequested) recorded.getFirst();
    }

    @Test
    void thePatientIsRemindedOfFastingOnTheEveningBeforeOnce() {
        List<PathwayEvent> facts = Histories.stageOneScheduled();
        LocalDate eve = operationAt().toLocalDate().minusDays(POLICY.of(Threshold.T12_DUE_DAYS));
        int hour = POLICY.of(Threshold.T12_DUE_HOUR);
        assertThat(DueMessage.next(PathwayState.of(facts), POLICY).map(DueMessage::at))
                .contains(local(eve, hour).toInstant());

        assertThat(asked(facts, local(eve, hour - 1))).isEmpty();
        MessageRequested asked = only(asked(facts, local(eve, hour)));
        assertThat(asked.message()).isEqualTo(MessageKind.FASTING_REMINDER);
        assertThat(asked.timer()).isEqualTo("T-12");
        assertThat(asked.role()).as("it is for the patient").isNull();
        assertThat(asked.until())
                .as("it is of no use once the operation begins")
                .isEqualTo(operationAt());

        List<PathwayEvent> once = with(facts, List.of(asked));
        assertThat(asked(once, local(eve, hour))).isEmpty();
        assertThat(DueMessage.next(PathwayState.of(once), POLICY)).isEmpty();
    }

    /** A server that was away in the evening must not write in the night, nor when the operation has begun. */
    @Test
    void aReminderThatIsLateWaitsForTheHoursOfContactsAndIsDroppedWhenItIsOfNoUse() {
        List<PathwayEvent> facts = Histories.stageOneScheduled();
        LocalDate eve = operationAt().toLocalDate().minusDays(POLICY.of(Threshold.T12_DUE_DAYS));
        assertThat(asked(facts, local(eve, POLICY.of(Threshold.CONTACT_UNTIL_HOUR))))
                .isEmpty();
        assertThat(asked(facts, operationAt())).isEmpty();
        assertThat(DueMessage.next(PathwayState.of(facts), POLICY, operationAt().toInstant()))
                .isEmpty();
    }

    @Test
    void twoLettersAskForTheEvaluationAndAfterAWeekWithoutAServerOneIsEnough() {
        List<PathwayEvent> facts = Histories.referred();
        LocalDate first = referredOn().plusDays(POLICY.of(Threshold.T02_DUE_DAYS));
        LocalDate second = referredOn().plusDays(POLICY.of(Threshold.T02_OVERDUE_DAYS));
        int opens = POLICY.of(Threshold.CONTACT_FROM_HOUR);
        assertThat(asked(facts, local(first, opens - 1)))
                .as("too early in the day")
                .isEmpty();

        List<PathwayEvent> one = with(facts, asked(facts, local(first, opens)));
        assertThat(one).hasSize(facts.size() + 1);
        assertThat(DueMessage.next(PathwayState.of(one), POLICY).map(DueMessage::at))
                .contains(local(second, opens).toInstant());
        assertThat(asked(one, local(second, opens))).hasSize(1);

        assertThat(only(asked(facts, local(second, opens))).since().toInstant())
                .as("both times have passed, and one letter answers them")
                .isEqualTo(local(first, 0).toInstant());
    }

    @Test
    void theStaffAreNoticedAtAnyHour() {
        List<PathwayEvent> facts = Histories.stageOneDone();
        LocalDate ends = PathwayState.of(facts)
                .operatedHereOn(Stage.ONE)
                .orElseThrow()
                .plusDays(POLICY.of(Threshold.GLOBAL_PERIOD_DAYS));
        // The patient has missed a visit too, and is not written to in the night.
        MessageRequested asked = only(asked(facts, local(ends, 0)));
        assertThat(asked.message()).isEqualTo(MessageKind.GLOBAL_PERIOD_ENDS);
        assertThat(asked.role()).isEqualTo(Role.BILLING);
        assertThat(asked.occurredAt().getHour()).isZero();
    }

    @Test
    void anOutcomeIsRecordedOnceAndADeliveryIsFinal() {
        List<PathwayEvent> facts = requested();
        MessageRequested asked = (MessageRequested) facts.getLast();
        OffsetDateTime later = asked.occurredAt().plusMinutes(1);
        List<PathwayEvent> failed = with(facts, outcome(facts, asked, later, MessageFailure.REFUSED));
        assertThat(failed.getLast()).isInstanceOf(MessageFailed.class);
        assertThat(outcome(failed, asked, later, MessageFailure.GIVEN_UP)).isEmpty();

        List<PathwayEvent> delivered = with(failed, outcome(failed, asked, later.plusDays(1), null));
        assertThat(delivered.getLast()).isInstanceOf(MessageDelivered.class);
        assertThat(outcome(delivered, asked, later.plusDays(1), null)).isEmpty();
        assertThat(outcome(delivered, asked, later.plusDays(1), MessageFailure.REFUSED))
                .isEmpty();
        assertThat(recorded(facts, new RecordMessageOutcome(Histories.PATHWAY, later, "message-of-nobody", null)))
                .isEmpty();
    }

    private static List<PathwayEvent> requested() {
        List<PathwayEvent> facts = Histories.referred();
        return with(
                facts,
                asked(
                        facts,
                        local(
                                referredOn().plusDays(POLICY.of(Threshold.T02_DUE_DAYS)),
                                POLICY.of(Threshold.CONTACT_FROM_HOUR))));
    }

    private static List<PathwayEvent> outcome(
            List<PathwayEvent> facts, MessageRequested asked, OffsetDateTime at, @Nullable MessageFailure reason) {
        return recorded(facts, new RecordMessageOutcome(Histories.PATHWAY, at, asked.factId(), reason));
    }

    private static List<String> reaching(List<PathwayEvent> facts) {
        return Timetable.of(PathwayState.of(facts), POLICY).work().stream()
                .map(OpenTask::code)
                .filter("MESSAGE"::equals)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void onlyAMessageThatCameBackIsATask(MessageFailure reason) {
        List<PathwayEvent> facts = requested();
        MessageRequested asked = (MessageRequested) facts.getLast();
        assertThat(reaching(facts)).isEmpty();
        List<PathwayEvent> failed =
                with(facts, outcome(facts, asked, asked.occurredAt().plusMinutes(1), reason));
        boolean cameBack = reason == MessageFailure.REFUSED || reason == MessageFailure.GIVEN_UP;
        assertThat(reaching(failed)).hasSize(cameBack ? 1 : 0);
    }

    @Test
    void aCallThatReachesThePatientOrALaterDeliveryEndsTheTask() {
        List<PathwayEvent> facts = requested();
        MessageRequested asked = (MessageRequested) facts.getLast();
        OffsetDateTime later = asked.occurredAt().plusMinutes(1);
        List<PathwayEvent> failed = with(facts, outcome(facts, asked, later, MessageFailure.REFUSED));
        assertThat(reaching(with(failed, call(failed, later, ContactOutcome.NO_ANSWER))))
                .hasSize(1);
        assertThat(reaching(with(failed, call(failed, later, ContactOutcome.REACHED))))
                .isEmpty();
        assertThat(reaching(with(failed, outcome(failed, asked, later, null)))).isEmpty();
    }

    private static List<PathwayEvent> call(List<PathwayEvent> facts, OffsetDateTime at, ContactOutcome outcome) {
        return recorded(
                facts,
                new RecordContactAttempt(Histories.PATHWAY, at, ContactChannel.PHONE, outcome, null),
                Role.SURGICAL_COORDINATOR);
    }

    @Test
    void nothingIsSentBeforeItsTimeHoweverOftenItIsAskedFor() {
        List<PathwayEvent> facts = Histories.stageOneScheduled();
        Instant before = DueMessage.next(PathwayState.of(facts), POLICY)
                .orElseThrow()
                .at()
                .minusSeconds(1);
        assertThat(asked(facts, before.atZone(PathwayFixture.ZONE).toOffsetDateTime()))
                .isEmpty();
    }
}
