package org.crossface.pathway.intake.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.test.matchers.Matchers;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RegisterReferralTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2024-11-05T09:00:00-08:00");

    @Test
    void aReferralOpensThePathway() {
        PathwayFixture.at(NOW.toInstant())
                .givenNoPriorActivity()
                .when(referralTo("site-bayview", NOW), PathwayFixture.as(Role.SURGICAL_COORDINATOR))
                .expectEvents(new PatientReferred(
                        "pathway-1",
                        "id-1",
                        NOW,
                        "patient-1",
                        "P-0101",
                        "site-bayview",
                        "America/Los_Angeles",
                        LocalDate.of(2024, 11, 5),
                        null,
                        "1990-06-02",
                        false,
                        false,
                        null,
                        null,
                        null,
                        "America/Los_Angeles"));
    }

    @Test
    @Tag("REF-SITE")
    void aReferralToAnUnknownCentreIsRefused() {
        PathwayFixture.at(NOW.toInstant())
                .givenNoPriorActivity()
                .when(referralTo("site-nowhere", NOW), PathwayFixture.as(Role.SURGICAL_COORDINATOR))
                .expectException(refusedBy("REF-SITE"));
    }

    @Test
    @Tag("INV-61")
    void aReferralFromTheFutureIsRefused() {
        Instant now = NOW.minusHours(1).toInstant();
        PathwayFixture.at(now)
                .givenNoPriorActivity()
                .when(referralTo("site-bayview", NOW), PathwayFixture.as(Role.SURGICAL_COORDINATOR))
                .expectException(refusedBy("INV-61"));
    }

    @Test
    @Tag("INV-61")
    void aClockThatRunsNinetySecondsBehindIsTolerated() {
        Instant now = NOW.minusSeconds(90).toInstant();
        PathwayFixture.at(now)
                .givenNoPriorActivity()
                .when(referralTo("site-bayview", NOW), PathwayFixture.as(Role.SURGICAL_COORDINATOR))
                .expectSuccessfulHandlerExecution();
    }

    private static org.hamcrest.Matcher<?> refusedBy(String rule) {
        return Matchers.matches(thrown ->
                thrown instanceof CommandRefused refused && refused.rule().equals(rule));
    }

    private static RegisterReferral referralTo(String site, OffsetDateTime when) {
        return new RegisterReferral(
                "pathway-1", when, "patient-1", "P-0101", site, LocalDate.of(2024, 11, 5), null, null, null, null);
    }
}
