package org.crossface.pathway.authority;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares the table for auditors in {@code docs/authority.md} with the declarations. Run it with {@code -Dcrossface.authority.renew=true}
 * to print the table anew.
 */
@Tag("INV-68")
class AuthorityDocumentTest {

    @Test
    void theTableForAuditorsIsWhatTheUseCasesDeclare() throws IOException {
        Path document = root().resolve("docs/authority.md");
        String printed = print();
        if (Boolean.getBoolean("crossface.authority.renew")) {
            Files.writeString(document, printed);
        }
        assertThat(Files.readString(document))
                .as("docs/authority.md; see this test for how to renew it")
                .isEqualTo(printed);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("Makefile"))) {
            folder = Objects.requireNonNull(folder.getParent(), "Run it below the folder of the Makefile");
        }
        return folder;
    }

    private static String print() {
        List<String> lines = new ArrayList<>(List.of(
                "# Who may do what, when, and which rules judge it",
                "",
                "This page is printed from the use cases that the code declares (`UseCase`, beside each command); a test compares"
                        + " both. A role is checked when the command arrives (INV-68). A condition asks the pathway, a check asks"
                        + " what was entered.",
                "",
                "Every command to a pathway is also judged by FIELD-RANGE, INV-61 (not in the future; a late entry is"
                        + " explained) and SEQ-PHASE (the phases below), and by INV-56 unless it may follow the patient's death.",
                ""));
        String area = "";
        for (CommandSpec spec : CommandCatalogue.read().all()) {
            if (!spec.area().equals(area)) {
                area = spec.area();
                lines.addAll(List.of(
                        "",
                        "## " + area,
                        "",
                        "| command | by | phases | conditions | checks |",
                        "|---|---|---|---|---|"));
            }
            UseCase<?> useCase = spec.useCase();
            lines.add("| %s (`%s`) | %s | %s | %s | %s |"
                    .formatted(
                            spec.title(),
                            spec.kebabName(),
                            useCase.roles().stream().map(Role::code).collect(joining(" ")),
                            phases(useCase.phases()),
                            rules(useCase.conditions().stream().map(each -> each.rule())),
                            rules(Stream.concat(useCase.checks().stream(), useCase.factChecks().stream())
                                    .map(each -> each.rule()))));
        }
        lines.addAll(List.of("", "## Rules", "", "| rule | holds | says | overridden by |", "|---|---|---|---|"));
        RuleBook.all().stream()
                .sorted((one, other) -> (one.id() + one.says()).compareTo(other.id() + other.says()))
                .forEach(rule -> lines.add("| %s | %s | %s | %s |"
                        .formatted(
                                rule.id(),
                                rule.kind().name().toLowerCase(Locale.ROOT),
                                Policy.defaults().fill(rule.says()),
                                rule.overriddenBy().stream()
                                        .sorted()
                                        .map(Role::code)
                                        .collect(joining(" ")))));
        lines.addAll(List.of(
                "",
                "## Thresholds",
                "",
                "The sentences above show the defaults. A version of the policy changes them within these bounds; it is proposed by one"
                        + " person and approved by another. The owner answers for the number and is asked before it is changed.",
                "",
                "| threshold | what it is | default | unit | bounds | owner | read by |",
                "|---|---|---|---|---|---|---|"));
        for (Threshold each : Threshold.values()) {
            lines.add("| `%s` | %s | %d | %s | %d to %d | %s | %s |"
                    .formatted(
                            each.storedName(),
                            each.meaning(),
                            each.byDefault(),
                            each.unit().label(),
                            each.lowest(),
                            each.highest(),
                            each.owner().code(),
                            each.readBy()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String phases(Set<Phase> phases) {
        if (phases.isEmpty()) {
            return "";
        }
        if (phases.size() == Phase.values().length) {
            return "any";
        }
        return phases.stream()
                .map(phase -> phase.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(joining(", "));
    }

    private static String rules(Stream<Rule> rules) {
        return rules.map(Rule::id).distinct().collect(joining(" "));
    }
}
