package org.crossface.pathway.documents;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.RuleBook;
import org.crossface.pathway.documents.Sources.Inline;
import org.crossface.pathway.documents.Sources.Member;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Rule;

/** Every rule: its sentences, how firmly it holds, who may override it, its thresholds, what it advises, its code and its tests. */
final class RulesPage {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final TaggedTests tests = new TaggedTests();
    private final Map<String, Map<String, Sentence>> byId = new TreeMap<>(Comparator.comparing(RulesPage::sortable));

    /** One sentence of a rule. */
    private record Sentence(
            String kind,
            String says,
            Set<Role> overriddenBy,
            Set<String> judges,
            Set<String> remedies,
            Set<Member> written) {}

    RulesPage(Sources sources) {
        for (Rule rule : RuleBook.all()) {
            Sentence sentence = sentence(rule);
            List<Member> written = sources.writing(rule.id(), rule.says());
            sentence.written().addAll(written);
            written.forEach(member -> sentence.remedies().addAll(sources.remedies(member)));
        }
        for (Inline inline : sources.inline()) {
            Sentence sentence = sentence(inline.id(), "hard", inline.says(), Set.of());
            sentence.written().add(inline.member());
            sentence.remedies().addAll(inline.remedies());
        }
        for (CommandSpec spec : CommandCatalogue.read().all()) {
            Stream.concat(
                            spec.useCase().conditions().stream().map(Condition::rule),
                            Stream.concat(spec.useCase().checks().stream(), spec.useCase().factChecks().stream())
                                    .map(Check::rule))
                    .forEach(rule -> sentence(rule).judges().add(spec.title()));
        }
    }

    private Sentence sentence(Rule rule) {
        return sentence(rule.id(), Page.words(rule.kind()), rule.says(), rule.overriddenBy());
    }

    private Sentence sentence(String id, String kind, String says, Set<Role> overriddenBy) {
        return byId.computeIfAbsent(id, each -> new LinkedHashMap<>())
                .computeIfAbsent(
                        says,
                        each -> new Sentence(
                                kind,
                                says,
                                overriddenBy,
                                new TreeSet<>(),
                                new TreeSet<>(),
                                new TreeSet<>(Sources.BY_PLACE)));
    }

    /** INV-9 before INV-10. */
    private static String sortable(String id) {
        Matcher number = Pattern.compile("(\\D+)(\\d+)").matcher(id);
        return number.matches() ? "%s%03d".formatted(number.group(1), Integer.parseInt(number.group(2))) : id;
    }

    /** The identifiers of all rules. */
    Set<String> ids() {
        return byId.keySet();
    }

    /** Rules whose place in the sources was not found. */
    List<String> withoutCode() {
        return without(Sentence::written);
    }

    /** Rules of which no advice was found. */
    List<String> withoutRemedy() {
        return without(Sentence::remedies);
    }

    private List<String> without(Function<Sentence, Set<?>> part) {
        return byId.entrySet().stream()
                .flatMap(rule -> rule.getValue().values().stream()
                        .filter(each -> part.apply(each).isEmpty())
                        .map(each -> rule.getKey() + " " + each.says()))
                .toList();
    }

    String print() {
        Page page = new Page(
                "Rules",
                "Every rule that a command can be refused by. *Hard* holds without exception; of a *policy* rule the policy sets the"
                        + " numbers; a *clinical* rule may be overridden by the roles that it names, with a reason. Numbers are those of"
                        + " the default policy; [authority.md](../authority.md) lists all thresholds with their bounds. A remedy is what"
                        + " the refusal advises; … stands for what depends on the pathway. FIELD-RANGE, INV-61, SEQ-PHASE and, but for"
                        + " what may follow a death, INV-56 judge every command to a pathway; INV-68 judges every command.");
        byId.forEach((id, sentences) -> {
            page.heading(2, id);
            sentences.values().forEach(each -> print(page, id, each));
            page.text("Tests: "
                    + (tests.of(id).isEmpty()
                            ? "none in this module carries its identifier"
                            : tests.of(id).stream()
                                    .map(test -> "`" + test + "`")
                                    .collect(joining(", "))));
        });
        return page.print();
    }

    private static void print(Page page, String id, Sentence sentence) {
        page.text("**" + filled(sentence.says()) + "** (" + sentence.kind() + ")");
        page.items(Stream.of(
                "overridden by: "
                        + sentence.overriddenBy().stream()
                                .sorted()
                                .map(Role::label)
                                .collect(joining(", ")),
                "thresholds: " + thresholds(id, sentence).collect(joining(", ")),
                "judges: " + String.join(", ", sentence.judges()),
                "remedy: " + String.join(" · ", sentence.remedies()),
                "code: "
                        + sentence.written().stream()
                                .map(member -> "[`%s`](../../%s)".formatted(member.title(), member.file()))
                                .collect(joining(", "))));
    }

    private static String filled(String says) {
        return says.contains("{") ? Policy.defaults().fill(says) : says;
    }

    /** Those in its sentence; those that name the rule as their reader too, if it has one sentence only. */
    private static Stream<String> thresholds(String id, Sentence sentence) {
        Set<String> named = new TreeSet<>();
        PLACE.matcher(sentence.says()).results().map(each -> each.group(1)).forEach(named::add);
        return Arrays.stream(Threshold.values())
                .filter(each -> named.contains(each.storedName())
                        || List.of(each.readBy().split(", ", -1)).contains(id))
                .map(each -> "`%s` (%d %s)"
                        .formatted(
                                each.storedName(), each.byDefault(), each.unit().label()));
    }
}
