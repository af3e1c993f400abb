package org.crossface.pathway.surgery;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.pathway.surgery.events.ExternalStageOneAttested;
import org.crossface.pathway.surgery.events.ExternalStageTwoAttested;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.SuralNerveHarvested;
import org.crossface.pathway.surgery.events.SurgeryFact;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The operations, by case.
 *
 * @param byCase in the order of admission
 */
public record Operations(Map<String, Operation> byCase) {

    /** Before anything happened. */
    public static Operations none() {
        return new Operations(Map.of());
    }

    /** The operation of this case; an empty one before its first fact. */
    public Operation of(String caseId) {
        return byCase.getOrDefault(caseId, Operation.notStarted(caseId));
    }

    /** The completion of stage one; the latest if the graft was repeated. */
    public Optional<StageOneCompleted> stageOne() {
        return last(StageOneCompleted.class);
    }

    /** The completion of stage two; the latest if the transfer was repeated. */
    public Optional<StageTwoCompleted> stageTwo() {
        return last(StageTwoCompleted.class);
    }

    /**
     * Day of stage one in the zone of the facility; of a stage one at another centre, the last day that it can have been. The latest case
     * counts, here or elsewhere.
     */
    public Optional<LocalDate> stageOneDate() {
        Optional<LocalDate> latest = Optional.empty();
        for (Operation operation : byCase.values()) {
            Optional<LocalDate> found = stageOneDate(operation);
            latest = found.isPresent() ? found : latest;
        }
        return latest;
    }

    private static Optional<LocalDate> stageOneDate(Operation operation) {
        return operation
                .last(StageOneCompleted.class)
                .map(StageOneCompleted::operatedOn)
                .or(() -> operation.last(ExternalStageOneAttested.class).map(ExternalStageOneAttested::operatedOn));
    }

    /** Day of the last stage two in the zone of the facility; of one at another centre, the last day that it can have been. */
    public Optional<LocalDate> stageTwoDate() {
        Optional<LocalDate> latest = Optional.empty();
        for (Operation operation : byCase.values()) {
            Optional<LocalDate> found = operation
                    .last(StageTwoCompleted.class)
                    .map(StageTwoCompleted::operatedOn)
                    .or(() -> operation.last(ExternalStageTwoAttested.class).map(ExternalStageTwoAttested::operatedOn));
            latest = found.isPresent() ? found : latest;
        }
        return latest;
    }

    /**
     * Sural nerve that the last harvest left in a leg, cm; 0 when it left none or nobody measured it.
     *
     * @return empty while no nerve was taken from this leg, here or at another centre that named it
     */
    public Optional<Double> suralNerveLeftCm(@Nullable BodySide leg) {
        Optional<Double> here = stream(SuralNerveHarvested.class)
                .filter(harvest -> harvest.legSide() == leg)
                .reduce((earlier, later) -> later)
                .map(harvest -> harvest.residualLengthCm() == null ? 0 : harvest.residualLengthCm());
        return here.or(() -> stream(ExternalStageOneAttested.class)
                .filter(attested -> attested.legSide() != null && attested.legSide() == leg)
                .findFirst()
                .map(attested -> 0.0));
    }

    /** The legs that a sural nerve was taken from, here or at another centre that named them (INV-07). */
    public Set<BodySide> usedLegs() {
        Set<BodySide> used = EnumSet.noneOf(BodySide.class);
        stream(SuralNerveHarvested.class).map(SuralNerveHarvested::legSide).forEach(used::add);
        stream(ExternalStageOneAttested.class)
                .flatMap(attested -> Stream.ofNullable(attested.legSide()))
                .forEach(used::add);
        return Set.copyOf(used);
    }

    /** Day of the latest operation of this stage that was completed here; empty when another centre did it. */
    public Optional<LocalDate> operatedHereOn(Stage stage) {
        Optional<LocalDate> latest = Optional.empty();
        for (Operation operation : byCase.values()) {
            Optional<LocalDate> found =
                    operation.completion().filter(each -> each.stage() == stage).map(Operation.Completion::operatedOn);
            latest = found.isPresent() ? found : latest;
        }
        return latest;
    }

    /** The stages that were completed here, in the order of their cases. */
    public List<Operation.Completion> completed() {
        return byCase.values().stream()
                .map(Operation::completion)
                .flatMap(Optional::stream)
                .toList();
    }

    /** All facts of this type, of all cases. */
    public <F extends SurgeryFact> List<F> all(Class<F> type) {
        return stream(type).toList();
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Operations evolve(PathwayEvent event) {
        if (!(event instanceof SurgeryFact fact)) {
            return this;
        }
        Map<String, Operation> next = new LinkedHashMap<>(byCase);
        next.put(fact.caseId(), of(fact.caseId()).with(fact));
        return new Operations(next);
    }

    private <F extends SurgeryFact> Optional<F> last(Class<F> type) {
        return stream(type).reduce((earlier, later) -> later);
    }

    private <F extends SurgeryFact> Stream<F> stream(Class<F> type) {
        return byCase.values().stream().flatMap(operation -> operation.all(type).stream());
    }
}
