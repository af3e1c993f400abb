package org.crossface.web.pages.today;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossface.coordination.theatre.GateItem;
import org.crossface.coordination.theatre.TheatreCase;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.Rung;
import org.crossface.web.pages.SiteTimes;
import org.jspecify.annotations.Nullable;

/** Creates the view model of one patient between theatre and departure, with the deadlines of T-15. */
final class Recovering {

    private final SiteTimes times;
    private final HourAxis axis;
    private final Policy policy;
    private final Duration untilReview;
    private final Duration untilDecision;
    private final Instant now;

    Recovering(SiteTimes times, HourAxis axis, Policy policy, Instant now) {
        this.times = times;
        this.axis = axis;
        this.policy = policy;
        this.untilReview = policy.durationOf(Threshold.RECOVERY_REVIEW_HOURS);
        this.untilDecision = policy.durationOf(Threshold.RECOVERY_DECISION_HOURS);
        this.now = now;
    }

    DayView.Stay stay(Course course, String name, Rung rung) {
        TheatreCase each = course.theatre();
        Instant begin = each.recoveryAt() == null ? course.end() : each.recoveryAt();
        Instant gone = each.departedAt();
        Instant until = gone != null ? gone : each.recoveryAt() == null || now.isBefore(begin) ? begin : now;
        Instant planned = begin.plus(Duration.ofMinutes(each.recoveryMinutes()));
        Instant rest = gone != null || planned.isBefore(until) ? until : planned;
        return new DayView.Stay(
                each.pathwayId(),
                name,
                each.number() + " · " + TheatreDays.procedure(each),
                rung,
                tone(rung, begin, gone),
                RungLook.icon(rung),
                axis.x(begin),
                axis.width(begin, until),
                axis.x(until),
                axis.width(until, rest),
                each.recoveryAt() == null ? times.time(begin) : SiteTimes.span(Duration.between(begin, until)),
                gone == null ? place(begin.plus(untilReview)) : null,
                "review " + times.time(begin.plus(untilReview)),
                gone == null ? place(begin.plus(untilDecision)) : null,
                gone == null ? items(each) : List.of(new DayView.Item("done", "check", "Left " + times.time(gone))));
    }

    private String tone(Rung rung, Instant begin, @Nullable Instant gone) {
        if (gone != null || rung == Rung.READY) {
            return "done";
        }
        if (now.isAfter(begin.plus(untilDecision))) {
            return "late";
        }
        return now.isAfter(begin.plus(untilReview)) ? "risk" : "active";
    }

    private @Nullable Double place(Instant instant) {
        return axis.contains(instant) ? axis.x(instant) : null;
    }

    private List<DayView.Item> items(TheatreCase each) {
        List<DayView.Item> items = new ArrayList<>();
        for (GateItem item : each.shownGate()) {
            items.add(
                    switch (item.state(now, policy)) {
                        case MET -> new DayView.Item("done", "check", item.label(now));
                        case OPEN -> new DayView.Item("plan", "circle-dashed", item.label(now));
                        case LAPSING ->
                            new DayView.Item("risk", "timer", item.label(now) + " lapses " + times.time(item.until()));
                        case FAILED -> new DayView.Item("late", "triangle-alert", item.label(now));
                    });
        }
        return items;
    }
}
