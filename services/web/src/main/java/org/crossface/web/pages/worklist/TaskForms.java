package org.crossface.web.pages.worklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossface.coordination.worklist.TaskLine;
import org.crossface.pathway.aftercare.contact.RecordContactAttempt;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.FieldKind;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.platform.api.Role;
import org.springframework.web.util.UriComponentsBuilder;

/** The forms of the commands about a task: the one that satisfies it, with what the task knows filled in, and those that say who does it. */
final class TaskForms {

    /** Fields that name what a task is for, so that its key can stand in them. */
    private static final Set<Referent> OF_A_KEY = EnumSet.of(
            Referent.OPERATION,
            Referent.FLAP,
            Referent.RED_FLAG,
            Referent.COMPLICATION,
            Referent.CONCERN,
            Referent.CONTRADICTION,
            Referent.WAITING_FACT,
            Referent.PLANNED_ADJUNCT);

    private final CommandCatalogue catalogue;

    TaskForms(CommandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The commands of this role that satisfy the task; an attempt to reach the patient satisfies nothing that asks for more. */
    List<CommandSpec> satisfying(TaskLine line, Role role) {
        return catalogue.ofPathways().stream()
                .filter(spec -> spec.useCase().answers().contains(line.code()) && spec.allows(role))
                .filter(spec -> spec.type() != RecordContactAttempt.class)
                .toList();
    }

    /** Whether this role may give this command. */
    boolean allows(Class<?> command, Role role) {
        return catalogue.find(command).filter(spec -> spec.allows(role)).isPresent();
    }

    /** The address of the form, with what is known of the task filled in, from which one comes back to the list. */
    String form(String pathwayId, CommandSpec spec, TaskLine line, String back) {
        Map<String, String> parameters = known(spec, line);
        parameters.put("_back", back);
        return address(pathwayId, spec.kebabName(), parameters);
    }

    /** The address of the form of a command about the task itself. */
    String about(String pathwayId, Class<?> command, TaskLine line, String back) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("task", line.name());
        parameters.put("_back", back);
        return address(pathwayId, catalogue.find(command).orElseThrow().kebabName(), parameters);
    }

    /** Where the form of this command is sent to. */
    String sentTo(String pathwayId, Class<?> command) {
        return address(pathwayId, catalogue.find(command).orElseThrow().kebabName(), Map.of());
    }

    private static String address(String pathwayId, String command, Map<String, String> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/pathways/{pathway}/do/{command}");
        List<String> values = new ArrayList<>(List.of(pathwayId, command));
        parameters.forEach((name, value) -> {
            address.queryParam(name, "{value}");
            values.add(value);
        });
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    /** The key of a task names its case, muscle or flag, or the stage and visit that it is for. */
    static Map<String, String> known(CommandSpec spec, TaskLine line) {
        Map<String, String> values = new LinkedHashMap<>();
        if (line.key().isEmpty()) {
            return values;
        }
        List<String> words = Arrays.asList(line.key().split(" ", -1));
        for (FieldSpec field : spec.fields()) {
            if (field.refersTo() != null && OF_A_KEY.contains(field.refersTo())) {
                values.put(field.name(), words.getFirst());
            } else if (field.kind() == FieldKind.ENUM) {
                option(field, words).ifPresent(value -> values.put(field.name(), value));
            }
        }
        return values;
    }

    private static Optional<String> option(FieldSpec field, List<String> words) {
        return field.options().stream()
                .map(FieldSpec.Option::value)
                .filter(words::contains)
                .findFirst();
    }
}
