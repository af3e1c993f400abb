package org.crossface.pathway.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.api.FieldRange;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * A patient's story, written in the words of the forms; the text itself says how it is read. It becomes {@link Step}s for a patient of a
 * given side and day of operation, and whoever plays these decides how a command is given.
 */
public final class WrittenStory {

    private static final Pattern CHAPTER = Pattern.compile("# (?<title>.+), counted from day (?<day>-?\\d+)");
    private static final Pattern STEP =
            Pattern.compile("(?<when>\\S.*?)(, for (?<for>.+?))?(, every (?<every>.+) until (?<until>.+?))?  "
                    + "(?<role>[^:(]+?)( \\((?<user>.+)\\))?: (?<title>.+?)(, refused by (?<rule>(field )?\\S+))?");
    private static final Pattern LIKE =
            Pattern.compile("as SC-01: (?<chapter>[^,]+?)(, from (?<from>[^,]+))?(, up to (?<to>[^,]+))?");
    private static final Pattern SHOWN = Pattern.compile("=> (?<where>[a-z0-9.-]+): (?<what>.+)");
    private static final String EACH = "each of ";

    /** The reason for entering something late, which every form has. */
    private static final FieldSpec LATE = new FieldSpec(
            CircumstancesResolver.LATE_REASON,
            FieldKind.MULTILINE,
            null,
            new FieldRange("Why it is recorded only now", "", Double.NEGATIVE_INFINITY, 2000, 0, 200),
            List.of(),
            null,
            List.of(),
            List.of(),
            false,
            "");

    private static final CommandCatalogue CATALOGUE = CommandCatalogue.read();

    private final List<Written> steps = new ArrayList<>();

    /** A step as it is written, for patients of both sides and of any day. */
    private record Written(
            String chapter,
            long countedFrom,
            String when,
            @Nullable String happened,
            @Nullable String every,
            @Nullable String until,
            Role role,
            @Nullable String user,
            CommandSpec command,
            @Nullable String refusedBy,
            Map<FieldSpec, String> entered,
            List<Shown> shown) {

        private Written countedFrom(String otherChapter, long day) {
            return new Written(
                    otherChapter, day, when, happened, every, until, role, user, command, refusedBy, entered, shown);
        }

        private boolean is(String title) {
            return command.title().equals(title);
        }
    }

    WrittenStory(List<String> lines) {
        String chapter = "";
        long countedFrom = 0;
        for (String line : lines) {
            Matcher heading = CHAPTER.matcher(line);
            if (heading.matches()) {
                chapter = heading.group("title");
                countedFrom = Long.parseLong(heading.group("day"));
            } else if (!chapter.isEmpty() && line.startsWith(" ")) {
                read(steps.getLast(), line.strip());
            } else if (LIKE.matcher(line).matches()) {
                String told = chapter;
                long day = countedFrom;
                textbook().range(line).forEach(step -> steps.add(step.countedFrom(told, day)));
            } else if (!chapter.isEmpty() && !line.isBlank()) {
                steps.add(step(chapter, countedFrom, line));
            }
        }
    }

    /** The steps of this story that another one tells by referring to them; refused ones are left out. */
    private List<Written> range(String line) {
        Matcher like = LIKE.matcher(line);
        if (!like.matches()) {
            throw new IllegalArgumentException("Not a part of a story: " + line);
        }
        List<Written> chapter = steps.stream()
                .filter(step -> step.chapter().equals(like.group("chapter")))
                .filter(step -> step.refusedBy() == null)
                .toList();
        int first = like.group("from") == null ? 0 : indexOf(chapter, like.group("from"), true);
        int last = like.group("to") == null ? chapter.size() - 1 : indexOf(chapter, like.group("to"), false);
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("SC-01 has no such part: " + line);
        }
        return chapter.subList(first, last + 1);
    }

    private static int indexOf(List<Written> chapter, String title, boolean first) {
        IntStream places =
                IntStream.range(0, chapter.size()).filter(i -> chapter.get(i).is(title));
        return (first ? places.min() : places.max()).orElse(-1);
    }

    /** The textbook patient, {@code stories/sc-01.txt}. */
    public static WrittenStory textbook() {
        return Textbook.STORY;
    }

    /** Read once, since others refer to it again and again. */
    private static final class Textbook {

        private static final WrittenStory STORY = ofPatient("sc-01");
    }

    /** The story with this name, such as {@code sc-02}. */
    public static WrittenStory ofPatient(String name) {
        return read("/stories/" + name + ".txt");
    }

    /** The story in this file of the class path. */
    public static WrittenStory read(String resource) {
        try (InputStream text = Objects.requireNonNull(WrittenStory.class.getResourceAsStream(resource), resource)) {
            return new WrittenStory(new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Written step(String chapter, long countedFrom, String line) {
        Matcher step = STEP.matcher(line);
        if (!step.matches()) {
            throw new IllegalArgumentException("Not a step: " + line);
        }
        String title = step.group("title");
        return new Written(
                chapter,
                countedFrom,
                step.group("when"),
                step.group("for"),
                step.group("every"),
                step.group("until"),
                Stream.of(Role.values())
                        .filter(role -> role.label().equals(step.group("role")))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("Nobody has this role: " + line)),
                step.group("user"),
                CATALOGUE.ofPathways().stream()
                        .filter(spec -> spec.title().equals(title))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No form has this title: " + line)),
                step.group("rule"),
                new LinkedHashMap<>(),
                new ArrayList<>());
    }

    private static void read(Written step, String line) {
        Matcher shown = SHOWN.matcher(line);
        if (!shown.matches()) {
            enter(step, line);
            return;
        }
        for (String each : shown.group("what").split("; ", -1)) {
            int space = each.indexOf(' ');
            step.shown().add(new Shown(shown.group("where"), each.substring(0, space), each.substring(space + 1)));
        }
    }

    private static void enter(Written step, String line) {
        for (String entry : line.split("; ", -1)) {
            String label = entry.substring(0, entry.indexOf(": "));
            FieldSpec field = Stream.concat(step.command().fields().stream(), Stream.of(LATE))
                    .filter(each -> each.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "%s has no field %s".formatted(step.command().title(), label)));
            step.entered().put(field, entry.substring(entry.indexOf(": ") + 2));
        }
    }

    /** The titles of the chapters. */
    public List<String> chapters() {
        return steps.stream().map(Written::chapter).distinct().toList();
    }

    /**
     * All steps in the order of time, for a patient who is paralysed on this side and has the first operation on this day.
     *
     * @throws IllegalArgumentException if a value does not fit its field, or a chapter starts before the one above it has ended
     */
    public List<Step> steps(FaceSide paralysed, LocalDate stageOne) {
        List<Step> all = new ArrayList<>();
        for (String chapter : chapters()) {
            List<Step> told = steps.stream()
                    .filter(step -> step.chapter().equals(chapter))
                    .flatMap(step -> repeated(step, paralysed, stageOne))
                    .sorted((one, other) -> one.at().compareTo(other.at()))
                    .toList();
            if (!all.isEmpty() && told.getFirst().at().isBefore(all.getLast().at())) {
                throw new IllegalArgumentException("A chapter starts too early: " + chapter);
            }
            all.addAll(told);
        }
        return all;
    }

    /**
     * The steps up to the first of this title in this chapter, that one included.
     *
     * @throws IllegalArgumentException if there is none
     */
    public List<Step> upTo(String chapter, String title, FaceSide paralysed, LocalDate stageOne) {
        List<Step> all = steps(paralysed, stageOne);
        for (int i = 0; i < all.size(); i++) {
            Step step = all.get(i);
            if (step.chapter().equals(chapter) && step.command().title().equals(title) && step.refusedBy() == null) {
                return all.subList(0, i + 1);
            }
        }
        throw new IllegalArgumentException("No such step: " + title);
    }

    private static Stream<Step> repeated(Written step, FaceSide paralysed, LocalDate stageOne) {
        StoryTime from = new StoryTime(stageOne.plusDays(step.countedFrom()));
        return from.times(step.when(), step.every(), step.until()).stream()
                .flatMap(at -> entries(step)
                        .map(entered -> new Step(
                                step.chapter(),
                                at,
                                step.happened() == null ? at : from.moment(step.happened()),
                                step.role(),
                                step.user(),
                                step.command(),
                                new StoryValues(paralysed, from, at).of(entered),
                                step.refusedBy(),
                                step.shown())));
    }

    /** What is entered, once for each value of a field that has {@code each of} them. */
    private static Stream<Map<FieldSpec, String>> entries(Written step) {
        return step.entered().entrySet().stream()
                .filter(entry -> entry.getValue().startsWith(EACH))
                .findFirst()
                .map(entry -> Arrays.stream(
                                entry.getValue().substring(EACH.length()).split(", "))
                        .map(value -> {
                            Map<FieldSpec, String> entered = new LinkedHashMap<>(step.entered());
                            entered.put(entry.getKey(), value);
                            return entered;
                        }))
                .orElseGet(() -> Stream.of(step.entered()));
    }
}
