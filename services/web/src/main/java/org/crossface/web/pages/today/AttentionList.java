package org.crossface.web.pages.today;

import static java.util.Comparator.comparingInt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.story.Wording;
import org.crossface.coordination.theatre.GateItem;
import org.crossface.coordination.theatre.TheatreCase;
import org.crossface.pathway.oversight.Concern;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.Rung;
import org.crossface.web.pages.Names;
import org.crossface.web.pages.SiteTimes;
import org.jspecify.annotations.Nullable;

/** The cases that need staff attention now, the most urgent first. */
final class AttentionList {

    private final SiteTimes times;
    private final Names names;
    private final Policy policy;
    private final Instant now;

    AttentionList(SiteTimes times, Names names, Policy policy, Instant now) {
        this.times = times;
        this.names = names;
        this.policy = policy;
        this.now = now;
    }

    List<DayView.Attention> of(List<Course> courses, Map<String, Bedside> bedside, List<BoardRow> emergencies) {
        List<DayView.Attention> found = new ArrayList<>();
        for (Course course : courses) {
            Bedside known = bedside.getOrDefault(course.theatre().caseId(), Bedside.UNKNOWN);
            known.concerns().forEach(each -> concern(course.theatre(), each, found));
            if (course.theatre().departedAt() == null && course.theatre().endedAs() == null) {
                contradiction(course, found);
                flap(course, found);
                recovery(course, found);
                theatre(course, found);
                antibiotic(course.theatre(), known.antibioticAt(), found);
                flapCheck(course.theatre(), known.flapCheckAt(), found);
            }
        }
        emergencies.stream()
                .filter(each -> courses.stream().noneMatch(course -> showsFlap(course, each.pathwayId())))
                .forEach(each -> emergency(each, found));
        found.sort(comparingInt(
                each -> each.tone().equals("late") ? 0 : each.tone().equals("risk") ? 1 : 2));
        return found;
    }

    /** Stays until its owner has closed it, also when the patient has gone. */
    private void concern(TheatreCase each, Concern open, List<DayView.Attention> found) {
        add(
                found,
                each,
                "late",
                "octagon-alert",
                Wording.words(open.kind()),
                times.time(open.since().toInstant()),
                "Open until "
                        + open.kind().owners().stream()
                                .map(Wording::words)
                                .sorted()
                                .collect(Collectors.joining(" or "))
                        + " has looked into it.");
    }

    private void antibiotic(TheatreCase each, @Nullable Instant again, List<DayView.Attention> found) {
        if (again != null) {
            boolean due = !now.isBefore(again);
            add(
                    found,
                    each,
                    due ? "late" : "plan",
                    "timer",
                    due ? "antibiotic is due again" : "antibiotic again later",
                    (due ? "since " : "at ") + times.time(again),
                    policy.fill(
                            "It is given again {antibioticAgainHours} h after the last dose while the wound is open."));
        }
    }

    private void flapCheck(TheatreCase each, @Nullable Instant next, List<DayView.Attention> found) {
        if (next != null && each.recoveryAt() != null) {
            boolean due = !now.isBefore(next);
            add(
                    found,
                    each,
                    due ? "late" : "plan",
                    "timer",
                    due ? "flap check is due" : "flap check later",
                    (due ? "since " : "at ") + times.time(next),
                    policy.fill(
                            "Completed with a deviation: the flap is checked every {flapCheckDenserMinutes} min for {flapCheckDenserHours} h."));
        }
    }

    private static boolean showsFlap(Course course, String pathwayId) {
        TheatreCase each = course.theatre();
        return each.pathwayId().equals(pathwayId) && each.departedAt() == null && each.flapInDoubtSince() != null;
    }

    private String brief(TheatreCase each) {
        return names.brief(each.familyName(), each.givenName(), each.erased(), each.number());
    }

    private void contradiction(Course course, List<DayView.Attention> found) {
        TheatreCase each = course.theatre();
        if (!each.contradictions().isEmpty()) {
            add(
                    found,
                    each,
                    "late",
                    "triangle-alert",
                    "record contradicts " + String.join(", ", each.contradictions()),
                    "",
                    "A correction took the ground from a recorded fact. The next step waits until somebody decides.");
        }
    }

    /** Wherever the patient is: in a facility, at home, or still here. */
    private void emergency(BoardRow row, List<DayView.Attention> found) {
        found.add(new DayView.Attention(
                "late",
                "siren",
                names.brief(row.familyName(), row.givenName(), row.erased(), row.number()) + ": flap emergency",
                "since " + times.dateTime(Objects.requireNonNull(row.flapEmergencyAt())),
                policy.fill(
                        "A threat to the flap waits for an answer. The surgeon answers within {flapDoubtAnswerMinutes} min."),
                row.pathwayId()));
    }

    private void flap(Course course, List<DayView.Attention> found) {
        TheatreCase each = course.theatre();
        Instant suspected = each.flapInDoubtSince();
        if (suspected != null) {
            add(
                    found,
                    each,
                    "late",
                    "siren",
                    "flap in doubt",
                    times.time(suspected),
                    policy.fill("A check did not pass. The surgeon answers within {flapDoubtAnswerMinutes} min."));
        }
    }

    private void recovery(Course course, List<DayView.Attention> found) {
        TheatreCase each = course.theatre();
        Instant begin = each.recoveryAt();
        if (begin == null) {
            return;
        }
        Duration stay = Duration.between(begin, now);
        Duration untilReview = policy.durationOf(Threshold.RECOVERY_REVIEW_HOURS);
        Duration untilDecision = policy.durationOf(Threshold.RECOVERY_DECISION_HOURS);
        Duration soon = policy.durationOf(Threshold.RECOVERY_REVIEW_SOON_MINUTES);
        if (each.rungAt(now) == Rung.READY) {
            ready(each, found);
        } else if (stay.compareTo(untilDecision) > 0 && each.extendedAt() == null) {
            add(
                    found,
                    each,
                    "late",
                    "triangle-alert",
                    "same day unlikely",
                    SiteTimes.span(stay),
                    policy.fill("{recoveryDecisionHours} hours in recovery are over: decide on extended recovery."));
        } else if (stay.compareTo(untilReview.minus(soon)) > 0 && stay.compareTo(untilDecision) <= 0) {
            Instant review = begin.plus(untilReview);
            String when = now.isBefore(review)
                    ? "in " + SiteTimes.span(Duration.between(now, review))
                    : "since " + times.time(review);
            add(
                    found,
                    each,
                    "risk",
                    "bed",
                    policy.fill("{recoveryReviewHours} h recovery review"),
                    when,
                    missing(each));
        }
    }

    private void ready(TheatreCase each, List<DayView.Attention> found) {
        each.shownGate().stream()
                .filter(item -> item.state(now, policy) == GateItem.State.LAPSING && item.until() != null)
                .findFirst()
                .ifPresentOrElse(
                        item -> add(
                                found,
                                each,
                                "risk",
                                "timer",
                                "score lapses",
                                "at " + times.time(item.until()),
                                item.label(now) + " holds until then. All else is complete."),
                        () -> add(
                                found,
                                each,
                                "done",
                                "badge-check",
                                "ready for discharge",
                                "",
                                "All that discharge needs is there."));
    }

    private String missing(TheatreCase each) {
        List<String> open = each.shownGate().stream()
                .filter(item -> !item.isMet(now))
                .map(item -> item.label(now))
                .toList();
        return open.isEmpty() ? "Nothing is missing." : "Missing: " + String.join(", ", open) + ".";
    }

    private void theatre(Course course, List<DayView.Attention> found) {
        TheatreCase each = course.theatre();
        if (course.isInTheatre() && course.isLate()) {
            found.add(new DayView.Attention(
                    "late",
                    "clock",
                    each.room() + " runs " + SiteTimes.span(course.delay()) + " late",
                    "until " + times.time(course.end()),
                    brief(each) + " was planned until " + times.time(each.plannedEnd()) + ".",
                    each.pathwayId()));
        } else if (course.pushed() && each.enteredAt() == null) {
            add(
                    found,
                    each,
                    "risk",
                    "hourglass",
                    "moved to " + times.time(course.start()),
                    SiteTimes.span(course.delay()) + " later",
                    "The case before it in " + each.room() + " runs late. Tell patient and escort.");
        } else if (each.admittedAt() == null
                && now.isAfter(each.plannedStart().minus(policy.durationOf(Threshold.ADMISSION_MISSED_MINUTES)))) {
            add(
                    found,
                    each,
                    now.isAfter(each.plannedStart()) ? "late" : "risk",
                    "log-in",
                    "not admitted",
                    times.time(each.plannedStart()),
                    "The operation is planned for " + times.time(each.plannedStart()) + ".");
        }
    }

    private void add(
            List<DayView.Attention> found,
            TheatreCase each,
            String tone,
            String icon,
            String what,
            String when,
            String text) {
        found.add(new DayView.Attention(tone, icon, brief(each) + ": " + what, when, text, each.pathwayId()));
    }
}
