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
 * What can be done with a pathway now, and why the rest cannot.
 *
 * @param due what does the most urgent thing that is due and that this role can do; {@code null} when there is none
 * @param likely the other commands for the pathway's present phase, the most special first
 * @param always commands that fit almost any phase
 * @param waiting what waits for a day or another fact
 * @param later what belongs to other phases
 * @param others what other roles do
 */
record Offers(
        @Nullable Offer due,
        List<Offer> likely,
        List<Offer> always,
        List<Offer> waiting,
        List<Offer> later,
        List<Offer> others) {

    /** A command that fits more phases than this is not special to one. */
    private static final int SPECIAL_PHASES = 8;

    /** A command that asks so much of the state is special to the moments in which all of it is met. */
    private static final int SPECIAL_CONDITIONS = 2;

    /**
     * One command.
     *
     * @param reason why not; empty when it can be done
     * @param from the day from which it can, if that is known
     */
    record Offer(
            String command,
            String title,
            String area,
            String icon,
            String reason,
            @Nullable LocalDate from) {}

    /** @param wanted the commands that do what is due, the most urgent first */
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

    /** With the first of these that can be done now in front. */
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

    /** Whether it fits few moments: by its phases, or since it asks much of the state. */
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
