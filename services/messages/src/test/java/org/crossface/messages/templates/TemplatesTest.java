package org.crossface.messages.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossface.messages.templates.Templates.Place;
import org.crossface.messages.templates.Templates.Text;
import org.crossface.pathway.correspondence.MessageKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts as a whole: there is one for each kind and language, nobody learns anything clinical from it, and each place is filled. */
class TemplatesTest {

    /** In English, German and Spanish, as parts of words. */
    private static final Pattern CLINICAL = Pattern.compile(
            "(?i)surg|operat|graft|nerve|muscle|flap|face|facial|paral|wound|infect|anesth|diagnos|treat|therap|clinic|hospital"
                    + "|opera|nerv|muskel|lappen|gesicht|lähm|wund|narkose|klinik|kranken|behandl|patient"
                    + "|cirug|injert|múscul|colgajo|cara\\b|parál|herida|aneste|clínic|pacien|tratam");

    private static final Map<Place, String> ALL = Map.of(
            Place.CENTRE,
            "Bayview",
            Place.NUMBER,
            "CF-2024-0001",
            Place.ROW,
            "T-17",
            Place.SINCE,
            "1 Nov 2024 18:00",
            Place.LINK,
            "https://crossface.example/pathways/p");

    private final Templates templates = new Templates();

    /** Kind and language of every text that can be asked for. */
    static Stream<List<String>> texts() {
        return Stream.concat(
                Arrays.stream(MessageKind.values())
                        .flatMap(kind -> (kind.isToPatient() ? Templates.LANGUAGES : List.of("en"))
                                .stream().map(language -> List.of(Templates.nameOf(kind), language))),
                Stream.of(List.of(Templates.ESCALATION, "en")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void eachKindHasATextInEachOfItsLanguagesWithoutAClinicalWord(List<String> text) {
        Text unfilled = templates.unfilled(text.getFirst(), text.getLast());
        assertThat(unfilled.subject()).isNotBlank().doesNotContain("\n");
        assertThat(unfilled.body()).isNotBlank();
        assertThat(CLINICAL.matcher(unfilled.subject() + unfilled.body()).find())
                .as(unfilled.toString())
                .isFalse();

        Text filled = templates.filled(text.getFirst(), text.getLast(), ALL);
        assertThat(filled.subject() + filled.body()).doesNotContain("{", "}");
    }

    /** A message to a patient names the surgery centre and nothing else of the record. */
    @ParameterizedTest
    @MethodSource("texts")
    void aTextForAPatientNamesTheCentreAlone(List<String> text) {
        boolean toPatient = Arrays.stream(MessageKind.values())
                .anyMatch(kind -> kind.isToPatient() && Templates.nameOf(kind).equals(text.getFirst()));
        assertThat(Templates.places(templates.unfilled(text.getFirst(), text.getLast())))
                .isSubsetOf(toPatient ? List.of("centre") : List.of("centre", "number", "row", "since", "link"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Your graft", "Ihre Operation", "Su cirugía", "Your face", "Ihr Gesicht"})
    void thePatternFindsClinicalWords(String text) {
        assertThat(CLINICAL.matcher(text).find()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"de,de", "de-AT,de", "es-419,es", "en-GB,en", "fr,en", "und,en", "'',en"})
    void aPatientIsWrittenToInThePreferredLanguageWhereThereIsATextInIt(String preferred, String language) {
        assertThat(Templates.languageFor(preferred)).isEqualTo(language);
    }

    @Test
    void whatIsNotGivenIsNotSentAsAPlace() {
        assertThatThrownBy(() -> templates.filled("fasting-reminder", "en", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{centre}");
        assertThatThrownBy(() -> templates.unfilled("fasting-reminder", "xx"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aValueCannotBeginAnotherHeader() {
        Text text = templates.filled("escalation", "en", with(Place.NUMBER, "1\r\nBcc: somebody@example.org"));
        assertThat(text.subject()).doesNotContain("\r", "\n");
    }

    private static Map<Place, String> with(Place place, String value) {
        Map<Place, String> given = new EnumMap<>(ALL);
        given.put(place, value);
        return given;
    }
}
