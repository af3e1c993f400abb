package org.crossface.pathway.neurotization.growth;

import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Refused;
import org.crossface.pathway.neurotization.NeurotizationBasis;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A biopsy is a finding at stage two and no basis before it. */
class BiopsyTest {

    @Test
    @Tag("SEQ-BASIS")
    void aBiopsyIsNoBasis() {
        Course course = Course.stageOneDone().and(TinelAssessed.class, "2025-08-26", Map.of("atDistalEnd", true));
        confirm(course, NeurotizationBasis.BIOPSY).expectException(Refused.by("SEQ-BASIS", "basis"));
        confirm(course, NeurotizationBasis.TINEL_AT_DISTAL_END).expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> confirm(Course course, NeurotizationBasis basis) {
        return course.when(ConfirmNeurotization.class, "2025-09-02", Map.of("basis", basis, "secondReviewer", ABSENT));
    }
}
