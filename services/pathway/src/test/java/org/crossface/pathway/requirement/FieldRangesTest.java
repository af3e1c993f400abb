package org.crossface.pathway.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.surgery.admission.MarkSites;
import org.crossface.pathway.surgery.graft.RecordSuralHarvest;
import org.crossface.pathway.surgery.vocabulary.HarvestTechnique;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("FIELD-RANGE")
class FieldRangesTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2025-06-04T09:00:00-07:00");

    @ParameterizedTest
    @ValueSource(doubles = {8.0, 14.5, 39.9, 40.0})
    void aLengthInRangeAndOnStepPasses(double lengthCm) {
        assertThat(FieldRanges.check(harvest(lengthCm))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.45", "7.9", "40.1", "14.55", "NaN"})
    void aLengthOutsideItsRangeOrOffItsStepIsRefusedWithItsField(double lengthCm) {
        assertThat(FieldRanges.check(harvest(lengthCm)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        verdict -> assertThat(verdict.field()).isEqualTo("lengthCm"));
    }

    @Test
    void theRemedyNamesRangeUnitAndStep() {
        assertThat(FieldRanges.check(harvest(1.45)))
                .contains(Verdict.refused("lengthCm", "Length is 1.45 cm", "Give 8 to 40 cm in steps of 0.1"));
    }

    @Test
    void anEmptyListIsTooShort() {
        MarkSites command = new MarkSites("pathway-1", NOW, "case-1", List.of(), "surgeon-osei", true);
        assertThat(FieldRanges.check(command))
                .contains(Verdict.refused("sites", "Marked sites is missing", "Give 1 to 6 entries"));
    }

    @Test
    void aTextOfBlanksCountsAsEmpty() {
        assertThat(FieldRanges.check(new Note("  ", null)))
                .contains(Verdict.refused("text", "Text has 0 characters", "Give 1 to 5 characters"));
    }

    @Test
    void aMissingValueIsRefusedUnlessItMayBeMissing() {
        assertThat(FieldRanges.check(new Note("fine", null))).isEmpty();
        assertThat(FieldRanges.check(incomplete()))
                .contains(Verdict.refused("text", "Text is missing", "Fill in Text"));
    }

    @Test
    void recordsInsideAreCheckedToo() {
        assertThat(FieldRanges.check(new Notes(List.of(new Note("fine", null), new Note("too long", null)))))
                .contains(Verdict.refused("notes[1].text", "Text has 8 characters", "Give 1 to 5 characters"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(FieldRanges.check(
                        new Notes(List.of(incomplete(), new Note("fine", null), new Note("too long", null)))))
                .containsExactly(
                        Verdict.refused("notes[0].text", "Text is missing", "Fill in Text"),
                        Verdict.refused("notes[2].text", "Text has 8 characters", "Give 1 to 5 characters"));
    }

    @SuppressWarnings("NullAway") // as a request without the value would make it
    private static Note incomplete() {
        return new Note(null, null);
    }

    private static RecordSuralHarvest harvest(double lengthCm) {
        return new RecordSuralHarvest(
                "pathway-1", NOW, "case-1", BodySide.RIGHT, lengthCm, HarvestTechnique.ENDOSCOPIC, 3, true, null, null);
    }

    private record Note(
            @FormField(label = "Text", min = 1, max = 5) String text,
            @FormField(label = "More") @Nullable String more) {}

    private record Notes(@FormField(label = "Notes") List<Note> notes) {}
}
