package org.crossface.pathway.policy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossface.pathway.FixturePolicy;
import org.crossface.pathway.authority.RuleBook;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.api.decision.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests of the rules under a policy in which every threshold has another value, and those of them whose refusals still show a
 * default once more under the default policy, to see whether that number follows the policy. Under the other policy some of the tests fail,
 * which does not matter here: the refusals are what is looked at.
 */
class RefusalsFollowPolicyTest {

    private static final List<String> PACKAGES = List.of(
            "adjunct",
            "aftercare",
            "consent",
            "evaluation",
            "health",
            "intake",
            "neurotization",
            "oversight",
            "planning",
            "recovery",
            "rehabilitation",
            "scheduling",
            "surgery");

    /** Texts whose number is what was recorded or entered, or the name of the visit at month 24, and not that of a threshold. */
    private static final Pattern RECORDED = Pattern.compile(
            "The patient is \\d+( or \\d+.*)?|The window was already extended \\d+ times|Total given as \\d+, the items add up to \\d+"
                    + "|\\d+ attempts by \\d+ channels, with(out)? a letter"
                    + "|The final set at 24 months is missing: .*"
                    + "|Assess the outcome at 24 months, .*");

    @Test
    void aRefusalNamesTheNumbersOfThePolicyThatItWasMadeUnder() {
        Map<BrokenRule, Set<String>> unusualByTest = refusalsUnder(UnusualPolicy.POLICY, everyTest());
        Set<BrokenRule> unusual = unusualByTest.keySet();
        Set<String> suspicious = unusual.stream()
                .filter(broken -> withADefault(broken).findAny().isPresent())
                .flatMap(broken -> unusualByTest.getOrDefault(broken, Set.of()).stream())
                .collect(toSet());
        assertThat(suspicious)
                .as("tests in which an entered value is a default")
                .isNotEmpty();
        Set<BrokenRule> usual = refusalsUnder(
                        Policy.defaults(),
                        suspicious.stream().map(DiscoverySelectors::selectClass).toList())
                .keySet();
        for (BrokenRule broken : unusual) {
            assertThat(broken.says())
                    .isEqualTo(UnusualPolicy.POLICY.fill(broken.rule().says()));
        }
        assertThat(unusual.stream().flatMap(broken -> leftovers(broken, usual)).collect(toSet()))
                .as("findings and remedies that name a default although the policy has another value")
                .isEmpty();
        Set<String> withPlaces = RuleBook.all().stream()
                .filter(rule -> rule.says().contains("{"))
                .map(Rule::id)
                .collect(toSet());
        assertThat(unusual.stream().map(broken -> broken.rule().id()))
                .as("rules with a number in their sentence of which a refusal was seen")
                .containsAll(withPlaces);
    }

    /** The test above can fail. */
    @Test
    void aNumberThatDoesNotFollowThePolicyIsFound() {
        Rule rule = Rule.policy("INV-37", "A score of {aldreteThreshold} or more.");
        BrokenRule fixed = broken(rule, "Aldrete 8, needs 9");
        assertThat(leftovers(fixed, Set.of(fixed))).containsExactly("INV-37: Aldrete 8, needs 9");
        assertThat(leftovers(broken(rule, "Aldrete 8, needs 10"), Set.of(fixed)))
                .isEmpty();
    }

    private static BrokenRule broken(Rule rule, String finding) {
        return rule.broken(Verdict.refused("", finding, "Score again")).orElseThrow();
    }

    /** What a refusal says word for word as under the default policy, with the default of a threshold in it that its rule reads. */
    private static Stream<String> leftovers(BrokenRule broken, Set<BrokenRule> usual) {
        return withADefault(broken)
                .filter(text -> usual.stream()
                        .filter(other -> other.rule().equals(broken.rule()))
                        .anyMatch(other -> other.verdict().finding().equals(text)
                                || other.verdict().remedy().equals(text)))
                .map(text -> broken.rule().id() + ": " + text);
    }

    /** Finding and remedy, if the default of a threshold is in it that the rule reads. */
    private static Stream<String> withADefault(BrokenRule broken) {
        Set<String> defaults = new HashSet<>();
        for (Threshold threshold : Threshold.values()) {
            if (List.of(threshold.readBy().split(", ", -1))
                            .contains(broken.rule().id())
                    || broken.rule().says().contains("{" + threshold.storedName() + "}")) {
                defaults.add(threshold.unit().words(threshold.byDefault()));
            }
        }
        return Stream.of(broken.verdict().finding(), broken.verdict().remedy())
                .filter(text -> !RECORDED.matcher(text).matches())
                .filter(text -> UnusualPolicy.numbers(text).stream().anyMatch(defaults::contains));
    }

    private static List<? extends DiscoverySelector> everyTest() {
        return PACKAGES.stream()
                .map(name -> selectPackage("org.crossface.pathway." + name))
                .toList();
    }

    /** What was refused, with the names of the test classes in which it was. */
    private static Map<BrokenRule, Set<String>> refusalsUnder(Policy policy, List<? extends DiscoverySelector> tests) {
        Map<BrokenRule, Set<String>> refusals = new HashMap<>();
        RunningClass running = new RunningClass();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(tests)
                .filters(
                        ClassNameFilter.includeClassNamePatterns(".*Test"),
                        // It corrects a whole story again and again, and no rule is refused there alone.
                        ClassNameFilter.excludeClassNamePatterns(".*CorrectionCasesTest"))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
        FixturePolicy.during(
                policy,
                refused -> refused.broken()
                        .forEach(broken -> refusals.computeIfAbsent(broken, none -> new HashSet<>())
                                .add(running.name)),
                () -> LauncherFactory.create().execute(request, running));
        assertThat(refusals).isNotEmpty();
        return refusals;
    }

    /** Knows which test class runs. */
    private static final class RunningClass implements TestExecutionListener {

        private String name = "";

        @Override
        public void executionStarted(TestIdentifier test) {
            test.getSource()
                    .filter(ClassSource.class::isInstance)
                    .ifPresent(source -> name = ((ClassSource) source).getClassName());
        }
    }
}
