package org.crossface.pathway.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crossface.pathway.correspondence.MessageKind;
import org.crossface.pathway.policy.Threshold;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * One timer of the clinical reference, section 3, declared once: what starts it, when it is due and overdue, who does it, who is told when
 * nothing happens, and what satisfies it. Worklist, board, patient's page and decisions are evaluations of this declaration by
 * {@link Timetable}. The commands that satisfy it say so themselves ({@code UseCase.answers()}).
 *
 * <p>A row that has several clocks, such as one for each level of a red flag, is several declarations with one code.
 */
public final class Timer {

    private final String code;
    private final String name;
    private final Per per;
    private final Kind kind;
    private final Role owner;
    private final String starts;
    private final Function<Given, Stream<Cycle>> cycles;
    private final String satisfied;
    private final Offset opens;
    private final Offset due;
    private final @Nullable Offset overdue;
    private final List<Escalation> ladder;
    private final List<Notice> notices;
    private final Lasts lasts;
    private final @Nullable String event;
    private final @Nullable String missing;
    private final boolean answeredOnly;

    private Timer(Declaration from) {
        this.code = from.code;
        this.name = from.name;
        this.per = from.per;
        this.kind = from.kind;
        this.owner = from.owner;
        this.starts = from.starts;
        this.cycles = from.cycles;
        this.satisfied = from.satisfied;
        this.opens = from.opens;
        this.due = from.due;
        this.overdue = from.overdue;
        this.ladder = List.copyOf(from.ladder);
        this.notices = List.copyOf(from.notices);
        this.lasts = from.lasts;
        this.event = from.event;
        this.missing = from.missing;
        this.answeredOnly = from.answeredOnly;
    }

    /** Such as {@code T-22}; a word for what the reference asks for outside of its table. */
    public String code() {
        return code;
    }

    /** What people read. */
    public String name() {
        return name;
    }

    /** What it runs for. */
    public Per per() {
        return per;
    }

    /** What it asks for. */
    public Kind kind() {
        return kind;
    }

    /** Who does it. */
    public Role owner() {
        return owner;
    }

    /** What starts it, in words. */
    public String starts() {
        return starts;
    }

    /** What satisfies it, in words. */
    public String satisfied() {
        return satisfied;
    }

    /** From when it may be done, counted from the start. */
    public Offset opens() {
        return opens;
    }

    /** When it is due, counted from the start. */
    public Offset due() {
        return due;
    }

    /** When it is overdue, counted from the start; {@code null} when it cannot be. */
    public @Nullable Offset overdue() {
        return overdue;
    }

    /** Who is told when nothing happens. */
    public List<Escalation> ladder() {
        return ladder;
    }

    /** The messages that Crossface sends for it by itself. */
    public List<Notice> notices() {
        return notices;
    }

    /** How long it runs when the pathway is interrupted or ends. */
    public Lasts lasts() {
        return lasts;
    }

    /** The event that has to follow when it becomes overdue; {@code null} when none has. */
    public @Nullable String event() {
        return event;
    }

    /** The fact that does not exist yet and without which it does not run; {@code null} when it runs. */
    public @Nullable String missing() {
        return missing;
    }

    /** Whether only what satisfies it stops its escalation, and no acknowledgement does. */
    public boolean isAnsweredOnly() {
        return answeredOnly;
    }

    /** Every threshold that it reads. */
    public Stream<Threshold> thresholds() {
        return Stream.of(
                        opens.thresholds(),
                        due.thresholds(),
                        Stream.ofNullable(overdue).flatMap(Offset::thresholds),
                        ladder.stream().flatMap(step -> step.after().thresholds()))
                .flatMap(Function.identity())
                .distinct();
    }

    /** Its starts that nothing has satisfied; none while a fact is missing or in a phase in which it does not run. */
    Stream<Cycle> cycles(Given given) {
        return missing == null && lasts.in(given.state().phase()) ? cycles.apply(given) : Stream.empty();
    }

    @Override
    public String toString() {
        return code + " " + name;
    }

    /** A timer of this row, under this name. */
    static Declaration of(String code, String name) {
        return new Declaration(code, name);
    }

    /** A timer while it is written down. */
    static final class Declaration {

        private final String code;
        private final String name;
        private final List<Escalation> ladder = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();
        private Per per = Per.PATHWAY;
        private Kind kind = Kind.WORK;
        private Role owner = Role.SURGICAL_COORDINATOR;
        private String starts = "";
        private Function<Given, Stream<Cycle>> cycles = given -> Stream.empty();
        private String satisfied = "";
        private Offset opens = Offset.START;
        private Offset due = Offset.START;
        private @Nullable Offset overdue;
        private Lasts lasts = Lasts.WHILE_GOING_ON;
        private @Nullable String event;
        private @Nullable String missing;
        private boolean answeredOnly;

        private Declaration(String code, String name) {
            this.code = code;
            this.name = name;
        }

        /** What it runs for, and who does it. */
        Declaration per(Per each, Role by) {
            per = each;
            owner = by;
            return this;
        }

        Declaration kind(Kind what) {
            kind = what;
            return this;
        }

        /** What starts it, and its starts that nothing has satisfied. */
        Declaration starts(String words, Function<Given, Stream<Cycle>> open) {
            starts = words;
            cycles = open;
            return this;
        }

        /** What starts it, where it does not run yet. */
        Declaration starts(String words) {
            starts = words;
            return this;
        }

        Declaration until(String words) {
            satisfied = words;
            return this;
        }

        Declaration opens(Offset offset) {
            opens = offset;
            return this;
        }

        Declaration due(Offset offset) {
            due = offset;
            return this;
        }

        Declaration overdue(Offset offset) {
            overdue = offset;
            return this;
        }

        Declaration escalates(Escalation... steps) {
            ladder.addAll(List.of(steps));
            return this;
        }

        /** A message that is sent when it is due. */
        Declaration sends(MessageKind message) {
            notices.add(new Notice(message, Status.DUE));
            return this;
        }

        /** A message that is sent when it has become overdue. */
        Declaration sendsWhenOverdue(MessageKind message) {
            notices.add(new Notice(message, Status.OVERDUE));
            return this;
        }

        Declaration lasts(Lasts how) {
            lasts = how;
            return this;
        }

        /** The event that has to follow when it becomes overdue. */
        Declaration records(String name) {
            event = name;
            return this;
        }

        /** Only what satisfies it stops its escalation. */
        Declaration answeredOnly() {
            answeredOnly = true;
            return this;
        }

        /** The fact that does not exist yet. */
        Declaration lacks(String fact) {
            missing = fact;
            return this;
        }

        Timer made() {
            Objects.requireNonNull(due);
            return new Timer(this);
        }
    }
}
