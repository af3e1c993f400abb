package org.crossface.coordination.patient;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types to find a person: parts of names in any order, with or without comma, accents and apostrophes; a birth date such as
 * {@code 1990-06-02}, or its year or month; a part of a pathway's number. A person is found when everything that was typed fits.
 *
 * @param words in the form of {@link #comparable}; a word with a digit is kept as typed, in small letters
 * @param birthDates every date among the words; a person of whom only the year or the month of birth is known fits each day of it
 */
public record PersonSearch(List<String> words, List<LocalDate> birthDates) {

    /**
     * A condition of SQL with the parameters {@code :words} and {@code :birthDates}. It asks the table of patients under the name {@code p}, and the
     * names of those who are linked with the person. A row
     * that an earlier release wrote has no text for searches until the view is built anew; its names are compared as they are.
     */
    public static final String CONDITION = """
            NOT EXISTS (SELECT FROM unnest(:words::text[]) AS word
                         WHERE strpos(concat_ws(' ', coalesce(p.search, lower(concat_ws(' ', p.family_name, p.given_name))),
                                 (SELECT string_agg(l.search, ' ') FROM view_patient.patient l
                                   WHERE l.main_id = p.patient_id)), word) = 0
                           AND NOT (word ~ '^[0-9]{4}(-[0-9]{2})?$' AND p.birth_date IS NOT NULL
                                    AND (strpos(p.birth_date, word) = 1 OR strpos(word, p.birth_date) = 1))
                           AND NOT %s)
              AND NOT EXISTS (SELECT FROM unnest(:birthDates::text[]) AS born
                               WHERE p.birth_date IS NULL OR strpos(born, p.birth_date) <> 1)
            """;

    private static final Pattern APOSTROPHE = Pattern.compile("['\u2018\u2019\u02BC\u02BB\u02B9\u2032\uFF07`\u00B4]");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BETWEEN_ENTRIES = Pattern.compile("[\\s,;]+");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    /** Letters that Unicode does not decompose into a letter and a mark. */
    private static final Map<String, String> LETTERS = Map.of(
            "\u00DF", "ss", "\u00E6", "ae", "\u0153", "oe", "\u00F8", "o", "\u0142", "l", "\u0111", "d", "\u00F0", "d",
            "\u00FE", "th", "\u0131", "i");

    private static final int LAST_YEAR = 9_999;

    /** The longest text that is searched for; a longer one is cut. */
    private static final int LONGEST = 200;

    public PersonSearch {
        words = List.copyOf(words);
        birthDates = List.copyOf(birthDates);
    }

    /** What this text asks for; everybody fits an empty one. */
    public static PersonSearch of(@Nullable String text) {
        List<String> words = new ArrayList<>();
        List<LocalDate> dates = new ArrayList<>();
        String typed = text == null ? "" : text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (String entry : BETWEEN_ENTRIES.split(typed, -1)) {
            Optional<LocalDate> date = date(entry);
            if (date.isPresent()) {
                dates.add(date.get());
            } else if (DIGIT.matcher(entry).find()) {
                words.add(entry.toLowerCase(Locale.ROOT));
            } else {
                Stream.of(comparable(entry).split(" ", -1))
                        .filter(word -> !word.isEmpty())
                        .forEach(words::add);
            }
        }
        return new PersonSearch(words, dates);
    }

    private static Optional<LocalDate> date(String entry) {
        try {
            return Optional.of(LocalDate.parse(entry))
                    .filter(date -> date.getYear() > 0 && date.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The words, for {@link #CONDITION}. */
    public String[] wordsArray() {
        return words.toArray(String[]::new);
    }

    /** The birth dates, for {@link #CONDITION}. */
    public String[] birthDatesArray() {
        return birthDates.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    /**
     * The text of a person that a search compares: the words of both names, and each name of several words also as one word, so that "de la Cruz"
     * and "delacruz" find the same.
     *
     * @return {@code null} for a person without names
     */
    static @Nullable String textOf(@Nullable String familyName, @Nullable String givenNames) {
        List<String> names = Stream.of(familyName, givenNames)
                .map(name -> name == null ? "" : comparable(name))
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty()
                ? null
                : Stream.concat(
                                names.stream(),
                                names.stream()
                                        .filter(name -> name.contains(" "))
                                        .map(name -> name.replace(" ", "")))
                        .collect(Collectors.joining(" "));
    }

    /** Small letters without marks and apostrophes; everything else is one space between words. */
    static String comparable(String name) {
        String plain = APOSTROPHE.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
        plain = MARK.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    }
}
