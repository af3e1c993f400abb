package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.crossface.pathway.oversight.concern.RecordNearMiss;
import org.crossface.pathway.surgery.checklist.MakeIncision;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.Envelope.Idempotency;
import org.crossface.platform.dispatch.Receipt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A refusal by a rule against the wrong side becomes a near miss, and stays a refusal (ADR 45). */
class NearMissAlarmTest {

    private static final Instant NOW = Instant.parse("2025-03-18T13:30:00Z");
    private static final MakeIncision STEP =
            new MakeIncision("pathway-1", OffsetDateTime.parse("2025-03-18T06:30:00-07:00"), "case-1", null);
    private static final Envelope NURSE =
            Envelope.of("user-1", Role.OR_NURSE, "org-center", "UI", "TREAT", "request-1");

    private final List<Object> sent = new ArrayList<>();
    private final List<Envelope> envelopes = new ArrayList<>();

    @Test
    @Tag("INV-04")
    void aRefusalByASideRuleIsRecordedAsANearMissOfTheCaseAndStillTold() {
        CommandRefused refused = refusal("INV-04");
        assertThatThrownBy(() -> alarm(refused, null).send(STEP, NURSE)).isSameAs(refused);
        assertThat(sent)
                .containsExactly(
                        STEP,
                        new RecordNearMiss(
                                "pathway-1",
                                OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC),
                                "case-1",
                                "INV-04",
                                "make-incision"));
        assertThat(envelopes.getLast().role()).isEqualTo(Role.SYSTEM);
        assertThat(envelopes.getLast().onBehalfOf()).isEqualTo("user-1");
    }

    @Test
    void aRequestThatIsSentAgainIsOneNearMiss() {
        for (String body : List.of("body", "body", "another")) {
            Envelope request = NURSE.idempotent(new Idempotency("key-1", "POST /make-incision", body));
            assertThatThrownBy(() -> alarm(refusal("INV-04"), null).send(STEP, request))
                    .isInstanceOf(CommandRefused.class);
        }
        List<Idempotency> alarms = Stream.of(1, 3, 5)
                .map(i -> Objects.requireNonNull(envelopes.get(i).idempotency()))
                .toList();
        assertThat(alarms.get(0)).isEqualTo(alarms.get(1)).isNotEqualTo(alarms.get(2));
        assertThat(alarms.get(0).key()).isNotEqualTo("key-1").hasSizeLessThan(200);
    }

    @Test
    void anotherRefusalIsNone() {
        assertThatThrownBy(() -> alarm(refusal("INV-34"), null).send(STEP, NURSE))
                .isInstanceOf(CommandRefused.class);
        assertThat(sent).containsExactly(STEP);
    }

    @Test
    void aNearMissThatCannotBeRecordedHidesNoRefusal() {
        CommandRefused refused = refusal("INV-04");
        assertThatThrownBy(() -> alarm(refused, new IllegalStateException("No connection"))
                        .send(STEP, NURSE))
                .isSameAs(refused);
        assertThat(sent).hasSize(2);
    }

    private CommandDispatch alarm(RuntimeException first, @Nullable RuntimeException second) {
        return new NearMissAlarm(
                (command, envelope) -> {
                    sent.add(command);
                    envelopes.add(envelope);
                    if (command.equals(STEP)) {
                        throw first;
                    }
                    if (second != null) {
                        throw second;
                    }
                    return new Receipt(1, 1, "pathway-1", false);
                },
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static CommandRefused refusal(String rule) {
        return Rule.hard(rule, "A rule.").refusal("", "It is broken", "Mend it");
    }
}
