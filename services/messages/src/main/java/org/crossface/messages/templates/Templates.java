package org.crossface.messages.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.correspondence.MessageKind;

/**
 * The texts of messages: a file for each kind and language, whose first line is the subject. They say no more than that somebody should call or
 * look; whoever reads a mail over a shoulder learns no diagnosis.
 */
public final class Templates {

    /** Kind of the messages that tell the staff of an escalation. */
    public static final String ESCALATION = "escalation";

    /** The languages of the messages to patients; the first one stands for every other language. */
    public static final List<String> LANGUAGES = List.of("en", "de", "es");

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Map<String, Text> read = new ConcurrentHashMap<>();

    /** What a place in a text stands for. */
    public enum Place {
        /** Name of the surgery centre. */
        CENTRE,
        /** Number of the pathway. */
        NUMBER,
        /** The row of the clinical reference that waits, such as {@code T-17}. */
        ROW,
        /** Since when it waits. */
        SINCE,
        /** Where to look. */
        LINK;

        /** As it stands in a text, without braces. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Set<String> words() {
            return Stream.of(values()).map(Place::word).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A text as it is sent, or with its places unfilled. */
    public record Text(String subject, String body) {}

    /** Name of the templates of this kind. */
    public static String nameOf(MessageKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The language in which a patient is written to: the preferred one where there are texts in it. */
    public static String languageFor(String preferred) {
        String wanted = Locale.forLanguageTag(preferred).getLanguage();
        return LANGUAGES.contains(wanted) ? wanted : LANGUAGES.getFirst();
    }

    /**
     * A text with its places filled.
     *
     * @throws IllegalArgumentException if there is no such text, or a place of it is not given
     */
    public Text filled(String kind, String language, Map<Place, String> given) {
        Text text = unfilled(kind, language);
        return new Text(fill(text.subject(), given), fill(text.body(), given));
    }

    /**
     * A text as its file holds it.
     *
     * @throws IllegalArgumentException if there is no such text, or it has an unknown place
     */
    public Text unfilled(String kind, String language) {
        return read.computeIfAbsent(kind + '.' + language, Templates::load);
    }

    private static Text load(String name) {
        try (InputStream file = Templates.class.getResourceAsStream("/messages/" + name + ".txt")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no text " + name);
            }
            String[] parts = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2);
            Text text = new Text(parts[0].strip(), parts[1].strip());
            Set<String> unknown = places(text);
            unknown.removeAll(Place.words());
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("The text " + name + " has places that nobody fills: " + unknown);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The places of a text. */
    static Set<String> places(Text text) {
        return Stream.of(text.subject(), text.body())
                .flatMap(part -> PLACE.matcher(part).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String fill(String text, Map<Place, String> given) {
        return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, given)));
    }

    private static String value(MatchResult place, Map<Place, String> given) {
        String value = given.get(Place.valueOf(place.group(1).toUpperCase(Locale.ROOT)));
        if (value == null) {
            throw new IllegalArgumentException("Nothing is given for {" + place.group(1) + "}");
        }
        // A value cannot begin another line, which in a subject would be another header.
        return value.replaceAll("\\s+", " ");
    }
}
