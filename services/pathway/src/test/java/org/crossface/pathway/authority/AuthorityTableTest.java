package org.crossface.pathway.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.Samples;
import org.crossface.pathway.oversight.task.TaskCommand;
import org.crossface.platform.api.FieldBounds;
import org.crossface.platform.api.FieldRange;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("INV-68")
class AuthorityTableTest {

    private static final CommandCatalogue CATALOGUE = CommandCatalogue.read();

    @Test
    void everyCommandHasARowAndEveryRowACommand() {
        assertThat(CATALOGUE.all().stream().<Class<?>>map(CommandSpec::type).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(ModuleClasses.commands()));
    }

    @Test
    void everyCommandIsForSomebody() {
        assertThat(CATALOGUE.all()).allSatisfy(spec -> {
            assertThat(spec.roles()).as(spec.name()).isNotEmpty();
            assertThat(spec.title()).as(spec.name()).isNotBlank();
            assertThat(spec.type().getName()).startsWith("org.crossface.pathway." + spec.area() + ".");
        });
    }

    @TestFactory
    Stream<DynamicTest> everyCellOfTheMatrixHolds() {
        return CATALOGUE.all().stream()
                .flatMap(spec -> Arrays.stream(Role.values())
                        .map(role -> DynamicTest.dynamicTest(spec.name() + " by " + role.code(), () -> {
                            if (spec.roles().contains(role)) {
                                assertThat(send(spec, role)).isEqualTo("handled");
                            } else {
                                assertRefused(spec, role);
                            }
                        })));
    }

    /** The areas of the clinical reference 2.7, written down again here so that a slip in the table is noticed. */
    @Test
    void theTableKeepsToTheAuthorityMatrixOfTheReference() {
        Map<String, Set<String>> allowed = Map.of(
                "evaluation", Set.of("SU", "PT", "SC"),
                "planning", Set.of("SU"),
                "neurotization", Set.of("SU", "SYS"),
                "surgery", Set.of("SU", "AN", "PN", "ON", "PACU", "AC", "PT"),
                "rehabilitation", Set.of("PT", "SU", "SC"),
                "policy", Set.of("AD", "SU", "AN", "QA"),
                "reference", Set.of("AD"));
        // Billing looks at the charge of an operation; a surgeon keeps his or her own preference cards.
        Map<String, Set<String>> others = Map.of("ReviewCharge", Set.of("BI"), "SetPreferenceCard", Set.of("AD", "SU"));
        for (CommandSpec spec : CATALOGUE.all()) {
            if (TaskCommand.class.isAssignableFrom(spec.type())) {
                // Whose task it is, is asked of the task.
                continue;
            }
            Set<String> codes = spec.roles().stream().map(Role::code).collect(Collectors.toSet());
            assertThat(others.getOrDefault(spec.name(), allowed.getOrDefault(spec.area(), codes)))
                    .as(spec.name())
                    .containsAll(codes);
            if (codes.contains("AD")) {
                assertThat(Set.of("policy", "reference", "patient"))
                        .as(spec.name())
                        .contains(spec.area());
            }
            assertThat(codes.contains("PO"))
                    .as(spec.name())
                    .isEqualTo(Set.of("EraseSubject", "LinkPersons", "UnlinkPersons")
                            .contains(spec.name()));
        }
    }

    @Test
    void theSurgeonAloneDecidesOnNeurotizationAndCompletion() {
        for (String command : List.of("confirm-neurotization", "complete-pathway", "complete-stage-two")) {
            assertThat(CATALOGUE.ofPathways(command).orElseThrow().roles())
                    .as(command)
                    .containsExactly(Role.SURGEON);
        }
    }

    @Test
    void aMessageWithoutARoleIsRefused() {
        CommandSpec spec = CATALOGUE.ofPathways("complete-pathway").orElseThrow();
        assertThatThrownBy(() -> send(new GenericCommandMessage<>(Samples.of(spec.type()))))
                .isInstanceOf(CommandRefused.class);
    }

    @Test
    void aCommandOfAnotherModulePasses() throws Exception {
        assertThat(send(new GenericCommandMessage<>("another module's command")))
                .isEqualTo("handled");
    }

    @Test
    void fieldsTellTheirUnitAndRange() {
        CommandSpec spec = CATALOGUE.ofPathways("assess-tinel").orElseThrow();
        FieldSpec advance = spec.fields().stream()
                .filter(field -> field.name().equals("advanceMm"))
                .findFirst()
                .orElseThrow();
        assertThat(advance)
                .isEqualTo(new FieldSpec(
                        "advanceMm",
                        FieldKind.NUMBER,
                        null,
                        new FieldRange("Advance from the donor coaptation", "mm", 0, 250, 1, FieldBounds.LINE),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        true,
                        ""));
        assertThat(spec.fields())
                .extracting(FieldSpec::name)
                .doesNotContain("pathwayId")
                .contains("occurredAt");
    }

    private static void assertRefused(CommandSpec spec, Role role) {
        assertThatThrownBy(() -> send(spec, role))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("INV-68"));
    }

    private static Object send(CommandSpec spec, Role role) throws Exception {
        return send(new GenericCommandMessage<>(Samples.of(spec.type()), Map.of(Metadata.ROLE, role.name())));
    }

    private static Object send(CommandMessage<?> message) throws Exception {
        UnitOfWork<CommandMessage<?>> unitOfWork = DefaultUnitOfWork.startAndGet(message);
        try {
            return new AuthorityInterceptor(CATALOGUE).handle(unitOfWork, () -> "handled");
        } finally {
            unitOfWork.rollback();
        }
    }
}
