package org.crossface.web.pages.patient;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.crossface.pathway.authority.Availability;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.UseCases;
import org.jspecify.annotations.Nullable;

/**
 * Why a command is not available now, and the conditions that would unlock it.
 *
 * @param reason summary in one line
 * @param from the day from which the command is available, if only time unlocks it
 * @param missing the unmet conditions; empty if the command is for other roles
 */
record Lock(String reason, @Nullable LocalDate from, List<Missing> missing) {

    /**
     * An unmet condition.
     *
     * @param words the present state and the remedy
     * @param steps commands that meet the condition
     */
    record Missing(String rule, String words, List<Step> steps) {}

    /** A command by its name in the URL and its title. */
    record Step(String command, String title) {}

    /** The commands that meet the missing conditions, without duplicates. */
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
