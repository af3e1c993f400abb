package org.crossface.pathway.patient.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hashes by which a person is found again. The name and the birth date are hashed each for itself first, so that one of them can be corrected where the
 * other is not at hand.
 *
 * @param name of the words of family name and first given name, without regard to case, accents, punctuation and order
 * @param born of the birth date
 * @param identifiers one for each number by which another system knows the person
 * @param earlier of name and birth date, as the release before reserved it; {@code null} after a correction
 */
public record PersonKeys(
        String name,
        String born,
        List<String> identifiers,
        @Nullable String earlier) {

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
            String familyName, @Nullable String givenNames, LocalDate birthDate, List<String> identifiers) {
        String words = wordsOf(familyName, givenNames);
        return new PersonKeys(
                sha256(words),
                sha256(birthDate.toString()),
                identifiers.stream()
                        .map(each -> sha256(each.strip()))
                        .distinct()
                        .toList(),
                sha256(words + "|" + birthDate));
    }

    /** These keys of a person who bears another name. */
    public PersonKeys withName(String familyName, @Nullable String givenNames) {
        return new PersonKeys(sha256(wordsOf(familyName, givenNames)), born, identifiers, null);
    }

    /** These keys of a person who was born on another day. */
    public PersonKeys withBirthDate(LocalDate birthDate) {
        return new PersonKeys(name, sha256(birthDate.toString()), identifiers, null);
    }

    /** Under which names a registration of the person is kept. */
    List<String> kept() {
        return List.of(sha256(name + "|" + born));
    }

    /** Under which names somebody who may be the person is kept. */
    List<String> asked() {
        return Stream.concat(kept().stream(), Stream.ofNullable(earlier)).toList();
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
