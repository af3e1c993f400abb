package org.crossface.pathway.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.ModuleClasses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Switches off one rule after the other and runs the tests that carry its identifier as a tag: one of them has to fail. A rule that no
 * test is tagged with counts as survived. Not part of the everyday tests, whence its name; {@code make mutation} runs it, of some rules only with
 * {@code ARGS='-Dcrossface.mutation.rules=INV-41,SEQ-PLAN'}.
 */
class RuleMutation {

    private static final Path MAIN = ModuleClasses.location(CarePathway.class);
    private static final Path TESTS = ModuleClasses.location(RuleMutation.class);

    /** Identifiers of the rules to switch off, with commas between them; empty for all. */
    private static final String WANTED = System.getProperty("crossface.mutation.rules", "");

    private final Launcher launcher = LauncherFactory.create();

    @Test
    void everyRuleIsHeldByATest() throws IOException {
        Map<String, Set<String>> classesByTag = classesByTag();
        assertThat(wanted()).as("rules called " + WANTED).isNotEmpty();
        assertThat(allTestsPassWithEveryRule(classesByTag)).isTrue();
        List<String> table = new ArrayList<>();
        List<String> survivors = new ArrayList<>();
        for (RuleSite rule : wanted()) {
            String id = rule.id();
            String outcome = outcome(rule, id, classesByTag.getOrDefault(id, Set.of()));
            String row = "%-80s %s".formatted(rule, outcome);
            table.add(row);
            if (!outcome.startsWith("killed")) {
                survivors.add(row);
            }
        }
        System.out.println(String.join(System.lineSeparator(), table));
        System.out.printf(
                "%d rules, %d killed, %d survived%n", table.size(), table.size() - survivors.size(), survivors.size());
        assertThat(survivors).as("rules that no test holds").isEmpty();
    }

    private static List<RuleSite> wanted() {
        Set<String> ids = Set.of(WANTED.split(","));
        return RuleSite.all().stream()
                .filter(rule -> WANTED.isEmpty() || ids.contains(rule.id()))
                .toList();
    }

    private String outcome(RuleSite rule, String id, Set<String> classes) throws IOException {
        if (classes.isEmpty()) {
            return "survived: no test has this tag";
        }
        TestExecutionSummary summary = run(rule, id, classes);
        return summary.getTestsFailedCount() > 0
                ? "killed by %d of %d".formatted(summary.getTestsFailedCount(), summary.getTestsFoundCount())
                : "survived %d tests".formatted(summary.getTestsFoundCount());
    }

    /** Otherwise a test that fails would not be the rule's doing. */
    private boolean allTestsPassWithEveryRule(Map<String, Set<String>> classesByTag) throws IOException {
        Set<String> classes = wanted().stream()
                .flatMap(rule -> classesByTag.getOrDefault(rule.id(), Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        TestExecutionSummary summary = run(null, null, classes);
        summary.getFailures()
                .forEach(failure -> System.out.println(
                        failure.getTestIdentifier().getDisplayName() + ": " + failure.getException()));
        return summary.getTestsFoundCount() > 0 && summary.getTotalFailureCount() == 0;
    }

    private TestExecutionSummary run(@Nullable RuleSite rule, @Nullable String id, Set<String> classes)
            throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (WithoutRule loader = new WithoutRule(MAIN, TESTS, rule)) {
            Thread.currentThread().setContextClassLoader(loader);
            LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(classes.stream()
                            .map(name -> DiscoverySelectors.selectClass(loader, name))
                            .toList());
            if (id != null) {
                request.filters(TagFilter.includeTags(id));
            }
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            launcher.execute(request.build(), listener);
            return listener.getSummary();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** The test classes that have tests of a tag. */
    private Map<String, Set<String>> classesByTag() {
        TestPlan plan = launcher.discover(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("org.crossface.pathway"))
                .filters(ClassNameFilter.includeClassNamePatterns(".*Test"))
                .build());
        Map<String, Set<String>> byTag = new TreeMap<>();
        for (TestIdentifier root : plan.getRoots()) {
            for (TestIdentifier test : plan.getDescendants(root)) {
                test.getSource()
                        .filter(MethodSource.class::isInstance)
                        .map(MethodSource.class::cast)
                        .map(MethodSource::getClassName)
                        .ifPresent(name -> test.getTags()
                                .forEach(tag -> byTag.computeIfAbsent(tag.getName(), key -> new TreeSet<>())
                                        .add(name)));
            }
        }
        return byTag;
    }
}
