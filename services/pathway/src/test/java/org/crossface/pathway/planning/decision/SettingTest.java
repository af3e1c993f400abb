package org.crossface.pathway.planning.decision;

import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.FixturePolicy;
import org.crossface.pathway.Refused;
import org.crossface.pathway.planning.CandidacyApproved;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.planning.TreatmentPlanSelected;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The setting of stage two is a decision with a reason where the policy asks for it. */
class SettingTest {

    private static ResultValidator<CarePathway> revise(Object rationale) {
        return Course.referred()
                .and(CandidacyApproved.class, "2024-11-26")
                .and(
                        TreatmentPlanSelected.class,
                        "2024-12-01",
                        Map.of("option", TreatmentOption.GRACILIS_MASSETERIC_1STAGE, "planVersion", 1))
                .when(
                        RevisePlan.class,
                        "2024-12-02",
                        Map.of(
                                "option",
                                TreatmentOption.GRACILIS_MASSETERIC_1STAGE,
                                "nerveSource",
                                NerveSource.MASSETERIC,
                                "stageTwoSetting",
                                PlannedSetting.EXTENDED_RECOVERY,
                                "rationale",
                                rationale));
    }

    @Test
    @Tag("SEQ-SETTING")
    void theReasonIsAskedForByThePolicyOnly() {
        revise(ABSENT).expectSuccessfulHandlerExecution();
        Policy asks = new Policy("asks", Map.of(Threshold.STAGE_TWO_SETTING_REASON, 1));
        FixturePolicy.during(asks, refused -> {}, () -> {
            revise(ABSENT).expectException(Refused.by("SEQ-SETTING", "rationale"));
            revise("Flap checks through the night").expectSuccessfulHandlerExecution();
        });
    }
}
