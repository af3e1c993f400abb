package org.crossface.pathway.documents;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.followup.Lasts;
import org.crossface.pathway.followup.Offset;
import org.crossface.pathway.followup.Timer;
import org.crossface.pathway.followup.Timers;
import org.crossface.pathway.policy.Policy;

/** Every timer: what starts it, when it is due and overdue, who does it, who is told, and what satisfies it. */
final class TimersPage {

    private static final Policy POLICY = Policy.defaults();

    private TimersPage() {}

    static String print() {
        Page page = new Page(
                "Timers",
                "Every timer of the clinical reference, section 3, and what it asks for outside of that table. Offsets are those of the policy by"
                        + " default, counted from the start; a row with several clocks is printed once for each. What is due at an instant"
                        + " follows from this table, the facts, the policy and the calendars (`Timetable`).");
        page.table(
                List.of(
                        "code",
                        "timer",
                        "for each",
                        "starts with",
                        "may be done",
                        "due",
                        "overdue",
                        "told when nothing happens",
                        "by",
                        "until",
                        "commands",
                        "runs"),
                Timers.ALL.stream().map(TimersPage::row));
        page.heading(2, "Timers that wait for a fact");
        page.text("These are declared, and start nothing until the product can record what would satisfy them.");
        page.table(
                List.of("code", "timer", "missing"),
                Timers.ALL.stream()
                        .filter(timer -> timer.missing() != null)
                        .map(timer -> List.of(timer.code(), timer.name(), String.valueOf(timer.missing()))));
        return page.print();
    }

    private static List<String> row(Timer timer) {
        return List.of(
                timer.code(),
                timer.name(),
                Page.words(timer.per()),
                timer.starts(),
                timer.opens().steps().isEmpty() ? "" : timer.opens().words(POLICY),
                timer.due().words(POLICY),
                Stream.ofNullable(timer.overdue())
                                .map(offset -> offset.words(POLICY))
                                .collect(joining())
                        + (timer.event() == null ? "" : "; then `" + timer.event() + "`"),
                timer.ladder().stream()
                        .map(step -> step.who() + " " + after(step.after(), step.fromStart()))
                        .collect(joining("; ")),
                timer.owner().label() + " (" + timer.kind().name().toLowerCase(Locale.ROOT) + ")",
                timer.satisfied(),
                commands(timer),
                runs(timer.lasts()));
    }

    private static String after(Offset offset, boolean fromStart) {
        return offset.steps().isEmpty() && !fromStart
                ? "when overdue"
                : (fromStart ? "start " : "overdue ") + offset.words(POLICY);
    }

    private static String commands(Timer timer) {
        return CommandCatalogue.read().all().stream()
                .filter(spec -> spec.useCase().answers().contains(timer.code()))
                .map(CommandSpec::kebabName)
                .sorted()
                .map(name -> "`" + name + "`")
                .collect(joining(", "));
    }

    private static String runs(Lasts lasts) {
        return switch (lasts) {
            case WHILE_GOING_ON -> "rests on hold and loss";
            case UNTIL_THE_END -> "until the end";
            case BEYOND_WITHDRAWAL -> "after a withdrawal too";
            case UNTIL_DEATH -> "until death";
            case ALWAYS -> "always";
        };
    }
}
