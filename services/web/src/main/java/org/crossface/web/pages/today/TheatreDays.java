package org.crossface.web.pages.today;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.story.Wording;
import org.crossface.coordination.theatre.TheatreCase;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.Rung;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.web.pages.Names;
import org.crossface.web.pages.SiteTimes;
import org.crossface.web.pages.StaffNames;
import org.jspecify.annotations.Nullable;

/** Creates the view model of a theatre day: patients by step, delays, recovery times and missing discharge criteria. */
final class TheatreDays {

    private static final double FULL = 100.0;

    /** Minimum free space beside a bar for its text to overflow, percent of the axis. */
    private static final double ROOM = 6.0;

    private final SiteTimes times;
    private final Names names;
    private final StaffNames staff;
    private final Policy policy;
    private final Instant now;

    TheatreDays(SiteTimes times, Names names, StaffNames staff, Policy policy) {
        this.times = times;
        this.staff = staff;
        this.names = names;
        this.policy = policy;
        this.now = times.now();
    }

    /** @param bedside what people beside the patient have to know, by case */
    DayView day(LocalDate day, List<TheatreCase> all, Map<String, Bedside> bedside, List<BoardRow> emergencies) {
        List<TheatreCase> cases =
                all.stream().filter(each -> !each.isCancelled()).toList();
        List<Course> courses = Course.of(cases, now, policy);
        boolean today = day.equals(times.today());
        HourAxis axis = HourAxis.of(
                day,
                times.zone(),
                Stream.concat(courses.stream().flatMap(TheatreDays::instants), today ? Stream.of(now) : Stream.of()));
        List<DayView.Room> rooms = rooms(courses, axis);
        return new DayView(
                steps(cases),
                (int) rooms.stream().filter(room -> !room.late().isEmpty()).count(),
                (int) cases.stream().filter(this::waitsLong).count(),
                axis.hours(),
                today && axis.contains(now) ? axis.x(now) : null,
                rooms,
                stays(courses, axis),
                today ? new AttentionList(times, names, policy, now).of(courses, bedside, emergencies) : List.of(),
                courses.stream()
                        .map(course -> line(
                                course, bedside.getOrDefault(course.theatre().caseId(), Bedside.UNKNOWN)))
                        .sorted(comparingInt(DayView.Line::reached).reversed())
                        .toList());
    }

    private static Stream<Instant> instants(Course course) {
        return Stream.of(
                course.start(),
                course.end(),
                course.theatre().plannedStart(),
                course.theatre().plannedEnd());
    }

    private boolean waitsLong(TheatreCase each) {
        return each.recoveryAt() != null
                && each.departedAt() == null
                && now.isAfter(each.recoveryAt().plus(policy.durationOf(Threshold.RECOVERY_REVIEW_HOURS)));
    }

    private Rung rung(TheatreCase each) {
        return each.rungAt(now);
    }

    private List<DayView.Step> steps(List<TheatreCase> cases) {
        Map<Rung, List<TheatreCase>> byRung =
                cases.stream().filter(each -> each.takenBackAt() == null).collect(Collectors.groupingBy(this::rung));
        return Stream.of(Rung.values())
                .map(rung -> {
                    List<TheatreCase> here = byRung.getOrDefault(rung, List.of());
                    String who = here.stream().map(this::brief).collect(Collectors.joining(", "));
                    return new DayView.Step(rung, RungLook.tone(rung), RungLook.icon(rung), here.size(), who);
                })
                .toList();
    }

    private String brief(TheatreCase each) {
        return names.brief(each.familyName(), each.givenName(), each.erased(), each.number());
    }

    private String name(TheatreCase each) {
        return names.of(each.familyName(), each.givenName(), each.erased());
    }

    static String procedure(TheatreCase each) {
        if (each.returned()) {
            return "return to theatre";
        }
        return each.stage() == Stage.ONE ? "stage one" : "stage two";
    }

    private List<DayView.Room> rooms(List<Course> courses, HourAxis axis) {
        Map<String, List<Course>> byRoom = courses.stream()
                .collect(Collectors.groupingBy(each -> each.theatre().room(), LinkedHashMap::new, Collectors.toList()));
        List<DayView.Room> rooms = new ArrayList<>();
        byRoom.forEach((room, here) -> rooms.add(new DayView.Room(
                room,
                here.stream()
                        .flatMap(each -> each.theatre().surgeonIds().stream())
                        .distinct()
                        .map(staff::name)
                        .collect(Collectors.joining(", ")),
                late(here),
                bars(here, axis))));
        return rooms;
    }

    /** The delay of the first late case that has not left theatre; empty without one. */
    private static String late(List<Course> here) {
        return here.stream()
                .filter(each ->
                        each.theatre().leftAt() == null && each.theatre().endedAs() == null && each.isLate())
                .findFirst()
                .map(each -> SiteTimes.span(each.delay()) + " late")
                .orElse("");
    }

    private List<DayView.Bar> bars(List<Course> here, HourAxis axis) {
        List<DayView.Bar> bars = new ArrayList<>();
        List<Course> inOrder = here.stream().sorted(comparing(Course::start)).toList();
        for (int i = 0; i < inOrder.size(); i++) {
            double next = i + 1 < inOrder.size() ? axis.x(inOrder.get(i + 1).start()) : FULL;
            bars.add(bar(inOrder.get(i), axis, next));
        }
        return bars;
    }

    /** @param next start of the next bar; the text may overflow up to it */
    private DayView.Bar bar(Course course, HourAxis axis, double next) {
        TheatreCase each = course.theatre();
        boolean todo = each.enteredAt() == null;
        boolean running = course.isInTheatre();
        String tone = !todo && !running ? "done" : course.isLate() ? "late" : running ? "active" : "plan";
        boolean over = running && course.end().isAfter(each.plannedEnd()) && course.isLate();
        double x = axis.x(course.start());
        double width = axis.width(course.start(), course.end());
        Double overFrom = over && width > 0 ? axis.width(course.start(), each.plannedEnd()) / width * FULL : null;
        double passed = running && width > 0 ? Math.min(1, axis.width(course.start(), now) / width) * FULL : 0;
        return new DayView.Bar(
                each.pathwayId(),
                axis.x(each.plannedStart()),
                axis.width(each.plannedStart(), each.plannedEnd()),
                x,
                width,
                tone,
                todo,
                Math.round(passed * FULL) / FULL,
                overFrom,
                overFrom == null ? null : FULL - overFrom,
                names.ofFirst(each.familyName(), each.givenName(), each.erased()) + " · " + procedure(each),
                sides(each),
                status(course),
                next - x > width + ROOM);
    }

    private static String sides(TheatreCase each) {
        List<String> parts = new ArrayList<>();
        if (each.side() != null) {
            parts.add("Paralysed " + each.side());
        }
        if (each.donorSide() != null) {
            parts.add((each.stage() == Stage.ONE ? "leg " : "thigh ") + each.donorSide());
        }
        if (each.ischemiaMinutes() != null) {
            parts.add("ischemia " + each.ischemiaMinutes() + " min");
        }
        return String.join(" · ", parts);
    }

    private String status(Course course) {
        TheatreCase each = course.theatre();
        if (each.endedAs() != null && each.leftAt() == null) {
            return each.endedAs().replace('_', ' ').toLowerCase(Locale.ROOT);
        }
        if (each.leftAt() != null) {
            return "Out " + times.time(each.leftAt());
        }
        if (each.enteredAt() != null) {
            return course.isLate()
                    ? "In theatre · " + SiteTimes.span(course.delay()) + " over"
                    : "In theatre since " + times.time(each.enteredAt());
        }
        String where = rung(each).label();
        return course.isLate()
                ? where + " · " + times.time(course.start()) + ", " + SiteTimes.span(course.delay()) + " late"
                : where;
    }

    private List<DayView.Stay> stays(List<Course> courses, HourAxis axis) {
        Recovering recovering = new Recovering(times, axis, policy, now);
        return courses.stream()
                .filter(each -> each.theatre().recoveryAt() != null || each.isInTheatre())
                .sorted(comparing((Course each) -> rung(each.theatre()))
                        .reversed()
                        .thenComparing(Course::end))
                .map(each -> recovering.stay(each, name(each.theatre()), rung(each.theatre())))
                .filter(Objects::nonNull)
                .toList();
    }

    private DayView.Line line(Course course, Bedside bedside) {
        TheatreCase each = course.theatre();
        Rung rung = rung(each);
        return new DayView.Line(
                each.pathwayId(),
                name(each),
                each.number(),
                Wording.capital(procedure(each)),
                each.side(),
                bedside.allergies(),
                bedside.risk(),
                each.room(),
                times.time(course.start()) + " to " + times.time(course.end()),
                course.isLate() ? SiteTimes.span(course.delay()) + " late" : "on time",
                course.isLate(),
                rung,
                Stream.of(Rung.values()).toList().indexOf(rung),
                RungLook.tone(rung),
                RungLook.icon(rung),
                each.endedAs() == null
                                || (rung == Rung.DISCHARGED && each.endedAs().equals("DISCHARGED"))
                        ? rung.label()
                        : ended(each.endedAs()),
                next(each, rung),
                "");
    }

    private static String ended(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String next(TheatreCase each, Rung rung) {
        return switch (rung) {
            case EXPECTED -> "Admit";
            case ADMITTED -> "Prepare";
            case PRE_OP -> "Into theatre " + times.time(each.plannedStart());
            case IN_THEATRE -> "Sign out";
            case READY -> "Discharge";
            case DISCHARGED -> destination(each.destination()) + times.time(each.departedAt());
            case RECOVERY -> missing(each);
        };
    }

    private static String destination(@Nullable String destination) {
        return destination == null ? "" : ended(destination) + " ";
    }

    private String missing(TheatreCase each) {
        return each.shownGate().stream()
                .filter(item -> !item.isMet(now))
                .map(item -> item.label(now))
                .findFirst()
                .orElse("");
    }
}
