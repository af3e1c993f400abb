package org.crossface.pathway.intake;

import static org.crossface.pathway.Histories.time;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.PathwayFixture.KnownReference;
import org.crossface.pathway.PathwayFixture.TakenReservations;
import org.crossface.pathway.Refused;
import org.crossface.pathway.evaluation.Cause;
import org.crossface.pathway.evaluation.Completeness;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.examination.CharacteriseParalysis;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("INV-60")
class LivePathwaysTest {

    private static final OffsetDateTime NOW = time("2024-11-05T09:00");

    @Test
    void aReferralWithoutASideIsRefusedWhileAnySideHasALivePathway() {
        refer(null).expectException(Refused.by("INV-60", "referredSide"));
    }

    @Test
    void aReferralForTheSameSideIsRefused() {
        refer(ParalysedSide.LEFT).expectException(Refused.by("INV-60", "referredSide"));
    }

    @Test
    void aReferralForTheOtherSidePasses() {
        refer(ParalysedSide.RIGHT).expectSuccessfulHandlerExecution();
    }

    @Test
    void aSideThatTurnsOutToHaveALivePathwayIsRefused() {
        characterise(ParalysedSide.LEFT).expectException(Refused.by("INV-60", "paralysedSide"));
    }

    @Test
    void aSideThatTurnsOutToBeFreePasses() {
        characterise(ParalysedSide.RIGHT).expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> refer(@Nullable ParalysedSide side) {
        return PathwayFixture.at(NOW.toInstant(), new KnownReference(), new TakenReservations("patient-1|LEFT"))
                .givenNoPriorActivity()
                .when(
                        new RegisterReferral(
                                Histories.PATHWAY,
                                NOW,
                                Histories.PATIENT,
                                "P-0101",
                                Histories.SITE,
                                LocalDate.of(2024, 11, 5),
                                side,
                                null,
                                null,
                                null),
                        PathwayFixture.as(Role.SURGICAL_COORDINATOR));
    }

    private static ResultValidator<CarePathway> characterise(ParalysedSide side) {
        OffsetDateTime now = time("2024-11-19T10:10");
        return PathwayFixture.at(now.toInstant(), new KnownReference(), new TakenReservations("patient-1|LEFT"))
                .given(Histories.referred())
                .when(
                        new CharacteriseParalysis(
                                Histories.PATHWAY,
                                now,
                                side,
                                Cause.BELL_PALSY,
                                "2020-09",
                                false,
                                Completeness.COMPLETE,
                                6,
                                null,
                                false,
                                false,
                                false,
                                false),
                        PathwayFixture.as(Role.SURGEON));
    }
}
