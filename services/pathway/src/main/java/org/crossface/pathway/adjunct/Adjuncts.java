package org.crossface.pathway.adjunct;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * The procedures beside the plan.
 *
 * @param all planned or carried out, in the order of recording
 */
public record Adjuncts(List<Adjunct> all) {

    /** Before anything happened. */
    public static Adjuncts none() {
        return new Adjuncts(List.of());
    }

    /**
     * One procedure.
     *
     * @param performedAt {@code null} while it is planned
     * @param removedAt when its implant was taken out; {@code null} while it is in the patient, or nothing was implanted
     */
    public record Adjunct(
            String adjunctId,
            AdjunctKind kind,
            FaceSide side,
            @Nullable LocalDate plannedFor,
            @Nullable OffsetDateTime performedAt,
            @Nullable String product,
            @Nullable String lot,
            @Nullable MagneticResonance magneticResonance,
            @Nullable OffsetDateTime removedAt) {

        /** Whether it is planned and not carried out. */
        public boolean isOpen() {
            return performedAt == null;
        }

        /** Whether it left an implant that is still in the patient. */
        public boolean isImplanted() {
            return performedAt != null && removedAt == null && magneticResonance != null;
        }
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Adjuncts evolve(PathwayEvent event) {
        if (!(event instanceof AdjunctFact fact)) {
            return this;
        }
        return switch (fact) {
            case AdjunctPlanned planned ->
                with(new Adjunct(
                        planned.factId(),
                        planned.kind(),
                        planned.side(),
                        planned.plannedFor(),
                        null,
                        null,
                        null,
                        null,
                        null));
            case AdjunctPerformed done -> without(done.plannedId()).with(performed(done));
            case AdjunctRemoved removed ->
                new Adjuncts(all.stream()
                        .map(each -> each.adjunctId().equals(removed.adjunctId())
                                ? removed(each, removed.occurredAt())
                                : each)
                        .toList());
        };
    }

    /** Planned and not carried out. */
    public List<Adjunct> open() {
        return all.stream().filter(Adjunct::isOpen).toList();
    }

    /** With an implant that is still in the patient. */
    public List<Adjunct> implanted() {
        return all.stream().filter(Adjunct::isImplanted).toList();
    }

    private static Adjunct performed(AdjunctPerformed done) {
        return new Adjunct(
                done.factId(),
                done.kind(),
                done.side(),
                null,
                done.occurredAt(),
                done.product(),
                done.lot(),
                done.magneticResonance(),
                null);
    }

    private static Adjunct removed(Adjunct each, OffsetDateTime at) {
        return new Adjunct(
                each.adjunctId(),
                each.kind(),
                each.side(),
                each.plannedFor(),
                each.performedAt(),
                each.product(),
                each.lot(),
                each.magneticResonance(),
                at);
    }

    private Adjuncts with(Adjunct more) {
        return new Adjuncts(Stream.concat(all.stream(), Stream.of(more)).toList());
    }

    private Adjuncts without(@Nullable String adjunctId) {
        return new Adjuncts(
                all.stream().filter(each -> !each.adjunctId().equals(adjunctId)).toList());
    }
}
