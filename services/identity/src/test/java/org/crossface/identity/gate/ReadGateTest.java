package org.crossface.identity.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.crossface.identity.CurrentActor;
import org.crossface.platform.api.AccessLog;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadGateTest {

    private static final Instant NOW = Instant.parse("2025-01-14T16:00:00Z");

    private final List<AccessLog.Access> rows = new ArrayList<>();
    private final ReadGate gate = new ReadGate(rows::add, Clock.fixed(NOW, ZoneOffset.UTC), () -> "request-1");

    @Test
    void aReadWithinScopeIsShownAndRecorded() {
        String shown =
                gate.show(in(Role.SURGEON, "site-bayview"), "clinical/pathway", "TREAT", one("story", "site-bayview"));

        assertThat(shown).isEqualTo("story");
        assertThat(rows)
                .containsExactly(new AccessLog.Access(
                        NOW,
                        "user-1",
                        "SURGEON",
                        Set.of("site-bayview"),
                        Set.of("patient-1"),
                        "clinical/pathway",
                        "TREAT",
                        "SHOWN",
                        "request-1"));
    }

    @Test
    void theRowIsWrittenAfterTheReadAndBeforeTheAnswer() {
        List<String> order = new ArrayList<>();
        ReadGate watched = new ReadGate(access -> order.add("row"), Clock.systemUTC(), () -> null);

        watched.show(in(Role.SURGEON, "s"), "clinical/pathway", "TREAT", () -> {
            order.add("read");
            return Shown.of("story", "patient-1", "s");
        });

        assertThat(order).containsExactly("read", "row");
    }

    @Test
    void aReadThatCannotBeRecordedFails() {
        ReadGate broken = new ReadGate(
                access -> {
                    throw new IllegalStateException("disk full");
                },
                Clock.systemUTC(),
                () -> null);

        assertThatThrownBy(() -> broken.show(
                        in(Role.SURGEON, "site-bayview"), "clinical/pathway", "TREAT", one("story", "site-bayview")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
    }

    @Test
    void anotherSitesCaseIsNotFoundAndTheAttemptIsRecorded() {
        assertThatThrownBy(() -> gate.show(
                        in(Role.SURGEON, "site-other"), "clinical/pathway", "TREAT", one("story", "site-bayview")))
                .isInstanceOf(NotVisible.class);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo("DENIED");
            assertThat(row.patientIds()).containsExactly("patient-1");
        });
    }

    @Test
    void aListLosesWhatLiesOutsideTheScope() {
        List<String> shown = gate.showVisible(
                in(Role.SURGEON, "site-bayview"),
                "clinical/board",
                "TREAT",
                () -> List.of(
                        Shown.of("mine", "patient-1", "site-bayview"), Shown.of("theirs", "patient-2", "site-other")));

        assertThat(shown).containsExactly("mine");
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.patientIds()).containsExactly("patient-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "SURGEON,            clinical/pathway, TREAT,    true",
        "AFTERCARE_NURSE,    clinical/pathway, TREAT,    true",
        "BILLING,            clinical/pathway, HPAYMT,   false",
        "BILLING,            billing/charges,  HPAYMT,   true",
        "SURGEON,            billing/charges,  TREAT,    false",
        "ADMINISTRATOR,      clinical/pathway, HOPERAT,  false",
        "ADMINISTRATOR,      billing/charges,  HOPERAT,  false",
        "ADMINISTRATOR,      audit/events,     HOPERAT,  false",
        "ADMINISTRATOR,      reference/sites,  HOPERAT,  true",
        "QUALITY_AUDITOR,    audit/events,     HQUALITY, true",
        "QUALITY_AUDITOR,    clinical/pathway, HQUALITY, true",
        "QUALITY_AUDITOR,    clinical/pathway, TREAT,    false",
        "QUALITY_AUDITOR,    clinical/pathway, '',       false",
        "SURGEON,            clinical/pathway, CURIOUS,  false",
        "SURGEON,            audit/events,     TREAT,    false",
    })
    void eachRoleReadsItsClassesForItsPurposes(Role role, String resource, String purpose, boolean allowed) {
        AtomicInteger reads = new AtomicInteger();
        Supplier<Shown<String>> read = () -> {
            reads.incrementAndGet();
            return Shown.of("value", "patient-1", "site-bayview");
        };
        if (allowed) {
            assertThat(gate.show(in(role, "site-bayview"), resource, purpose, read))
                    .isEqualTo("value");
        } else {
            assertThatThrownBy(() -> gate.show(in(role, "site-bayview"), resource, purpose, read))
                    .isInstanceOf(ReadDenied.class);
        }
        assertThat(reads).hasValue(allowed ? 1 : 0);
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.outcome()).isEqualTo(allowed ? "SHOWN" : "DENIED"));
    }

    @ParameterizedTest
    @CsvSource({"ADMINISTRATOR, HOPERAT", "QUALITY_AUDITOR, ''"})
    void aReadThatIsDeniedToTheRoleIsRecordedWithThePatientWhoWasAskedFor(Role role, String purpose) {
        assertThatThrownBy(() -> gate.show(
                        in(role, "site-other"),
                        "clinical/pathway",
                        purpose,
                        () -> Asked.of("patient-1", "site-bayview"),
                        one("story", "site-bayview")))
                .isInstanceOf(ReadDenied.class);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo("DENIED");
            assertThat(row.patientIds()).containsExactly("patient-1");
            assertThat(row.siteIds()).containsExactly("site-bayview");
        });
    }

    @Test
    void aResourceWithoutAClassIsAMistakeOfTheProgram() {
        assertThatThrownBy(() ->
                        gate.show(in(Role.SURGEON, "site-bayview"), "pathway", "TREAT", one("story", "site-bayview")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(rows).isEmpty();
    }

    private static CurrentActor in(Role role, String site) {
        return new CurrentActor("user-1", "user", "Some User", role, "org-practice", Set.of(site));
    }

    private static Supplier<Shown<String>> one(String value, String site) {
        return () -> Shown.of(value, "patient-1", site);
    }

    @Test
    void whatIsAboutAPatientAndNamesNoSiteIsForThoseAloneWhoSeeEverySite() {
        Supplier<Shown<String>> nowhere = () -> new Shown<>("story", Set.of("patient-1"), Set.of());
        assertThatThrownBy(() -> gate.show(in(Role.SURGEON, "site-bayview"), "clinical/pathway", "TREAT", nowhere))
                .isInstanceOf(NotVisible.class);
        assertThat(gate.show(in(Role.SURGEON, CurrentActor.EVERY_SITE), "clinical/pathway", "TREAT", nowhere))
                .isEqualTo("story");
        assertThat(gate.showVisible(
                        in(Role.SURGEON, "site-bayview"), "clinical/board", "TREAT", () -> List.of(nowhere.get())))
                .isEmpty();
    }
}
