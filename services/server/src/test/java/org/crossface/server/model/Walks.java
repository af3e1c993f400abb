package org.crossface.server.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.crossface.pathway.story.Step;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.vocabulary.FaceSide;

/**
 * Stories that lead to rules and events which random commands seldom reach: the stories of patients, and those in the folder {@code walks}
 * beside this class. To reach a rule or an event that the report of the model names, write a file there; {@link WalksTest} plays it in a
 * second, and every run of the model takes it up.
 */
final class Walks {

    /** Its patient wants the theatre and the hour of the one before, which no story of one patient can tell. */
    static final String RIVALS = "01-rivals";

    private static final List<String> STORIES = List.of("sc-02", "sc-06", "sc-09", "sc-11", "sc-14", "sc-17");

    private final Deque<Walk> next = new ArrayDeque<>(all());

    /**
     * A story under the name of its file.
     *
     * @param file reads it
     */
    record Walk(String name, Supplier<Teller> file) {

        /** The story. */
        Teller read() {
            return file.get();
        }
    }

    /** Tells a story for a patient who is paralysed on this side and has the first operation on this day. */
    @FunctionalInterface
    interface Teller {

        List<Step> steps(FaceSide paralysed, LocalDate stageOne);
    }

    /** The next walk; after the last one the first comes again, for a patient of another side and day. */
    Walk next() {
        Walk walk = next.remove();
        next.add(walk);
        return walk;
    }

    /** All of them, in the order of their names, those of this folder first. */
    static List<Walk> all() {
        return Stream.of(
                        ofFolder().stream().map(name -> ofFile(name, "/org/crossface/server/model/walks/" + name)),
                        Stream.of(new Walk("return-to-theatre", () -> Walks::returnToTheatre)),
                        STORIES.stream().map(name -> ofFile(name, "/stories/" + name)))
                .flatMap(each -> each)
                .toList();
    }

    private static Walk ofFile(String name, String resource) {
        return new Walk(name, () -> WrittenStory.read(resource + ".txt")::steps);
    }

    private static List<Step> returnToTheatre(FaceSide paralysed, LocalDate stageOne) {
        return Stream.concat(
                        WrittenStory.textbook()
                                .upTo("The second operation", "Score Aldrete", paralysed, stageOne)
                                .stream(),
                        WrittenStory.read("/stories/return-to-theatre.txt").steps(paralysed, stageOne).stream())
                .toList();
    }

    private static List<String> ofFolder() {
        try (Stream<Path> files = Files.list(
                Path.of(Objects.requireNonNull(Walks.class.getResource("walks")).toURI()))) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
