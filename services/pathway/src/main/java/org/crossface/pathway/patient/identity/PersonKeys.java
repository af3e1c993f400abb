package org.crossface.pathway.patient.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.vocabulary.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Hashes by which a person is found again. The name and the birth date are hashed each for itself first, so that one of them can be corrected where the
 * other is not at hand.
 *
 * @param name of the words of family name and first given name, without regard to case, accents, punctuation and order
 * @param born of the birth date, as it is kept and as it is asked for
 * @param identifiers one for each number by which another system knows the person
 * @param earlier of name and birth date, as the release before reserved it; {@code null} after a correction
 */
public record PersonKeys(
        String name,
        Born born,
        List<String> identifiers,
        @Nullable String earlier) {

    /**
     * Hashes of a birth date. A date of which only the year is known may be any day of that year, and is found by each of them; so a day is kept as the
     * day, and as one within its month and its year, too.
     */
    public record Born(List<String> kept, List<String> asked) {

        private static final String WITHIN = "in ";

        public Born {
            kept = List.copyOf(kept);
            asked = List.copyOf(asked);
        }

        static Born of(PartialDate date) {
            String written = date.written();
            List<String> wider = Stream.of(4, 7)
                    .filter(length -> length < written.length())
                    .map(length -> written.substring(0, length))
                    .toList();
            Stream<String> within = date.isWhole() ? Stream.of() : Stream.of(WITHIN + written);
            return new Born(
                    hashed(Stream.concat(Stream.of(written), wider.stream().map(WITHIN::concat))),
                    hashed(Stream.concat(Stream.concat(Stream.of(written), wider.stream()), within)));
        }

        private static List<String> hashed(Stream<String> texts) {
            return texts.map(PersonKeys::sha256).toList();
        }
    }

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public PersonKeys {
        identifiers = List.copyOf(identifiers);
    }

    /**
     * The keys of a person.
     *
     * @param givenNames {@code null} or empty for a person with one name
     * @param identifiers each as {@code system|value}
     */
    public static PersonKeys of(
            String familyName, @Nullable String givenNames, PartialDate birthDate, List<String> identifiers) {
        String words = wordsOf(familyName, givenNames);
        return new PersonKeys(
                sha256(words), Born.of(birthDate), hashes(identifiers), sha256(words + "|" + birthDate.written()));
    }

    /** These keys of a person who bears another name. */
    public PersonKeys withName(String familyName, @Nullable String givenNames) {
        return new PersonKeys(sha256(wordsOf(familyName, givenNames)), born, identifiers, null);
    }

    /** These keys of a person who was born on another day. */
    public PersonKeys withBirthDate(PartialDate birthDate) {
        return new PersonKeys(name, Born.of(birthDate), identifiers, null);
    }

    /** These keys of a person whom other systems know by these numbers. */
    public PersonKeys withIdentifiers(List<String> numbers) {
        return new PersonKeys(name, born, hashes(numbers), earlier);
    }

    private static List<String> hashes(List<String> numbers) {
        return numbers.stream().map(each -> sha256(each.strip())).distinct().toList();
    }

    /** Under which names a registration of the person is kept. */
    List<String> kept() {
        return named(born.kept()).toList();
    }

    /** Under which names somebody who may be the person is kept. */
    List<String> asked() {
        return Stream.concat(named(born.asked()), Stream.ofNullable(earlier)).toList();
    }

    private Stream<String> named(List<String> dates) {
        return dates.stream().map(date -> sha256(name + "|" + date));
    }

    private static String wordsOf(String familyName, @Nullable String givenNames) {
        return Stream.concat(words(familyName), words(firstOf(givenNames)))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Whether two names are the same, without regard to case, accents and punctuation. */
    static boolean same(@Nullable String one, @Nullable String other) {
        return plain(one).equals(plain(other));
    }

    /** The first of several given names; empty when there is none. */
    static String firstOf(@Nullable String givenNames) {
        return Objects.requireNonNullElse(givenNames, "").strip().split("\\s+", 2)[0];
    }

    private static Stream<String> words(String name) {
        return Arrays.stream(plain(name).split(" ", -1)).filter(word -> !word.isEmpty());
    }

    /** Upper case comes first, since it writes out letters such as the German sharp s. */
    private static String plain(@Nullable String name) {
        String text =
                Objects.requireNonNullElse(name, "").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NO_LETTERS.matcher(bare).replaceAll(" ").strip();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
