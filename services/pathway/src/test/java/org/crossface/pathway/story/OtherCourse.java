package org.crossface.pathway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.Course;
import org.crossface.pathway.Samples;
import org.crossface.pathway.Samples.Absent;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;

/**
 * A course that differs from the textbook: chapters of the textbook patient, some of them more than once and on other days, with other values
 * in some fields, and what happens between them. The patient is paralysed on the left unless a chapter says otherwise.
 */
final class OtherCourse {

    private static final WrittenStory TEXTBOOK = WrittenStory.textbook();

    /** From the first operation of the textbook to the second one. */
    private static final int SECOND_OPERATION = 266;

    private final PathwayInMemory pathway = new PathwayInMemory("pathway-1", "P-0101", "OR-2");

    /**
     * The steps of a chapter that are taken.
     *
     * @param operatedOn day of the operation from which the chapter counts
     * @param values what is entered instead, by the names of the fields; {@link Absent} for a field that is left empty
     */
    static List<Step> chapter(String title, LocalDate operatedOn, Map<String, ?> values) {
        boolean second = title.equals("The second operation") || title.equals("Therapy and outcome");
        return TEXTBOOK.steps(FaceSide.LEFT, second ? operatedOn.minusDays(SECOND_OPERATION) : operatedOn).stream()
                .filter(step -> step.chapter().equals(title) && step.refusedBy() == null)
                .map(step -> with(step, values))
                .toList();
    }

    private static Step with(Step step, Map<String, ?> values) {
        Map<String, Object> entered = new HashMap<>(step.values());
        values.forEach((name, value) -> {
            boolean newName = name.equals("flapId")
                    && FlapCommand.class.isAssignableFrom(step.command().type());
            if (value instanceof Absent) {
                entered.remove(name);
            } else if (newName || entered.containsKey(name)) {
                entered.put(name, value);
            }
        });
        return new Step(
                step.chapter(),
                step.at(),
                step.happened(),
                step.role(),
                step.user(),
                step.command(),
                entered,
                step.refusedBy(),
                step.shown());
    }

    /** The steps but for those of these titles. */
    static List<Step> without(List<Step> steps, String... titles) {
        return steps.stream()
                .filter(step -> !List.of(titles).contains(step.command().title()))
                .toList();
    }

    /** The steps until the end of a day, or those after it. */
    static Map<Boolean, List<Step>> until(LocalDate day, List<Step> steps) {
        return steps.stream()
                .collect(Collectors.partitioningBy(
                        step -> !step.at().toLocalDate().isAfter(day)));
    }

    /** Plays what several lists tell, in the order of time. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    final OtherCourse play(List<Step>... lists) {
        pathway.play(Stream.of(lists)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Step::at))
                .toList());
        return this;
    }

    /** A surgeon's command at noon of that day is taken. */
    OtherCourse take(Class<? extends PathwayCommand> command, LocalDate day, Map<String, ?> values) {
        assertThat(give(command, day, values)).as("%s", command.getSimpleName()).isEmpty();
        return this;
    }

    /** A surgeon's command at noon of that day is refused by this rule, among others or alone. */
    OtherCourse refuse(String rule, Class<? extends PathwayCommand> command, LocalDate day, Map<String, ?> values) {
        assertThat(give(command, day, values))
                .as("%s", command.getSimpleName())
                .map(refused -> refused.broken().stream()
                        .map(broken -> broken.rule().id())
                        .toList())
                .hasValueSatisfying(rules -> assertThat(rules).contains(rule));
        return this;
    }

    private Optional<CommandRefused> give(
            Class<? extends PathwayCommand> command, LocalDate day, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(Map.of("occurredAt", Course.noon(day.toString())));
        if (FlapCommand.class.isAssignableFrom(command)) {
            all.put("flapId", Absent.ABSENT);
        }
        all.putAll(values);
        return pathway.give("surgeon-osei", Role.SURGEON, Samples.of(command, all));
    }

    PathwayInMemory pathway() {
        return pathway;
    }

    PathwayState state() {
        return pathway.state();
    }

    /** The only muscle of which this is true. */
    MuscleFlap muscle(Predicate<MuscleFlap> which) {
        List<MuscleFlap> found = state().flaps().all().stream().filter(which).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
