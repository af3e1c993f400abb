package org.crossface.web.pages.aftercare;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.crossface.coordination.story.Wording;
import org.crossface.pathway.followup.Status;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.web.aftercare.AftercareNow;
import org.crossface.web.aftercare.AftercareNow.Attempt;
import org.crossface.web.aftercare.AftercareNow.Call;
import org.crossface.web.aftercare.AftercareNow.InFacility;
import org.crossface.web.aftercare.AftercareNow.Patient;
import org.crossface.web.aftercare.AftercareNow.Task;
import org.crossface.web.pages.Names;
import org.crossface.web.pages.SiteTimes;
import org.jspecify.annotations.Nullable;

/** What after-care has to do, in the words of its page. */
final class CareView {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    /** A form that was opened from this list leads back to it. */
    private static final String BACK = "?_back=" + AftercarePage.PATH;

    private final AftercareNow now;
    private final SiteTimes times;
    private final boolean mayAttempt;
    private final Supplier<String> keys;

    /**
     * @param mayAttempt whether the user records attempts to reach a patient
     * @param keys makes a key for each form, so that a click that is sent twice is one attempt
     */
    CareView(AftercareNow now, SiteTimes times, boolean mayAttempt, Supplier<String> keys) {
        this.now = now;
        this.times = times;
        this.mayAttempt = mayAttempt;
        this.keys = keys;
    }

    /**
     * A line of a list.
     *
     * @param tone that of its status, such as {@code late}
     * @param when its dates in a few words
     * @param more what else a person has to know; empty for nothing
     * @param open address of the form that does it, else of the patient's page
     * @param act what the button says
     */
    record Line(
            String id,
            String pathwayId,
            String name,
            String number,
            String tone,
            String icon,
            String title,
            String when,
            String more,
            String open,
            String act) {}

    /**
     * A call.
     *
     * @param local time where the patient is, with the place of its zone
     * @param window whether the patient may be called now, in words
     * @param phone empty when none is known
     * @param other who else is called; empty when nobody is named
     * @param attempts so far, in words
     * @param next step in words; empty when none follows
     * @param key of the form that records an attempt; empty when the user may not
     */
    record CallLine(
            Line line,
            String local,
            boolean callable,
            String window,
            String phone,
            String other,
            String otherPhone,
            String attempts,
            String next,
            String key) {

        /** The number as an address takes it. */
        public String tel() {
            return CareView.tel(phone);
        }

        /** The number of the other contact as an address takes it. */
        public String otherTel() {
            return CareView.tel(otherPhone);
        }
    }

    /** One list of the page. */
    record Section(String id, String title, String icon, List<Line> lines, String none) {}

    /** Whether there is nothing to do at all. */
    public boolean isEmpty() {
        return now.isEmpty();
    }

    /** The first line of the page. */
    public String summary() {
        long late = now.calls().stream().filter(each -> each.task().isLate()).count();
        return count(now.redFlags().size(), "red flag", "red flags") + " · "
                + count(now.calls().size(), "call", "calls")
                + (late == 0 ? "" : ", " + late + " late");
    }

    /** When patients are called. */
    public String window() {
        return "Between " + CLOCK.format(now.window().opens()) + " and "
                + CLOCK.format(now.window().closes()) + " where the patient is";
    }

    /** The red flags that wait for an answer. */
    public List<Line> flags() {
        return now.redFlags().stream()
                .map(each -> line(
                        each.task(),
                        Wording.capital(Wording.words(each.flag())),
                        "for " + span(each.raisedAt(), now.at()) + ", answer by "
                                + times.dateTime(each.task().due()),
                        Wording.capital(Wording.words(each.level())) + told(each.task()),
                        "Acknowledge"))
                .toList();
    }

    /** The calls. */
    public List<CallLine> calls() {
        return now.calls().stream().map(this::call).toList();
    }

    /** What is to be checked, closed and looked at. */
    public List<Section> sections() {
        List<Section> all = new ArrayList<>();
        all.add(section("flaps", "Flap checks", "activity", now.flapChecks(), "Check", "No muscle is watched"));
        all.add(section(
                "wounds", "Wounds and donor sites", "clipboard-check", now.wounds(), "Assess", "No look is due"));
        all.add(section("ssi", "Infection surveillance", "eye", now.surveillance(), "Close", "No surveillance ends"));
        all.add(new Section(
                "facility",
                "In a facility",
                "bed",
                now.inFacility().stream().map(this::inFacility).toList(),
                "Nobody is in a facility"));
        return all;
    }

    private Section section(String id, String title, String icon, List<Task> tasks, String act, String none) {
        return new Section(
                id,
                title,
                icon,
                tasks.stream()
                        .map(each ->
                                line(each, each.label(), due(each), told(each).strip(), act))
                        .toList(),
                none);
    }

    private Line inFacility(InFacility there) {
        String page = "/pathways/" + there.patient().pathwayId();
        return new Line(
                "ac-" + there.caseId() + "-in",
                there.patient().pathwayId(),
                name(there.patient()),
                there.patient().number(),
                "active",
                "bed",
                there.facility(),
                "since " + times.dateTime(there.since()),
                "",
                there.command() == null ? page : page + "/do/" + there.command() + BACK + "&caseId=" + there.caseId(),
                there.command() == null ? "Open" : "Discharge");
    }

    private CallLine call(Call call) {
        ZoneId zone = ZoneId.of(call.zone());
        String place = call.zone().substring(call.zone().lastIndexOf('/') + 1).replace('_', ' ');
        Line line = line(
                call.task(),
                about(call),
                due(call.task()),
                call.place() == null ? "" : "Lodges: " + call.place(),
                "Reached");
        return new CallLine(
                line,
                CLOCK.format(call.localTime()) + " in " + place,
                call.inWindow(),
                call.inWindow()
                        ? "may be called"
                        : "from " + DAY_AND_CLOCK.format(call.windowOpens().atZone(zone)) + " there, "
                                + times.dateTime(call.windowOpens()) + " here",
                Objects.requireNonNullElse(call.phone(), ""),
                Objects.requireNonNullElse(call.otherName(), ""),
                Objects.requireNonNullElse(call.otherPhone(), ""),
                attempts(call),
                next(call),
                mayAttempt ? keys.get() : "");
    }

    private String about(Call call) {
        Instant home = call.homeSince();
        return (call.stage() == null ? call.task().label() : call.stage() == Stage.ONE ? "Stage one" : "Stage two")
                + (home == null ? "" : ", away since " + times.dateTime(home));
    }

    private String attempts(Call call) {
        return call.attempts().isEmpty()
                ? "not tried yet"
                : count(call.attempts().size(), "attempt", "attempts") + ": "
                        + call.attempts().stream().map(this::attempt).collect(Collectors.joining(", "));
    }

    private String attempt(Attempt attempt) {
        return times.dateTime(attempt.at()) + " " + Wording.words(attempt.outcome());
    }

    /** Whom somebody has to turn to now, else what follows when the patient is not reached. */
    private String next(Call call) {
        Task task = call.task();
        if (!task.told().isEmpty()) {
            return task.told().getLast();
        }
        int left = call.attemptsBeforeOther() - call.attempts().size();
        String then = task.next() == null
                ? ""
                : ". Then: " + task.next().who() + ", "
                        + times.dateTime(task.next().at());
        return left > 0 ? "Other contact after " + count(left, "more attempt", "more attempts") + then : then;
    }

    private Line line(Task task, String title, String when, String more, String act) {
        String page = "/pathways/" + task.patient().pathwayId();
        boolean form = task.command() != null;
        return new Line(
                "ac-" + task.patient().pathwayId() + "-" + task.code() + "-"
                        + task.key().replace(' ', '-'),
                task.patient().pathwayId(),
                name(task.patient()),
                task.patient().number(),
                tone(task.status()),
                task.isLate() ? "octagon-alert" : "clock",
                title,
                when,
                more,
                form
                        ? page + "/do/" + task.command() + BACK
                                + (task.field() == null ? "" : "&" + task.field() + "=" + task.value())
                        : page,
                form ? act : "Open");
    }

    private static String tone(Status status) {
        return switch (status) {
            case PLANNED -> "plan";
            case DUE -> "risk";
            case OVERDUE, ESCALATED -> "late";
        };
    }

    private String due(Task task) {
        if (task.due() == null) {
            return task.isLate() ? "overdue" : "open";
        }
        if (task.isLate() && task.overdue() != null) {
            return "overdue since " + moment(task, task.overdue());
        }
        return "due " + moment(task, task.due());
    }

    private String moment(Task task, Instant at) {
        return task.timed() ? times.dateTime(at) : times.date(at);
    }

    private static String told(Task task) {
        return task.told().isEmpty() ? "" : " Told: " + String.join(", ", task.told());
    }

    private static String name(Patient patient) {
        return Names.FULL.of(patient.familyName(), patient.givenName(), patient.erased());
    }

    private static String span(Instant from, Instant to) {
        return SiteTimes.span(Duration.between(from, to));
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static String tel(@Nullable String number) {
        return number == null ? "" : number.replaceAll("[^+0-9]", "");
    }
}
