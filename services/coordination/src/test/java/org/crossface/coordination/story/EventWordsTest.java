package org.crossface.coordination.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.BaselineAssessmentRecorded;
import org.crossface.pathway.evaluation.Cause;
import org.crossface.pathway.evaluation.Completeness;
import org.crossface.pathway.evaluation.FaceQuestionnaire;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.neurotization.NeurotizationBasis;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventWordsTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2025-01-14T09:00:00-08:00");

    private static String assessed(int faceSum) {
        return EventWords.detail(new BaselineAssessmentRecorded(
                "pathway-1",
                "fact-1",
                AT,
                new Assessment(6, null, 0.9, FaceQuestionnaire.ofRawSum(faceSum)),
                "surgeon-1"));
    }

    private static String characterised(Cause cause, boolean congenital, @Nullable String onset) {
        return EventWords.detail(new ParalysisCharacterised(
                "pathway-1",
                "fact-1",
                AT,
                ParalysedSide.RIGHT,
                cause,
                onset,
                congenital,
                Completeness.COMPLETE,
                6,
                null,
                false,
                false,
                false,
                true));
    }

    @Test
    void aScoreThatIsAFractionHasOneDecimal() {
        assertThat(assessed(52)).contains("FaCE 61.7");
        assertThat(assessed(45)).endsWith("FaCE 50");
    }

    @Test
    void theOnsetIsSaidOnceAndOnlyWhereItSaysMoreThanTheCause() {
        assertThat(characterised(Cause.CONGENITAL, true, null)).isEqualTo("Paralysed RIGHT · congenital · HB 6");
        assertThat(characterised(Cause.MOEBIUS, true, null)).isEqualTo("Paralysed RIGHT · moebius · congenital · HB 6");
        assertThat(characterised(Cause.TRAUMA, false, "2016-09"))
                .isEqualTo("Paralysed RIGHT · trauma · since 2016-09 · HB 6");
        assertThat(characterised(Cause.TUMOUR, false, null))
                .isEqualTo("Paralysed RIGHT · tumour · onset unknown · HB 6");
    }

    @Test
    void whatABasisIsWorthStandsBesideTheConfirmation() {
        assertThat(EventWords.detail(new NeurotizationConfirmed(
                        "pathway-1", "fact-1", AT, NeurotizationBasis.EMG, "surgeon-1", null, null)))
                .isEqualTo("Basis EMG · " + NeurotizationBasis.WORTH);
    }
}
