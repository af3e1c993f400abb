package org.crossface.pathway.followup;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.policy.Unit;
import org.crossface.pathway.vocabulary.SiteCalendar;

/**
 * How far something lies from what it counts from. Every number in it is a threshold of the policy.
 *
 * @param steps taken one after the other
 */
public record Offset(List<Step> steps) {

    /** No distance: when it starts. */
    public static final Offset START = new Offset(List.of());

    /** Keeps its own copy. */
    public Offset {
        steps = List.copyOf(steps);
    }

    /**
     * What an offset is reckoned with.
     *
     * @param zone whose days count: that of the centre, or for a contact that of the patient
     */
    public record Ruler(Policy policy, ZoneId zone, SiteCalendar calendar) {}

    /** One step of an offset. */
    sealed interface Step {

        Moment from(Moment before, Ruler ruler);

        String words(Policy policy);

        Stream<Threshold> thresholds();
    }

    /** As many units as the threshold says, forward or back. */
    private record By(Threshold threshold, boolean back) implements Step {

        @Override
        public Moment from(Moment before, Ruler ruler) {
            int value = ruler.policy().of(threshold);
            int count = back ? -value : value;
            LocalDate day = before.day();
            return switch (threshold.unit()) {
                case DAYS -> Moment.on(day.plusDays(count), ruler.zone());
                case WEEKS -> Moment.on(day.plusWeeks(count), ruler.zone());
                // The end of a shorter month stands for a day that it does not have.
                case MONTHS -> Moment.on(day.plusMonths(count), ruler.zone());
                case YEARS -> Moment.on(day.plusYears(count), ruler.zone());
                case BUSINESS_DAYS -> Moment.on(ruler.calendar().plusBusinessDays(day, value), ruler.zone());
                default -> {
                    Duration length = ruler.policy().durationOf(threshold);
                    yield Moment.at(before.at().plus(back ? length.negated() : length), ruler.zone());
                }
            };
        }

        @Override
        public String words(Policy policy) {
            return (back ? "- " : "+ ") + policy.of(threshold) + " "
                    + threshold.unit().label();
        }

        @Override
        public Stream<Threshold> thresholds() {
            return Stream.of(threshold);
        }
    }

    /** At an hour of the day. */
    private record AtHour(Threshold hour) implements Step {

        @Override
        public Moment from(Moment before, Ruler ruler) {
            LocalTime time = LocalTime.of(ruler.policy().of(hour), 0);
            return Moment.at(before.day().atTime(time).atZone(ruler.zone()).toInstant(), ruler.zone());
        }

        @Override
        public String words(Policy policy) {
            return "at " + LocalTime.of(policy.of(hour), 0);
        }

        @Override
        public Stream<Threshold> thresholds() {
            return Stream.of(hour);
        }
    }

    /** The day after: what lasts until a day is over when the next one begins. */
    private record DayAfter() implements Step {

        @Override
        public Moment from(Moment before, Ruler ruler) {
            return Moment.on(before.day().plusDays(1), ruler.zone());
        }

        @Override
        public String words(Policy policy) {
            return "the day after";
        }

        @Override
        public Stream<Threshold> thresholds() {
            return Stream.empty();
        }
    }

    /** So much later, in the unit of the threshold. */
    public Offset plus(Threshold threshold) {
        return and(new By(threshold, false));
    }

    /**
     * So much earlier, in the unit of the threshold.
     *
     * @throws IllegalArgumentException for business days, which no timer counts back
     */
    public Offset minus(Threshold threshold) {
        if (threshold.unit() == Unit.BUSINESS_DAYS) {
            throw new IllegalArgumentException("Business days are counted forward only");
        }
        return and(new By(threshold, true));
    }

    /** At this hour of that day. */
    public Offset at(Threshold hour) {
        return and(new AtHour(hour));
    }

    /** When that day is over. */
    public Offset dayAfter() {
        return and(new DayAfter());
    }

    private Offset and(Step step) {
        return new Offset(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /** Where it leads from this moment. */
    public Moment from(Moment start, Ruler ruler) {
        Moment reached = start;
        for (Step step : steps) {
            reached = step.from(reached, ruler);
        }
        return reached;
    }

    /** Such as {@code + 14 days}; {@code at once} for none. */
    public String words(Policy policy) {
        return steps.isEmpty()
                ? "at once"
                : steps.stream().map(step -> step.words(policy)).collect(Collectors.joining(" "));
    }

    /** The thresholds that it is made of. */
    public Stream<Threshold> thresholds() {
        return steps.stream().flatMap(Step::thresholds);
    }
}
