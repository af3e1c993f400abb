package org.crossface.web.pages.patient;

import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.authority.Availability;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.state.PathwayState;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * The commands that are available for a pathway now, and why the others are not.
 *
 * @param due the available command for the most urgent task; {@code null} without one
 * @param likely the other available commands with few phases or several conditions, the fewest phases first
 * @param always available commands for almost any phase
 * @param waiting commands of this phase that need a later day or another fact
 * @param later commands of other phases
 * @param others commands of other roles
 */
record Offers(
        @Nullable Offer due,
        List<Offer> likely,
        List<Offer> always,
        List<Offer> waiting,
        List<Offer> later,
        List<Offer> others) {

    /** Most phases of a command that counts as special. */
    private static final int SPECIAL_PHASES = 8;

    /** A command with at least this many conditions counts as special, for any number of phases. */
    private static final int SPECIAL_CONDITIONS = 2;

    /**
     * One command.
     *
     * @param reason why the command is not available; empty if it is
     * @param from the day from which it is available, if known
     */
    record Offer(
            String command,
            String title,
            String area,
            String icon,
            String reason,
            @Nullable LocalDate from) {}

    /** @param wanted the commands for the due tasks, the most urgent first */
    static Offers of(
            PathwayState state,
            CommandCatalogue catalogue,
            Role role,
            OffsetDateTime now,
            Policy policy,
            List<Class<?>> wanted) {
        Offers offers = new Offers(
                null, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        catalogue.ofPathways().stream()
                .filter(spec -> !spec.phases().isEmpty())
                .sorted(comparingInt(spec -> spec.phases().size()))
                .forEach(spec ->
                        offers.sort(spec, Availability.of(state, spec, role, now, policy), role, state, catalogue));
        return offers.leading(wanted.stream()
                .flatMap(type -> catalogue.find(type).stream())
                .map(CommandSpec::kebabName)
                .toList());
    }

    /** Moves the first of these commands that is available now to {@code due}. */
    private Offers leading(List<String> wanted) {
        return wanted.stream()
                .flatMap(command -> Stream.concat(likely.stream(), always.stream())
                        .filter(offer -> offer.command().equals(command)))
                .findFirst()
                .map(lead -> new Offers(lead, without(likely, lead), without(always, lead), waiting, later, others))
                .orElse(this);
    }

    private static List<Offer> without(List<Offer> offers, Offer lead) {
        return offers.stream().filter(offer -> !offer.equals(lead)).toList();
    }

    /** The cases that a command may be about, the newest first. */
    static List<SurgicalCase> openCases(PathwayState state) {
        return state.schedule().cases().reversed().stream()
                .filter(each -> !each.cancelled())
                .toList();
    }

    private void sort(
            CommandSpec spec, Availability availability, Role role, PathwayState state, CommandCatalogue catalogue) {
        switch (availability) {
            case Availability.Offered offered -> (isSpecial(spec) ? likely : always).add(offer(spec, "", null));
            case Availability.Locked locked -> {
                List<Offer> group =
                        !spec.allows(role) ? others : spec.phases().contains(state.phase()) ? waiting : later;
                Lock lock = Lock.of(locked, catalogue, state.intake().zoneId());
                int more = lock.missing().size() - 1;
                group.add(offer(spec, lock.reason() + (more > 0 ? " And " + more + " more." : ""), lock.from()));
            }
        }
    }

    /** Whether the command has few phases or several conditions. */
    private static boolean isSpecial(CommandSpec spec) {
        return spec.phases().size() <= SPECIAL_PHASES
                || spec.useCase().conditions().size() >= SPECIAL_CONDITIONS;
    }

    private static Offer offer(CommandSpec spec, String reason, @Nullable LocalDate from) {
        return new Offer(
                spec.kebabName(),
                spec.title(),
                HistoryLine.areaWords(spec.area()),
                HistoryLine.icon(spec.area()),
                reason,
                from);
    }
}
