package org.crossface.web.pages.patient;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.crossface.pathway.authority.Availability;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.UseCases;
import org.jspecify.annotations.Nullable;

/**
 * Why a command cannot be given now, and what would make it possible.
 *
 * @param reason in one line
 * @param from the day from which it can be given, when time alone unlocks it
 * @param missing every condition that is not met; empty when the command is for other roles
 */
record Lock(String reason, @Nullable LocalDate from, List<Missing> missing) {

    /**
     * A condition that is not met.
     *
     * @param words what is so and what would help
     * @param steps commands that meet it
     */
    record Missing(String rule, String words, List<Step> steps) {}

    /** A command by its address and title. */
    record Step(String command, String title) {}

    /** The commands that meet what is missing, each once. */
    public List<Step> getSteps() {
        return missing.stream()
                .flatMap(each -> each.steps().stream())
                .distinct()
                .toList();
    }

    static Lock of(Availability.Locked locked, CommandCatalogue catalogue, ZoneId zone) {
        return new Lock(
                locked.reason(),
                locked.from().map(from -> LocalDate.ofInstant(from, zone)).orElse(null),
                locked.unmet().stream()
                        .map(each -> new Missing(
                                each.found().rule().id(),
                                each.found().words(),
                                UseCases.fulfilling(each.condition()).stream()
                                        .flatMap(type -> catalogue.find(type).stream())
                                        .map(spec -> new Step(spec.kebabName(), spec.title()))
                                        .toList()))
                        .toList());
    }
}
