package org.crossface.pathway.followup;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crossface.pathway.consent.signature.ExpireConsent;
import org.crossface.pathway.intake.referral.ExpireReferral;
import org.crossface.pathway.neurotization.growth.LapseNeurotizationWindow;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.record.Cancellations;
import org.crossface.pathway.scheduling.booking.CancelSurgery;
import org.crossface.pathway.scheduling.readiness.ExpireClearance;
import org.crossface.pathway.scheduling.vocabulary.ScheduleChangeReason;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the clinical reference lets happen by itself when a time is over: a referral, a consent, a clearance, the window of a nerve, the slot of a
 * contradicted operation (section 3, A-01). The command that records it exists, and the conditions of its use case say when its time has come.
 *
 * @param command what records it, with this instant as its time
 * @param at not before the latest fact: what a later fact made possible did not come about earlier
 */
public record Consequence(PathwayCommand command, Instant at) implements Passing {

    private static final Comparator<Consequence> ORDER = comparing(Consequence::at)
            .thenComparing(each -> each.command().getClass().getSimpleName())
            .thenComparing(each -> each.command().toString());

    static Optional<Consequence> next(Timetable timetable, PathwayState state, Policy policy) {
        OffsetDateTime last = state.lastAt();
        if (last == null) {
            return Optional.empty();
        }
        Asked asked = new Asked(state, last, policy);
        return Stream.of(
                        asked.met(ExpireReferral.USE_CASE, null, at -> new ExpireReferral(asked.id(), at)),
                        asked.met(
                                LapseNeurotizationWindow.USE_CASE,
                                null,
                                at -> new LapseNeurotizationWindow(asked.id(), at)),
                        Arrays.stream(Stage.values())
                                .flatMap(stage -> asked.met(
                                        ExpireClearance.USE_CASE,
                                        stage,
                                        at -> new ExpireClearance(asked.id(), at, stage))),
                        consents(asked),
                        slots(timetable, asked))
                .flatMap(each -> each)
                .min(ORDER);
    }

    /** The consents that have a last day and under which no operation was begun. */
    private static Stream<Consequence> consents(Asked asked) {
        PathwayState state = asked.state();
        return state.consents().all().stream()
                .filter(consent -> state.consents()
                        .standing(consent.type(), consent.stage())
                        .equals(Optional.of(consent)))
                .filter(consent -> !state.wasBegunUnder(consent))
                .flatMap(consent -> Stream.ofNullable(consent.validUntil())
                        .flatMap(until -> asked.metFrom(
                                ExpireConsent.USE_CASE,
                                null,
                                asked.startOf(until.plusDays(1)),
                                at -> new ExpireConsent(asked.id(), at, consent.type(), consent.stage()))));
    }

    /** The operations whose slot was held long enough. */
    private static Stream<Consequence> slots(Timetable timetable, Asked asked) {
        PathwayState state = asked.state();
        return timetable.tasks().stream()
                .filter(task -> task.timer().equals(PreparationTimers.SLOT_HELD))
                .flatMap(task -> state.schedule().caseById(task.key()).stream()
                        .flatMap(held -> Stream.ofNullable(task.overdue())
                                .flatMap(over -> asked.metFrom(
                                        CancelSurgery.USE_CASE,
                                        held.stage(),
                                        over.at(),
                                        at -> new CancelSurgery(
                                                asked.id(),
                                                at,
                                                held.stage(),
                                                Cancellations.timing(
                                                        state.operations().of(held.caseId())),
                                                ScheduleChangeReason.HELD_TOO_LONG,
                                                null)))));
    }

    /**
     * Asks the conditions of a command from when on they are met, if no fact comes.
     *
     * @param last when the latest fact happened
     */
    private record Asked(PathwayState state, OffsetDateTime last, Policy policy) {

        String id() {
            return Objects.requireNonNull(state.intake().pathwayId());
        }

        Instant startOf(LocalDate day) {
            return day.atStartOfDay(state.zoneAt(last)).toInstant();
        }

        Stream<Consequence> met(
                UseCase<?> useCase, @Nullable Stage stage, Function<OffsetDateTime, PathwayCommand> command) {
            return metFrom(useCase, stage, last.toInstant(), command);
        }

        Stream<Consequence> metFrom(
                UseCase<?> useCase,
                @Nullable Stage stage,
                Instant earliest,
                Function<OffsetDateTime, PathwayCommand> command) {
            if (!useCase.phases().contains(state.phase())) {
                return Stream.empty();
            }
            Instant from = earliest.isBefore(last.toInstant()) ? last.toInstant() : earliest;
            return metFrom(useCase, stage, from)
                    // what the conditions said of an earlier time has to be so at that time too
                    .flatMap(met -> metFrom(useCase, stage, met))
                    .map(met -> new Consequence(command.apply(timeOf(met)), met))
                    .stream();
        }

        private Optional<Instant> metFrom(UseCase<?> useCase, @Nullable Stage stage, Instant from) {
            Situation situation = new Situation(state, null, stage, null, timeOf(from), from, policy);
            Instant met = from;
            for (UseCase.Asked each : useCase.ask(situation)) {
                if (each.verdict() instanceof Verdict.Refused refused) {
                    if (refused.from() == null) {
                        return Optional.empty();
                    }
                    met = refused.from().isAfter(met) ? refused.from() : met;
                }
            }
            return Optional.of(met);
        }

        private OffsetDateTime timeOf(Instant instant) {
            return instant.atZone(state.zoneAt(last)).toOffsetDateTime();
        }
    }
}
