package org.crossface.pathway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule refused the command; nothing changed. */
public final class CommandRefused extends RuntimeException {

    private final String rule;
    private final RuleClass ruleClass;
    private final @Nullable String field;
    private final String sentence;
    private final String finding;
    private final String remedy;

    public CommandRefused(
            String rule, RuleClass ruleClass, @Nullable String field, String sentence, String finding, String remedy) {
        super(rule + ": " + finding);
        this.rule = rule;
        this.ruleClass = ruleClass;
        this.field = field;
        this.sentence = sentence;
        this.finding = finding;
        this.remedy = remedy;
    }

    /** Such as {@code INV-21}; {@code STATE} when the pathway's state has no place for the command. */
    public String rule() {
        return rule;
    }

    public RuleClass ruleClass() {
        return ruleClass;
    }

    /** The component of the command that was at fault. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** The rule in a sentence that a nurse understands. */
    public String sentence() {
        return sentence;
    }

    /** What is so, such as "PADSS 8, needs 9". */
    public String finding() {
        return finding;
    }

    /** What would satisfy the rule. */
    public String remedy() {
        return remedy;
    }
}
