package org.crossface.web.pages.board;

import static org.crossface.pathway.policy.Threshold.COMPLETION_MONTHS;
import static org.crossface.pathway.policy.Threshold.NEUROTIZATION_END_MONTHS;
import static org.crossface.pathway.policy.Threshold.STAGE_TWO_EARLIEST_MONTHS;
import static org.crossface.pathway.policy.Threshold.THERAPY_MONTHS;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.board.Lane;
import org.crossface.coordination.board.TaskRow;
import org.crossface.coordination.story.Wording;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.scheduling.Readiness;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.web.pages.Names;
import org.crossface.web.pages.SiteTimes;
import org.jspecify.annotations.Nullable;

/** Creates the cards of pathways: the progress within the phase and the next task. */
final class Cards {

    private static final int FACTORS = 5;
    private static final double DAYS_PER_MONTH = 30.4375;
    private static final double FULL = 100.0;
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final int SPARK_WIDTH = 156;
    private static final int SPARK_HEIGHT = 20;

    private final SiteTimes times;
    private final Names names;
    private final Policy policy;
    private final LocalDate today;

    Cards(SiteTimes times, Names names, Policy policy) {
        this.times = times;
        this.names = names;
        this.policy = policy;
        this.today = times.today();
    }

    Card card(BoardRow row) {
        return new Card(
                row,
                names.ofFirst(row.familyName(), row.givenName(), row.erased()),
                order(row),
                chips(row),
                lines(row),
                next(row));
    }

    /** Same order as the SQL query: flap emergencies, overdue pathways, then by due date, then the most recently ended. */
    private static String order(BoardRow row) {
        TaskRow next = row.next();
        LocalDate overdue = next == null || next.overdueOn() == null ? NEVER : next.overdueOn();
        LocalDate due = next == null || next.dueOn() == null ? NEVER : next.dueOn();
        long ended = row.endedOn() == null
                ? NEVER.toEpochDay()
                : NEVER.toEpochDay() - row.endedOn().toEpochDay();
        return "%s|%s|%s|%08d|%s".formatted(row.flapEmergencyAt() == null ? 1 : 0, overdue, due, ended, row.number());
    }

    private static List<Card.Chip> chips(BoardRow row) {
        List<Card.Chip> chips = new ArrayList<>();
        if (row.flapEmergencyAt() != null) {
            chips.add(new Card.Chip("late", "siren", "Flap emergency"));
        }
        if (row.openRedFlags() > 0) {
            chips.add(new Card.Chip("late", "siren", "Red flag"));
        }
        if (!row.contradictedRules().isEmpty()) {
            chips.add(new Card.Chip(
                    "late", "triangle-alert", "Contradicts " + String.join(", ", row.contradictedRules())));
        }
        if (row.phase() == Phase.ON_HOLD) {
            chips.add(new Card.Chip("hold", "lock", "On hold"));
        }
        if (row.phase() == Phase.LOST_TO_FOLLOW_UP) {
            chips.add(new Card.Chip("late", "phone-missed", "Lost to follow-up"));
        }
        if (row.openComplications() > 0) {
            chips.add(new Card.Chip("risk", "triangle-alert", "Complication"));
        }
        return chips;
    }

    private List<Card.Line> lines(BoardRow row) {
        List<Card.Line> lines = new ArrayList<>(ofLane(row));
        if (row.muscles().size() > 1) {
            row.muscles().stream().map(this::muscle).forEach(lines::add);
        }
        return lines;
    }

    /** Each of several muscles by itself, such as {@code Left muscle: moved at month 8.1}. */
    private Card.Line muscle(BoardRow.Muscle muscle) {
        String side = muscle.side() == null ? "Muscle" : Wording.capital(words(muscle.side())) + " muscle";
        if (!muscle.condition().isInUse()) {
            return Card.Line.toned(side, words(muscle.condition().name()), "late");
        }
        return Card.Line.plain(
                side,
                muscle.movementOn() == null
                        ? "month " + (int) monthsSince(muscle.operatedOn(), today)
                        : String.format(
                                Locale.ROOT,
                                "moved at month %.1f",
                                monthsSince(muscle.operatedOn(), muscle.movementOn())));
    }

    private List<Card.Line> ofLane(BoardRow row) {
        return switch (row.lane()) {
            case REFERRAL -> referral(row);
            case EVALUATION ->
                List.of(
                        evaluationDay(row),
                        Card.Line.plain("Five factors", row.factors() + " of " + FACTORS)
                                .with(new Card.Pips(row.factors(), FACTORS)));
            case DECISION -> decision(row);
            case STAGE_ONE -> stageOne(row);
            case NERVE_GROWING -> growing(row);
            case STAGE_TWO -> stageTwo(row);
            case REHABILITATION -> rehabilitation(row);
            case OUTCOME -> List.of(month(row, policy.of(COMPLETION_MONTHS), null), sunnybrook(row));
            case COMPLETED -> completed(row);
        };
    }

    private List<Card.Line> referral(BoardRow row) {
        Card.Line reason = row.reasonMissing()
                ? Card.Line.toned("Reason", "missing", "risk")
                : Card.Line.plain("Referred", times.date(row.referredOn()));
        return List.of(evaluationDay(row), reason);
    }

    private Card.Line evaluationDay(BoardRow row) {
        long day = ChronoUnit.DAYS.between(row.referredOn(), today);
        TaskRow booking = row.clock("T-02").orElse(null);
        LocalDate overdue = booking == null ? null : booking.overdueOn();
        if (overdue == null) {
            return Card.Line.plain("Day", Long.toString(day));
        }
        long last = ChronoUnit.DAYS.between(row.referredOn(), overdue);
        return Card.Line.plain("Day", day + " of " + last)
                .with(new Card.Bar(
                        tone(row, "active", "T-02"), percent((double) day, (double) last), null, null, true));
    }

    /** How the first of these tasks stands today: overdue, due, or else as given. */
    private String tone(BoardRow row, String otherwise, String... codes) {
        return row.clock(codes)
                .map(task -> task.isOverdueOn(today) ? "late" : task.isDueOn(today) ? "risk" : otherwise)
                .orElse(otherwise);
    }

    private List<Card.Line> decision(BoardRow row) {
        if (row.phase() == Phase.DEFERRED) {
            return List.of(
                    Card.Line.plain("Decision", "deferred"), Card.Line.plain("Review", times.date(row.reviewOn())));
        }
        return List.of(consent(row), clearance(row));
    }

    private Card.Line consent(BoardRow row) {
        LocalDate until = row.consentUntil();
        if (until == null) {
            return Card.Line.plain("Consent", "none yet");
        }
        boolean lapsed = today.isAfter(until);
        return Card.Line.toned(
                lapsed ? "Consent lapsed" : "Consent until",
                times.date(until),
                tone(row, lapsed ? "late" : "", "T-06"));
    }

    private static Card.Line clearance(BoardRow row) {
        return Card.Line.plain(
                        row.clearanceUntil() == null ? "Clearance" : "Cleared",
                        row.clearanceItems() + " of " + Readiness.ITEMS)
                .with(new Card.Pips(row.clearanceItems(), Readiness.ITEMS));
    }

    private List<Card.Line> stageOne(BoardRow row) {
        return row.stageOneOn() == null
                ? List.of(slot(row), consent(row), clearance(row))
                : List.of(Card.Line.plain("Operated", times.date(row.stageOneOn())));
    }

    private Card.Line slot(BoardRow row) {
        return row.nextAppointmentAt() == null
                ? Card.Line.plain("Stage one", "no slot yet")
                : Card.Line.plain("Stage one", times.dateTime(row.nextAppointmentAt()));
    }

    private List<Card.Line> growing(BoardRow row) {
        LocalDate operated = row.stageOneOn();
        if (operated == null) {
            return List.of();
        }
        double months = monthsSince(operated, today);
        int from = policy.of(STAGE_TWO_EARLIEST_MONTHS);
        double end =
                row.windowEnd() == null ? policy.of(NEUROTIZATION_END_MONTHS) : monthsSince(operated, row.windowEnd());
        double scale = Math.max(end, Math.ceil(months));
        String tone = months > end || row.overdueOn(today) ? "late" : tone(row, "active", "T-25", "T-26");
        Card.Line clock = Card.Line.plain("Month " + (int) months, "window " + from + " to " + Math.round(end))
                .with(new Card.Bar(
                        tone, percent(months, scale), percent(from, scale), percent(end - from, scale), true));
        return List.of(clock, tinel(row));
    }

    private static Card.Line tinel(BoardRow row) {
        Double advanced = row.tinelMm();
        Double graft = row.graftMm();
        if (advanced != null && graft == null) {
            return Card.Line.plain("Tinel", Wording.number(advanced) + " mm, length unknown");
        }
        if (advanced == null || graft == null) {
            return Card.Line.plain("Tinel", "first reading due").with(new Card.Bar("plan", 0, null, null, false));
        }
        return Card.Line.plain("Tinel", Wording.number(advanced) + " of " + Wording.number(graft) + " mm")
                .with(new Card.Bar(row.tinelAtEnd() ? "done" : "active", percent(advanced, graft), null, null, false));
    }

    private List<Card.Line> stageTwo(BoardRow row) {
        List<Card.Line> lines = new ArrayList<>();
        LocalDate one = row.stageOneOn();
        LocalDate confirmed = row.confirmedOn();
        if (one != null && confirmed != null) {
            lines.add(Card.Line.plain("Neurotised", "at month " + (int) monthsSince(one, confirmed)));
        }
        if (row.stageTwoOn() != null) {
            lines.add(Card.Line.plain("Operated", times.date(row.stageTwoOn())));
        } else {
            lines.add(Card.Line.plain(
                    "Stage two",
                    row.nextAppointmentAt() == null ? "no slot yet" : times.dateTime(row.nextAppointmentAt())));
            lines.add(clearance(row));
        }
        return lines;
    }

    private List<Card.Line> rehabilitation(BoardRow row) {
        LocalDate operated = row.stageTwoOn();
        if (operated == null) {
            return List.of();
        }
        LocalDate moved = row.movementOn();
        int therapy = policy.of(THERAPY_MONTHS);
        TaskRow watch = moved == null ? row.clock("T-45").orElse(null) : null;
        Card.Bar bar = watch == null ? null : watching(row, watch, operated, therapy);
        Card.Line movement = moved != null
                ? Card.Line.plain(
                        "First movement", String.format(Locale.ROOT, "month %.1f", monthsSince(operated, moved)))
                : watched(watch);
        Card.Line adherence = Card.Line.plain(
                "Adherence", row.adherencePercent() == null ? "no report" : row.adherencePercent() + " %");
        return List.of(month(row, therapy, bar), movement, adherence);
    }

    /** The time in which the first movement is expected, from when it is watched for until a muscle that does not move is examined. */
    private Card.Bar watching(BoardRow row, TaskRow watch, LocalDate operated, int therapy) {
        double opens = watch.opensOn() == null ? 0 : monthsSince(operated, watch.opensOn());
        LocalDate end = row.clock("T-46").map(TaskRow::dueOn).orElse(watch.overdueOn());
        return new Card.Bar(
                watch.isOverdueOn(today) ? "late" : "active",
                percent(monthsSince(operated, today), therapy),
                percent(opens, therapy),
                percent(end == null ? 0 : monthsSince(operated, end) - opens, therapy),
                true);
    }

    private Card.Line watched(@Nullable TaskRow watch) {
        boolean late = watch != null && watch.isOverdueOn(today);
        boolean early = watch != null && watch.opensOn() != null && today.isBefore(watch.opensOn());
        return Card.Line.toned(
                "First movement", early ? "too early" : late ? "none yet" : "watching", late ? "late" : "");
    }

    private Card.Line month(BoardRow row, int total, Card.@Nullable Bar bar) {
        LocalDate operated = row.stageTwoOn();
        double months = operated == null ? 0 : monthsSince(operated, today);
        String tone = row.overdueOn(today) ? "late" : "active";
        return Card.Line.plain("Month " + (int) months, "of " + total)
                .with(bar == null ? new Card.Bar(tone, percent(months, total), null, null, true) : bar);
    }

    private static Card.Line sunnybrook(BoardRow row) {
        List<Integer> scores = row.sunnybrook();
        if (scores.isEmpty()) {
            return Card.Line.plain("Sunnybrook", "none yet");
        }
        if (scores.size() == 1) {
            return Card.Line.plain("Sunnybrook", scores.getFirst().toString());
        }
        return Card.Line.plain("Sunnybrook", scores.getFirst() + " to " + scores.getLast())
                .withSpark(points(scores));
    }

    private static String points(List<Integer> scores) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < scores.size(); i++) {
            long x = 2 + Math.round((double) SPARK_WIDTH * i / (scores.size() - 1));
            long y = 22 - Math.round(SPARK_HEIGHT * scores.get(i) / FULL);
            points.append(points.isEmpty() ? "" : " ").append(x).append(',').append(y);
        }
        return points.toString();
    }

    private List<Card.Line> completed(BoardRow row) {
        String how = row.outcome() == null ? ended(row.phase()) : Wording.capital(words(row.outcome()));
        return List.of(Card.Line.plain(how, times.date(row.endedOn())), sunnybrook(row));
    }

    private static String ended(Phase phase) {
        return phase.label();
    }

    private static String words(String code) {
        return code.replace('_', ' ').toLowerCase(Locale.ENGLISH);
    }

    private Card.@Nullable Next next(BoardRow row) {
        TaskRow due = row.next();
        if (due == null) {
            return null;
        }
        LocalDate dueOn = due.dueOn();
        LocalDate overdueOn = due.overdueOn();
        if (overdueOn != null && !today.isBefore(overdueOn)) {
            long days = ChronoUnit.DAYS.between(overdueOn, today) + 1;
            return new Card.Next("late", "alarm-clock", due.label(), days + " d overdue");
        }
        if (dueOn == null) {
            return new Card.Next("plan", row.lane() == Lane.STAGE_TWO ? "lock" : "circle-dashed", due.label(), "open");
        }
        boolean lapse = due.code().equals("T-06") || due.code().equals("T-08");
        if (!today.isBefore(dueOn) && due.at() == null) {
            String when = lapse && overdueOn != null
                    ? "in " + ChronoUnit.DAYS.between(today, overdueOn) + " d"
                    : today.equals(dueOn) ? "due today" : "due since " + times.date(dueOn);
            return new Card.Next("risk", lapse ? "hourglass" : "clock", due.label(), when);
        }
        if (lapse && overdueOn != null) {
            return new Card.Next("plan", "hourglass", due.label(), times.date(overdueOn.minusDays(1)));
        }
        String when = due.at() == null ? "due " + times.date(dueOn) : times.dateTime(due.at());
        return new Card.Next("plan", "calendar", due.label(), when);
    }

    private static double monthsSince(LocalDate from, LocalDate to) {
        long whole = ChronoUnit.MONTHS.between(from, to);
        return whole + ChronoUnit.DAYS.between(from.plusMonths(whole), to) / DAYS_PER_MONTH;
    }

    private static double percent(double part, double whole) {
        double share = whole <= 0 ? 0 : part / whole * FULL;
        return Math.round(Math.clamp(share, 0, FULL) * FULL) / FULL;
    }
}
