package org.crossface.pathway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compares the pages of {@code docs/reference} with the code. Run it with {@code -Dcrossface.reference.renew=true} to print them anew. */
class ReferenceDocumentsTest {

    private static final Sources SOURCES = Sources.ofMain();
    private static final EventNamesOfCommands RECORDED = new EventNamesOfCommands(SOURCES);
    private static final RulesPage RULES = new RulesPage(SOURCES);

    @TestFactory
    Stream<DynamicTest> everyPageIsWhatTheCodeSays() {
        return Map.of(
                        "rules.md", RULES.print(),
                        "commands.md", CommandsPage.print(RECORDED),
                        "events.md", EventsPage.print(SOURCES, RECORDED),
                        "transitions.md", TransitionsPage.print(RECORDED),
                        "timers.md", TimersPage.print())
                .entrySet()
                .stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> compare(page.getKey(), page.getValue())));
    }

    private static void compare(String name, String printed) throws IOException {
        Path file = Page.root().resolve("docs/reference").resolve(name);
        if (Boolean.getBoolean("crossface.reference.renew")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, printed);
        }
        assertThat(Page.read(file))
                .as("docs/reference/%s; see this test for how to renew it", name)
                .isEqualTo(printed);
    }

    /** What is read from the sources is not lost in silence when their form changes. */
    @Test
    void theSourcesTellOfEveryCommandRuleAndEvent() {
        assertThat(CommandCatalogue.read().all().stream()
                        .filter(spec -> RECORDED.of(spec.type()).isEmpty())
                        .map(CommandSpec::name))
                .isEmpty();
        assertThat(ModuleClasses.events().stream()
                        .filter(event -> RECORDED.recording(event).isEmpty()
                                || SOURCES.about(event).isEmpty())
                        .map(Class::getSimpleName))
                .as("recorded by no command of its own")
                .containsExactlyInAnyOrderElementsOf(EventNamesOfCommands.WITH_MANY.keySet().stream()
                        .map(Class::getSimpleName)
                        .toList());
        assertThat(RULES.withoutCode()).isEmpty();
        assertThat(RULES.withoutRemedy()).isEmpty();
    }
}
