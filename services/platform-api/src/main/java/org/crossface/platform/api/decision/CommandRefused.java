package org.crossface.platform.api.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Rules refused a command; nothing changed. It names every rule that is broken; what it says of itself is of the first. */
public final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<BrokenRule> broken;

    /**
     * A refusal by these rules.
     *
     * @param broken the weightiest first; never empty
     */
    public CommandRefused(List<BrokenRule> broken) {
        super(broken.stream()
                .map(each -> each.rule().id() + ": " + each.verdict().finding())
                .collect(Collectors.joining("; ")));
        this.broken = List.copyOf(broken);
        if (broken.isEmpty()) {
            throw new IllegalArgumentException("A refusal names the rule that refuses");
        }
    }

    /** A refusal by one rule that nobody may override. */
    public CommandRefused(
            String rule, RuleClass ruleClass, @Nullable String field, String sentence, String finding, String remedy) {
        this(List.of(new BrokenRule(
                new Rule(rule, ruleClass, sentence, Set.<Role>of()),
                new Verdict.Refused(field, finding, remedy, null, null))));
    }

    /** Every broken rule, the weightiest first. */
    public List<BrokenRule> broken() {
        return broken;
    }

    private BrokenRule first() {
        return broken.getFirst();
    }

    /** Such as {@code INV-21}. */
    public String rule() {
        return first().rule().id();
    }

    /** What the rule looked at. */
    public Grounds grounds() {
        return first().rule().grounds();
    }

    public RuleClass ruleClass() {
        return first().rule().kind();
    }

    /** The component of the command that was at fault. */
    public Optional<String> field() {
        return Optional.ofNullable(first().verdict().field());
    }

    /** The rule in a sentence that a nurse understands. */
    public String sentence() {
        return first().says();
    }

    /** What is so, such as "PADSS 8, needs 9". */
    public String finding() {
        return first().verdict().finding();
    }

    /** What would satisfy the rule. */
    public String remedy() {
        return first().verdict().remedy();
    }

    /** Every broken rule in words: its sentence, finding and remedy; from the second on with its name. */
    public String words() {
        return Stream.concat(
                        Stream.of(saidOf(first())),
                        broken.stream().skip(1).map(each -> each.rule().id() + ": " + saidOf(each)))
                .collect(Collectors.joining(" "));
    }

    private static String saidOf(BrokenRule each) {
        return each.says() + " " + each.words();
    }
}
