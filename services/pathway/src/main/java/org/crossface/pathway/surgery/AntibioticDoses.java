package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.surgery.events.DrugGiven;
import org.crossface.pathway.surgery.events.SafetyTimeOutCompleted;
import org.crossface.pathway.surgery.vocabulary.Antibiotic;
import org.crossface.pathway.surgery.vocabulary.DrugPurpose;
import org.jspecify.annotations.Nullable;

/**
 * The antibiotics of one operation, the one of the time-out first.
 *
 * @param all in the order of their times
 */
public record AntibioticDoses(List<Dose> all) {

    /**
     * One dose.
     *
     * @param drug {@code null} when the time-out does not name it
     */
    public record Dose(@Nullable Antibiotic drug, OffsetDateTime at) {}

    static AntibioticDoses of(Operation operation) {
        Stream<Dose> first = operation.last(SafetyTimeOutCompleted.class).stream()
                .flatMap(timeOut ->
                        Stream.ofNullable(timeOut.antibioticAt()).map(at -> new Dose(timeOut.antibiotic(), at)));
        Stream<Dose> further = operation.all(DrugGiven.class).stream()
                .filter(given -> given.purpose() == DrugPurpose.ANTIBIOTIC)
                .map(given -> new Dose(given.antibiotic(), given.occurredAt()));
        return new AntibioticDoses(Stream.concat(first, further)
                .sorted(Comparator.comparing(Dose::at))
                .toList());
    }

    /**
     * The time at which a dose should have been repeated and was not, while the wound was open until this time.
     *
     * @return empty when nothing was missed, and when no antibiotic that is given again was named
     */
    public Optional<OffsetDateTime> missedBefore(OffsetDateTime closed, Policy policy) {
        for (int i = 0; i < all.size(); i++) {
            OffsetDateTime next = i + 1 < all.size() ? all.get(i + 1).at() : closed;
            OffsetDateTime last = next.isBefore(closed) ? next : closed;
            Optional<OffsetDateTime> missed = again(all.get(i), policy).filter(last::isAfter);
            if (missed.isPresent()) {
                return missed;
            }
        }
        return Optional.empty();
    }

    /** When the newest dose is to be repeated; empty when it is not. */
    public Optional<OffsetDateTime> nextAt(Policy policy) {
        return all.isEmpty() ? Optional.empty() : again(all.getLast(), policy);
    }

    private static Optional<OffsetDateTime> again(Dose dose, Policy policy) {
        return Optional.ofNullable(dose.drug())
                .flatMap(Antibiotic::again)
                .map(hours -> dose.at().plus(policy.durationOf(hours)));
    }
}
