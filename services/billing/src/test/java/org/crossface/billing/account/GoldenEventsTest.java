package org.crossface.billing.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.billing.account.SampleCharges.graft;
import static org.crossface.billing.account.SampleCharges.raised;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.crossface.platform.api.EventName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Each released revision of an event is written and read exactly as its golden file says. */
class GoldenEventsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsWrittenAsItsGoldenFileSays(BillingEvent event) {
        assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n")
                .isEqualTo(golden(event.getClass()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void aGoldenFileIsReadAsItsEvent(BillingEvent event) {
        assertThat(JSON.readValue(golden(event.getClass()), event.getClass())).isEqualTo(event);
    }

    @Test
    void everyEventHasAGoldenFile() {
        assertThat(events().<Class<?>>map(BillingEvent::getClass).toList())
                .containsExactlyInAnyOrderElementsOf(List.of(BillingEvent.class.getPermittedSubclasses()));
    }

    static Stream<BillingEvent> events() {
        String charge = SampleCharges.idOf(graft(), 0);
        return Stream.of(
                raised("fact-1", graft(), HoldReason.OPERATION_RECORD_UNSIGNED, HoldReason.AUTHORISATION_MISSING),
                new ChargeHeld(
                        SampleCharges.ACCOUNT,
                        SampleCharges.PATHWAY,
                        charge,
                        SampleCharges.SIGNED,
                        "fact-2",
                        List.of(HoldReason.AUTHORISATION_MISSING),
                        SampleCharges.RECORD,
                        null),
                SampleCharges.released("fact-3", charge, "AUTH-1"),
                new ChargeReversed(
                        SampleCharges.ACCOUNT,
                        SampleCharges.PATHWAY,
                        charge,
                        SampleCharges.SIGNED,
                        "fact-4",
                        ChargeIdentity.reversalId(charge),
                        ReversalReason.CORRECTED,
                        "default-1"));
    }

    private static String golden(Class<?> type) {
        EventName name = Objects.requireNonNull(type.getAnnotation(EventName.class));
        String file = "golden/" + name.value() + "-" + name.revision() + ".json";
        try (InputStream in = GoldenEventsTest.class.getClassLoader().getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
