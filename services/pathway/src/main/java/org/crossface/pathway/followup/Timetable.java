package org.crossface.pathway.followup;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.followup.calendar.Calendars;
import org.crossface.pathway.followup.calendar.ContactWindow;
import org.crossface.pathway.followup.calendar.PatientZones;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.oversight.Handling;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.jspecify.annotations.Nullable;

/**
 * Everything that has to happen on a pathway, with its moments: a pure function of the effective facts, the policy and the calendars. Where a task
 * stands at an instant follows from its moments, so that there is no clock in it and no job keeps it: a correction, a retraction, a death or another
 * policy needs no code of its own here, and the state of an earlier instant has the timetable of that instant.
 *
 * @param tasks an emergency, then the earliest first; those without a date come last
 */
public record Timetable(List<OpenTask> tasks) {

    private static final Comparator<OpenTask> ORDER = comparing(
                    (OpenTask task) -> !task.timer().equals(RecoveryTimers.FLAP_EMERGENCY))
            .thenComparing(Timetable::dueOn, nullsLast(naturalOrder()))
            .thenComparing(OpenTask::code)
            .thenComparing(OpenTask::key);

    /** Keeps its own copy, in its order. */
    public Timetable {
        tasks = tasks.stream().sorted(ORDER).toList();
    }

    /** The timetable of this state, by the clock where the patient lives or lodges. */
    public static Timetable of(PathwayState state, Policy policy) {
        return of(state, policy, calendars(state, policy));
    }

    /** The days and hours that this pathway is reckoned with. */
    private static Calendars calendars(PathwayState state, Policy policy) {
        Intake intake = state.intake();
        return intake.referred()
                ? new Calendars(intake.zoneId(), policy.calendarOf(intake.siteId()), zones(state))
                : Calendars.of(Given.BEFORE_REFERRAL);
    }

    /** Where the patient is, at home or in a lodging; only after the referral. */
    public static PatientZones zones(PathwayState state) {
        Intake intake = state.intake();
        return new PatientZones(
                intake.homeZone(),
                intake.lodgings().stream()
                        .map(each -> new PatientZones.Lodging(
                                each.from(), Objects.requireNonNullElse(each.until(), LocalDate.MAX), each.zone()))
                        .toList());
    }

    /** The timetable of this state. */
    public static Timetable of(PathwayState state, Policy policy, Calendars calendars) {
        Given given = new Given(state, policy, calendars);
        List<OpenTask> tasks = new ArrayList<>();
        Timers.ALL.forEach(timer ->
                timer.cycles(given).map(cycle -> task(timer, cycle, given)).forEach(tasks::add));
        tasks.addAll(LossTimers.tasks(tasks, given));
        return new Timetable(tasks);
    }

    /** The tasks that exist at this instant, in their order. */
    public List<OpenTask> at(Instant instant) {
        return tasks.stream().filter(task -> task.at(instant).isPresent()).toList();
    }

    /** The first instant after this one at which a task stands otherwise than before; empty when only a fact can change something. */
    public Optional<Instant> nextChange(Instant after) {
        return tasks.stream().flatMap(task -> task.nextChange(after).stream()).min(naturalOrder());
    }

    /** What somebody has to do, in their order; without messages and notices. */
    public List<OpenTask> work() {
        return tasks.stream().filter(task -> task.timer().kind().asksForWork()).toList();
    }

    private static @Nullable LocalDate dueOn(OpenTask task) {
        return task.due() == null ? null : task.due().day();
    }

    static OpenTask task(Timer timer, Cycle cycle, Given given) {
        Policy policy = given.policy();
        boolean contact = timer.kind().concernsPatient();
        ZoneId zone = contact ? zone(cycle, given) : given.calendars().zone();
        String counts = start(cycle, given);
        Handling handling = given.state().oversight().handlings().of(timer.code(), cycle.key(), counts);
        if (cycle.undated()) {
            return new OpenTask(
                    timer,
                    cycle.key(),
                    timer.name() + cycle.detail(),
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    cycle.endsAt(),
                    counts,
                    handling);
        }
        Offset.Ruler ruler = new Offset.Ruler(policy, zone, given.calendars().site());
        Moment start = cycle.instant() == null
                ? Moment.on(Objects.requireNonNull(cycle.day()), zone)
                : Moment.at(cycle.instant(), zone);
        Moment due = placed(timer.due().from(start, ruler), contact, given);
        Offset late = timer.overdue();
        Moment overdue = late == null
                ? null
                : placed(late.from(start, ruler), contact, given).notBefore(due);
        List<OpenTask.Told> steps = told(timer, cycle, start, overdue, ruler, handling);
        Moment opens = timer.opens().steps().isEmpty() ? null : timer.opens().from(start, ruler);
        return new OpenTask(
                timer,
                cycle.key(),
                timer.name() + cycle.detail(),
                null,
                opens,
                due,
                overdue,
                steps,
                cycle.endsAt(),
                counts,
                handling);
    }

    /** What the task counts from; what waits without a date, from the phase in which it waits. */
    private static String start(Cycle cycle, Given given) {
        return Stream.of(Optional.ofNullable(cycle.instant()), Optional.ofNullable(cycle.day()))
                .flatMap(Optional::stream)
                .map(Object::toString)
                .findFirst()
                .orElseGet(
                        () -> given.state().phases().getLast().at().toInstant().toString());
    }

    private static ZoneId zone(Cycle cycle, Given given) {
        return cycle.instant() == null
                ? given.calendars().patient().on(Objects.requireNonNullElse(cycle.day(), LocalDate.EPOCH))
                : given.calendars().patient().at(cycle.instant());
    }

    /**
     * Who is told when; the steps that depend on the facts are numbered last. Once somebody has the escalation in hand, the steps that follow are
     * not reached, but for those that count from the start or follow from a fact: they come whatever was done meanwhile.
     */
    private static List<OpenTask.Told> told(
            Timer timer, Cycle cycle, Moment start, @Nullable Moment overdue, Offset.Ruler ruler, Handling handling) {
        List<OpenTask.Told> steps = new ArrayList<>();
        int number = 0;
        for (Escalation each : timer.ladder()) {
            number++;
            Moment from = each.fromStart() ? start : overdue;
            if (from != null) {
                Instant at = each.after().from(from, ruler).at();
                if (each.fromStart() || !isStopped(at, handling)) {
                    steps.add(new OpenTask.Told(number, each.role(), each.who(), at));
                }
            }
        }
        for (Cycle.Extra extra : cycle.more()) {
            number++;
            steps.add(new OpenTask.Told(number, extra.who().role(), extra.who().who(), extra.at()));
        }
        return steps;
    }

    private static boolean isStopped(Instant step, Handling handling) {
        Handling.Acknowledged acknowledged = handling.acknowledged();
        return acknowledged != null && step.isAfter(acknowledged.at());
    }

    /** A contact waits for the hours in which patients are contacted. */
    private static Moment placed(Moment moment, boolean contact, Given given) {
        if (!contact) {
            return moment;
        }
        Instant at = ContactWindow.of(given.policy())
                .next(moment.at(), given.calendars().patient());
        return Moment.at(at, given.calendars().patient().at(at), moment.timed());
    }
}
