package org.crossface.platform.api.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorableRecordsTest {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2025-10-07T12:00:00-07:00");

    enum Colour {
        RED
    }

    record Entry(String words, double figure) {}

    record Note(
            String noteId,
            String text,
            OffsetDateTime at,
            @Nullable LocalDate day,
            @Nullable Double figure,
            List<String> words,
            List<Entry> entries,
            Set<Colour> colours) {}

    private static Note note(String text) {
        return new Note("note-1", text, NOON, null, null, List.of(), List.of(), Set.of(Colour.RED));
    }

    private static Note at(OffsetDateTime at) {
        return new Note("note-1", "text", at, null, null, List.of(), List.of(), Set.of());
    }

    private static Note at(String at) {
        return at(OffsetDateTime.parse(at));
    }

    private static Note on(LocalDate day) {
        return new Note("note-1", "text", NOON, day, null, List.of(), List.of(), Set.of());
    }

    private static Note figure(double figure) {
        return new Note("note-1", "text", NOON, null, figure, List.of(), List.of(), Set.of());
    }

    private static Note named(String id) {
        return new Note(id, "text", NOON, null, null, List.of(), List.of(), Set.of());
    }

    private static void assertRefused(Note note, String field) {
        assertThatThrownBy(() -> StorableRecords.normalised(note))
                .isInstanceOfSatisfying(UnstorableValue.class, refused -> {
                    assertThat(refused.field()).isEqualTo(field);
                    assertThat(refused.finding()).isNotBlank();
                    assertThat(refused.remedy()).isNotBlank();
                });
    }

    @Test
    void aRecordInThatFormIsGivenBackItself() {
        Note note = new Note(
                "note-1",
                "Zoë\n\tsaid \"<b>=1+1</b>\" 😀 שלום é ﷺ",
                NOON,
                LocalDate.of(StorableTime.FIRST_YEAR, 1, 1),
                0.1,
                List.of("a"),
                List.of(new Entry("b", 1)),
                Set.of(Colour.RED));
        assertThat(StorableRecords.normalised(note)).isSameAs(note);
        assertThat(StorableRecords.mended(note)).isSameAs(note);
    }

    static Stream<String> unstorable() {
        return Stream.of(
                "a\u0000b",
                "\u0007",
                "a\u001Bb",
                "\u007F",
                "a\u009Bb",
                "\uD83D",
                "\uDE00\uD83D",
                "\uFFFE",
                "\uFDD0",
                new String(Character.toChars(0x1FFFF)));
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    void aTextWithWhatIsNoTextIsRefusedWhereverItStands(String text) {
        assertRefused(note(text), "text");
        assertRefused(new Note("note-1", "", NOON, null, null, List.of("fine", text), List.of(), Set.of()), "words[1]");
        assertRefused(
                new Note("note-1", "", NOON, null, null, List.of(), List.of(new Entry(text, 1)), Set.of()),
                "entries[0].words");
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    void whatIsStoredAlreadyIsMended(String text) {
        Note mended = StorableRecords.mended(note("before " + text + " after"));
        assertThat(mended.text()).startsWith("before ").endsWith(" after").contains("\uFFFD");
        assertThat(StorableRecords.normalised(mended)).isSameAs(mended);
    }

    @Test
    void aTextIsComposedStrippedAndHasLineFeeds() {
        assertThat(StorableRecords.normalised(
                                note("\u00A0 Zoe\u0308\r\nA\u030Angstro\u0308m\rx\u2028y\u0085z \t\u3000"))
                        .text())
                .isEqualTo("Zoë\nÅngström\nx\ny\nz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "é", "-a", "a\n", "a\u0000", "%00"})
    void anIdentifierIsOfPlainCharacters(String id) {
        assertRefused(named(id), "noteId");
    }

    @Test
    void anIdentifierIsShort() {
        assertThat(StorableRecords.normalised(named("a".repeat(StorableText.LONGEST_IDENTIFIER))))
                .isNotNull();
        assertRefused(named("a".repeat(StorableText.LONGEST_IDENTIFIER + 1)), "noteId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-12:00", "+14:00", "+05:45", "-00:30", "Z"})
    void anOffsetOfAPlaceStays(String offset) {
        Note note = at(NOON.withOffsetSameLocal(ZoneOffset.of(offset)));
        assertThat(StorableRecords.normalised(note)).isSameAs(note);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-17:00", "-12:01", "+14:01", "+18:00", "-18:00", "+15:59:59"})
    void anOffsetOfNoPlaceIsRefusedAndMendedToTheSameMoment(String offset) {
        Note note = at(NOON.withOffsetSameLocal(ZoneOffset.of(offset)));
        assertRefused(note, "at");
        OffsetDateTime mended = StorableRecords.mended(note).at();
        assertThat(mended.toInstant()).isEqualTo(note.at().toInstant());
        assertThat(mended.getOffset()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void aTimeIsInMicrosecondsAndItsOffsetInMinutes() {
        OffsetDateTime kept = StorableRecords.normalised(at("1883-11-18T12:00:00.123456789-07:52:58"))
                .at();
        assertThat(kept).isEqualTo("1883-11-18T11:59:58.123456-07:53");
        assertThat(kept.getOffset()).isEqualTo(ZoneOffset.ofHoursMinutes(-7, -53));
    }

    @Test
    void aDateIsInAYearThatCanBeMeant() {
        assertRefused(on(LocalDate.of(StorableTime.FIRST_YEAR - 1, 12, 31)), "day");
        assertRefused(on(LocalDate.of(StorableTime.LAST_YEAR + 1, 1, 1)), "day");
        assertRefused(on(LocalDate.MAX), "day");
        assertRefused(at(OffsetDateTime.MIN), "at");
        assertThat(StorableRecords.mended(on(LocalDate.MAX)).day()).isEqualTo("2200-12-31");
        assertThat(StorableRecords.mended(on(LocalDate.MIN)).day()).isEqualTo("1880-01-01");
        assertThat(StorableRecords.mended(at(OffsetDateTime.MIN)).at().getYear())
                .isEqualTo(StorableTime.FIRST_YEAR);
        assertThat(StorableRecords.mended(at(OffsetDateTime.MAX)).at().getYear())
                .isEqualTo(StorableTime.LAST_YEAR);
    }

    @Test
    void aNumberIsOne() {
        assertRefused(figure(Double.NaN), "figure");
        assertRefused(figure(Double.POSITIVE_INFINITY), "figure");
        assertThat(StorableRecords.normalised(figure(-0.0)).figure()).isEqualTo(0.0);
        assertThat(StorableRecords.mended(figure(Double.NaN)).figure()).isNull();
        assertThat(StorableRecords.normalised(figure(Double.MIN_VALUE)).figure())
                .isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void listsAndTextsHaveAnEnd() {
        List<String> words = Collections.nCopies(StorableRecords.MOST_ENTRIES + 1, "word");
        assertRefused(new Note("note-1", "", NOON, null, null, words, List.of(), Set.of()), "words");
        assertRefused(note("a".repeat(StorableRecords.LONGEST_TEXT + 1)), "text");
    }

    @Test
    void aSetStaysInItsOrder() {
        Set<Colour> colours = new LinkedHashSet<>(Set.of(Colour.RED));
        Note note = new Note("note-1", " text ", NOON, null, null, List.of(), List.of(), colours);
        assertThat(StorableRecords.normalised(note).colours()).isSameAs(colours);
    }
}
