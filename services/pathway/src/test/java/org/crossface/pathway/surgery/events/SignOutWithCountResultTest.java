package org.crossface.pathway.surgery.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.Samples;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.state.EffectiveFacts;
import org.crossface.pathway.surgery.vocabulary.CountResult;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignOutWithCountResultTest {

    private final SignOutWithCountResult upcaster = new SignOutWithCountResult();

    @ParameterizedTest
    @CsvSource({"true, CORRECT", "false, UNRESOLVED"})
    void whetherTheCountsWereCorrectBecomesWhatTheyCameTo(boolean correct, String counts) {
        Map<String, Object> content = new HashMap<>(Map.of("caseId", "case-1", "countsCorrect", correct));
        upcaster.upcast(content);
        assertThat(content).isEqualTo(Map.of("caseId", "case-1", "counts", counts));
    }

    @Test
    void aSignOutThatSaysNothingOfTheCountsIsNotOfThisRevision() {
        assertThatThrownBy(() -> upcaster.upcast(new HashMap<>(Map.of("caseId", "case-1"))))
                .isInstanceOf(NullPointerException.class);
    }

    /** Corrections name components; one of an earlier revision has to find what stands in its place, and a later one wins. */
    @Test
    void aCorrectionOfTheEarlierRevisionStillHolds() {
        SafetySignOutCompleted signOut =
                Samples.of(SafetySignOutCompleted.class, Map.of("counts", CountResult.CORRECT));
        assertThat(effective(signOut, correction("countsCorrect", "false"))).isEqualTo(CountResult.UNRESOLVED);
        assertThat(effective(signOut, correction("countsCorrect", "false"), correction("counts", "RESOLVED")))
                .isEqualTo(CountResult.RESOLVED);
    }

    private static CountResult effective(PathwayEvent signOut, PathwayEvent... corrections) {
        List<PathwayEvent> recorded = new ArrayList<>(List.of(signOut));
        recorded.addAll(List.of(corrections));
        return ((SafetySignOutCompleted) EffectiveFacts.of(recorded).getFirst()).counts();
    }

    private static RecordCorrected correction(String component, String value) {
        return Samples.of(
                RecordCorrected.class,
                Map.of(
                        "factId",
                        "correction-of-" + component,
                        "targetFactId",
                        "fact-1",
                        "fields",
                        List.of(new CorrectedField(component, value)),
                        "personalFields",
                        Samples.Absent.ABSENT));
    }
}
