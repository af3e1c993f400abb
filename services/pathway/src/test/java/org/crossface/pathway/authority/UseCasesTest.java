package org.crossface.pathway.authority;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossface.pathway.neurotization.growth.AbandonGraft;
import org.crossface.pathway.neurotization.growth.NeurotizationRules;
import org.crossface.pathway.surgery.graft.CompleteStageOne;
import org.crossface.pathway.surgery.record.AttestExternalStage;
import org.junit.jupiter.api.Test;

class UseCasesTest {

    @Test
    void aConditionIsMetByTheCommandsOfLaterPhasesThatNameIt() {
        assertThat(UseCases.fulfilling(NeurotizationRules.GRAFT_IS_BANKED))
                .containsExactly(CompleteStageOne.class, AttestExternalStage.class);
    }

    @Test
    void aConditionIsMetByTheCommandsThatItNames() {
        assertThat(UseCases.fulfilling(NeurotizationRules.NO_OTHER_GRAFT_IS_LIVE))
                .containsExactly(AbandonGraft.class);
    }
}
