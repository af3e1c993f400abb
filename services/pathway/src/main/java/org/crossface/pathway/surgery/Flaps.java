package org.crossface.pathway.surgery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.recovery.events.FlapCompromiseConfirmed;
import org.crossface.pathway.recovery.events.FlapCompromiseRuledOut;
import org.crossface.pathway.recovery.events.FlapCompromiseSuspected;
import org.crossface.pathway.recovery.events.FlapLost;
import org.crossface.pathway.recovery.events.FlapSalvaged;
import org.crossface.pathway.recovery.events.RecoveryFact;
import org.crossface.pathway.rehabilitation.events.NonFunctioningTransferDeclared;
import org.crossface.pathway.surgery.events.ArterialAnastomosisCompleted;
import org.crossface.pathway.surgery.events.ExternalStageTwoAttested;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.GracilisInset;
import org.crossface.pathway.surgery.events.ObturatorToGraftCoapted;
import org.crossface.pathway.surgery.events.ObturatorToMassetericCoapted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.SurgeryFact;
import org.crossface.pathway.surgery.events.VenousAnastomosisCompleted;
import org.crossface.pathway.surgery.vocabulary.FlapCondition;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * The gracilis flaps of a pathway: one, a second after a loss, or one on each side of a face that is paralysed on both.
 *
 * @param all in the order of their harvest or attestation
 */
public record Flaps(List<MuscleFlap> all) {

    /** Keeps its own copy of the list. */
    public Flaps {
        all = List.copyOf(all);
    }

    /** Before any muscle was harvested. */
    public static Flaps none() {
        return new Flaps(List.of());
    }

    /** The flap of this identifier. */
    public Optional<MuscleFlap> of(@Nullable String flapId) {
        return all.stream().filter(each -> each.flapId().equals(flapId)).findFirst();
    }

    /** The flap that was harvested in this case. */
    public Optional<MuscleFlap> ofCase(@Nullable String caseId) {
        return all.stream().filter(each -> each.caseId().equals(caseId)).findFirst();
    }

    /** Whether this case has put in a flap that is to be watched: it is not lost (INV-42). */
    public boolean watchedIn(String caseId) {
        return ofCase(caseId)
                .filter(each -> each.condition() != FlapCondition.LOST)
                .isPresent();
    }

    /** Those that keep their place: neither lost nor given up. */
    public List<MuscleFlap> inUse() {
        return all.stream().filter(each -> each.condition().isInUse()).toList();
    }

    /** Those whose transfer is complete and that are neither lost nor given up; therapy and outcome are theirs. */
    public List<MuscleFlap> atWork() {
        return all.stream().filter(MuscleFlap::isAtWork).toList();
    }

    /** The flap that was transferred last, whatever became of it. */
    public Optional<MuscleFlap> lastTransferred() {
        return all.reversed().stream().filter(MuscleFlap::isTransferred).findFirst();
    }

    /** Those that a fact of therapy or outcome can be about: the ones at work, or if none is, the one that was transferred last. */
    public List<MuscleFlap> candidates() {
        List<MuscleFlap> working = atWork();
        return working.isEmpty() ? lastTransferred().stream().toList() : working;
    }

    /**
     * The flap that an entry means.
     *
     * @param flapId as the entry names it; {@code null} or blank when it names none, and then there has to be only one candidate
     * @return empty when the identifier is unknown, none was transferred, or several are at work
     */
    public Optional<MuscleFlap> meant(@Nullable String flapId) {
        if (flapId != null && !flapId.isBlank()) {
            return of(flapId);
        }
        List<MuscleFlap> possible = candidates();
        return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
    }

    /** Thighs whose gracilis has been taken (INV-08). */
    public Set<BodySide> usedThighs() {
        return all.stream().flatMap(each -> Stream.ofNullable(each.thigh())).collect(Collectors.toUnmodifiableSet());
    }

    /** The flaps after this fact; facts that do not concern them leave them as they are. */
    public Flaps evolve(PathwayEvent event) {
        return switch (event) {
            case GracilisHarvested harvest -> and(MuscleFlap.of(harvest));
            case ExternalStageTwoAttested attested -> and(MuscleFlap.of(attested));
            case ArterialAnastomosisCompleted fact -> changed(fact.flapId(), fact);
            case VenousAnastomosisCompleted fact -> changed(fact.flapId(), fact);
            case ObturatorToGraftCoapted fact -> changed(fact.flapId(), fact);
            case ObturatorToMassetericCoapted fact -> changed(fact.flapId(), fact);
            case GracilisInset fact -> changed(fact.flapId(), fact);
            case FlapReperfused fact -> changed(fact.flapId(), fact);
            case StageTwoCompleted fact ->
                of(fact.flapId()).isPresent() ? changed(fact.flapId(), fact) : and(MuscleFlap.of(fact));
            case FlapCompromiseSuspected fact -> changed(fact.flapId(), fact);
            case FlapCompromiseConfirmed fact -> changed(fact.flapId(), fact);
            case FlapCompromiseRuledOut fact -> changed(fact.flapId(), fact);
            case FlapSalvaged fact -> changed(fact.flapId(), fact);
            case FlapLost fact -> changed(fact.flapId(), fact);
            case NonFunctioningTransferDeclared fact ->
                changed(fact.flapId(), flap -> flap.with(FlapCondition.NON_FUNCTIONING));
            default -> this;
        };
    }

    private Flaps changed(String flapId, SurgeryFact fact) {
        return changed(flapId, flap -> flap.after(fact));
    }

    private Flaps changed(String flapId, RecoveryFact fact) {
        return changed(flapId, flap -> flap.after(fact));
    }

    private Flaps changed(@Nullable String flapId, UnaryOperator<MuscleFlap> change) {
        return new Flaps(all.stream()
                .map(each -> each.flapId().equals(flapId) ? change.apply(each) : each)
                .toList());
    }

    private Flaps and(MuscleFlap flap) {
        return new Flaps(Stream.concat(all.stream(), Stream.of(flap)).toList());
    }
}
