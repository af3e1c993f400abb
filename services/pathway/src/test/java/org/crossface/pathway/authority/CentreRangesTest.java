package org.crossface.pathway.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.FixturePolicy;
import org.crossface.pathway.policy.CentreRange;
import org.crossface.pathway.policy.Narrowed;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.PolicyOrder;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.pathway.surgery.transfer.RecordGracilisHarvest;
import org.crossface.pathway.usecase.CentreRanges;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.platform.api.FormField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A centre narrows the range of a field, and never widens it. */
class CentreRangesTest {

    private static RecordGracilisHarvest harvest(DayOfSurgery day, double weightG) {
        return new RecordGracilisHarvest(
                "pathway-1", day.at("10:42"), "case-2", BodySide.LEFT, 9.8, 3.2, weightG, 1.5, 2, 7, day.at("10:42"));
    }

    private static Policy narrowed(String threshold, int value) {
        return Policy.defaults().changed("v2", List.of(new ThresholdChange(threshold, value)));
    }

    @Test
    @Tag("FIELD-RANGE-CENTRE")
    void whatLiesOutsideTheRangeOfTheCentreIsRefusedAndItsEndsPass() {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision();
        day.allows(harvest(day, 80));
        day.allows(harvest(day, 5));
        FixturePolicy.during(narrowed("gracilisWeightMaxG", 40), refused -> {}, () -> {
            DayOfSurgery narrow = DayOfSurgery.stageTwo().upToIncision();
            narrow.allows(harvest(narrow, 40));
            narrow.refuses("FIELD-RANGE-CENTRE", "weightG", harvest(narrow, 40.1));
        });
        FixturePolicy.during(narrowed("gracilisWidthMinMm", 33), refused -> {}, () -> {
            DayOfSurgery narrow = DayOfSurgery.stageTwo().upToIncision();
            narrow.refuses("FIELD-RANGE-CENTRE", "widthCm", harvest(narrow, 24));
        });
        FixturePolicy.during(narrowed("gracilisWidthMinMm", 32), refused -> {}, () -> {
            DayOfSurgery narrow = DayOfSurgery.stageTwo().upToIncision();
            narrow.allows(harvest(narrow, 24));
        });
    }

    /** The range of the field stands once: a policy cannot leave it, and without a version of its own a centre has all of it. */
    @Test
    void theBoundsOfTheThresholdsAreTheRangeOfTheField() {
        List<RecordComponent> fields = narrowedFields().toList();
        assertThat(fields)
                .extracting(each -> each.getAnnotation(Narrowed.class).value())
                .contains(CentreRange.values());
        for (RecordComponent each : fields) {
            CentreRange range = each.getAnnotation(Narrowed.class).value();
            FormField field = each.getAnnotation(FormField.class);
            for (Threshold end : List.of(range.lower(), range.upper())) {
                assertThat(range.inUnitOfField(end.lowest())).as(end.name()).isEqualTo(field.min());
                assertThat(range.inUnitOfField(end.highest())).as(end.name()).isEqualTo(field.max());
                assertThat(field.help()).contains("{" + end.storedName() + "}");
            }
            assertThat(range.least(Policy.defaults())).isEqualTo(field.min());
            assertThat(range.most(Policy.defaults())).isEqualTo(field.max());
        }
    }

    /** A field that a centre may narrow is judged, whatever command it is entered with. */
    @Test
    void everyCommandWithSuchAFieldIsJudged() {
        assertThat(UseCases.ALL.stream()
                        .filter(each -> each.checks().contains(CentreRanges.WITHIN))
                        .map(each -> each.command().getSimpleName()))
                .containsExactlyInAnyOrderElementsOf(narrowedFields()
                        .map(each -> each.getDeclaringRecord().getSimpleName())
                        .distinct()
                        .toList());
    }

    @Test
    void aRangeThatIsUpsideDownIsAContradiction() {
        Policy policy = Policy.defaults()
                .changed(
                        "v2",
                        List.of(
                                new ThresholdChange("suralLengthMinMm", 200),
                                new ThresholdChange("suralLengthMaxMm", 199)));
        assertThat(PolicyOrder.contradiction(policy))
                .contains(new PolicyOrder.Contradiction(Threshold.SURAL_LENGTH_MIN_MM, Threshold.SURAL_LENGTH_MAX_MM));
    }

    private static Stream<RecordComponent> narrowedFields() {
        return UseCases.ALL.stream()
                .flatMap(each -> Arrays.stream(each.command().getRecordComponents()))
                .filter(each -> each.isAnnotationPresent(Narrowed.class));
    }
}
