package org.crossface.coordination.projection;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.crossface.pathway.EffectiveFacts;
import org.crossface.pathway.PathwayEvent;
import org.crossface.pathway.Phase;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.platform.api.values.StorableRecords;

/**
 * The facts of one pathway in the order of recording, from which every row of a view is computed. Retracted facts are left out and
 * corrected ones have their new values, so that a row never depends on the order in which it was reached.
 */
public final class Facts {

    private final List<PathwayEvent> recorded = new ArrayList<>();
    private final Map<Class<?>, List<PathwayEvent>> effective = new HashMap<>();
    private final List<PhaseChange> phases = new ArrayList<>();
    private Phase phase = Phase.REFERRED;

    /** A change of phase. */
    public record PhaseChange(Phase phase, OffsetDateTime at) {}

    /** All of these facts. */
    public static Facts of(Iterable<? extends PathwayEvent> recorded) {
        Facts facts = new Facts();
        recorded.forEach(facts::add);
        return facts;
    }

    /** Takes in the next fact. */
    public void add(PathwayEvent fact) {
        recorded.add(fact);
        if (fact instanceof RecordRetracted || fact instanceof RecordCorrected) {
            refold();
        } else {
            take(fact);
        }
    }

    /** An earlier release took values that no table holds; every row is computed from what comes nearest to them. */
    private static PathwayEvent storable(PathwayEvent fact) {
        return fact instanceof Record values && StorableRecords.mended(values) instanceof PathwayEvent mended
                ? mended
                : fact;
    }

    private void take(PathwayEvent recordedFact) {
        PathwayEvent fact = storable(recordedFact);
        effective.computeIfAbsent(fact.getClass(), type -> new ArrayList<>()).add(fact);
        Phase after = fact.phaseAfter(phase);
        if (after != phase || phases.isEmpty()) {
            phases.add(new PhaseChange(after, fact.occurredAt()));
        }
        phase = after;
    }

    private void refold() {
        effective.clear();
        phases.clear();
        phase = Phase.REFERRED;
        EffectiveFacts.of(recorded).forEach(this::take);
    }

    /** The referral, which opens every pathway. */
    public PatientReferred referral() {
        return last(PatientReferred.class)
                .orElseThrow(() -> new IllegalStateException("A pathway begins with its referral"));
    }

    /** The zone of the site. */
    public ZoneId zone() {
        return ZoneId.of(referral().zone());
    }

    /** The site's day of a fact. */
    public LocalDate dayOf(PathwayEvent fact) {
        return dayOf(fact.occurredAt());
    }

    /** The site's day of a time. */
    public LocalDate dayOf(OffsetDateTime time) {
        return time.atZoneSameInstant(zone()).toLocalDate();
    }

    public Phase phase() {
        return phase;
    }

    /** The phase in which the pathway was before it was put on hold or lost; otherwise the present one. */
    public Phase restingPhase() {
        for (PhaseChange change : phases.reversed()) {
            if (change.phase() != Phase.ON_HOLD && change.phase() != Phase.LOST_TO_FOLLOW_UP) {
                return change.phase();
            }
        }
        return phase;
    }

    /** Every change of phase, the first included. */
    public List<PhaseChange> phases() {
        return List.copyOf(phases);
    }

    /** The facts of this type, in their order. */
    public <E extends PathwayEvent> List<E> all(Class<E> type) {
        return Collections.unmodifiableList(ofType(type));
    }

    /** The newest fact of this type. */
    public <E extends PathwayEvent> Optional<E> last(Class<E> type) {
        List<E> found = ofType(type);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    /** The newest fact of this type that fits. */
    public <E extends PathwayEvent> Optional<E> last(Class<E> type, Predicate<? super E> fits) {
        List<E> found = ofType(type);
        for (int i = found.size() - 1; i >= 0; i--) {
            if (fits.test(found.get(i))) {
                return Optional.of(found.get(i));
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked") // each list holds facts of its class only
    private <E extends PathwayEvent> List<E> ofType(Class<E> type) {
        return (List<E>) effective.getOrDefault(type, List.of());
    }

    /** Whether there is a fact of this type. */
    public boolean has(Class<? extends PathwayEvent> type) {
        return effective.containsKey(type);
    }
}
