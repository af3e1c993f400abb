package org.crossface.pathway.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads on a form: labels that tell fields apart, and choices in words. */
class FormLabelsTest {

    private static final CommandCatalogue CATALOGUE = CommandCatalogue.read();

    @Test
    void noTwoFieldsOfAFormHaveOneLabel() {
        List<String> twice = CATALOGUE.all().stream()
                .flatMap(spec -> {
                    Set<String> seen = new HashSet<>();
                    return spec.fields().stream()
                            .filter(field -> !seen.add(field.label()))
                            .map(field -> spec.title() + ": " + field.label());
                })
                .toList();
        assertThat(twice).isEmpty();
    }

    @Test
    void theOperationOfAStepIsCalledAnOperation() {
        assertThat(CATALOGUE.all().stream()
                        .filter(spec -> CaseCommand.class.isAssignableFrom(spec.type()))
                        .flatMap(spec -> spec.fields().stream())
                        .filter(field -> field.name().equals("caseId"))
                        .map(FieldSpec::label))
                .isNotEmpty()
                .containsOnly("Operation");
    }

    @ParameterizedTest
    @CsvSource({
        "LEG, Leg",
        "NEW, New",
        "TWO, Two",
        "LEFT, Left",
        "SMS, SMS",
        "EMG_ONLY, EMG only",
        "M12, M12",
        "SSI30, SSI30",
        "IIIA, IIIa",
        "IV, IV",
        "V, V",
        "MPADSS, MPADSS",
        "CFNG_GRACILIS_2STAGE, CFNG gracilis 2-stage",
        "HAND_SEWN, Hand sewn"
    })
    void aChoiceIsWrittenInWordsAndACodeAsPeopleWriteIt(String constant, String words) {
        assertThat(FieldReader.sentence(constant)).isEqualTo(words);
    }

    @Test
    void noChoiceOfAFormIsAShoutedWord() {
        assertThat(CATALOGUE.all().stream()
                        .flatMap(spec -> spec.fields().stream())
                        .flatMap(field -> Stream.concat(Stream.of(field), field.fields().stream()))
                        .flatMap(field -> field.options().stream())
                        .map(FieldSpec.Option::label)
                        .filter(label -> label.length() > 2
                                && label.equals(label.toUpperCase(Locale.ROOT))
                                && label.chars().noneMatch(Character::isDigit))
                        .distinct())
                .containsExactlyInAnyOrder("EMG", "ECG", "SMS", "PONV", "PADSS", "MPADSS", "CFNG", "III");
    }
}
