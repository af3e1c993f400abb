package org.crossface.coordination.agreement;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.Histories;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.recovery.RecoveryDay;
import org.crossface.pathway.recovery.events.AldreteScored;
import org.crossface.pathway.recovery.events.AnesthesiaRecoveryEvaluated;
import org.crossface.pathway.recovery.events.DischargeInstructionsGiven;
import org.crossface.pathway.recovery.events.DischargeOrderSigned;
import org.crossface.pathway.recovery.events.EscortArrived;
import org.crossface.pathway.recovery.events.EscortExempted;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.events.FlapCompromiseSuspected;
import org.crossface.pathway.recovery.events.FlapMonitoringPlanned;
import org.crossface.pathway.recovery.events.PadssScored;
import org.crossface.pathway.recovery.events.RecoveryAdmitted;
import org.crossface.pathway.recovery.vocabulary.ArterialSignal;
import org.crossface.pathway.recovery.vocabulary.CarePlace;
import org.crossface.pathway.recovery.vocabulary.CompromiseCause;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.recovery.vocabulary.FlapCheckMethod;
import org.crossface.pathway.recovery.vocabulary.PadssVariant;
import org.crossface.pathway.recovery.vocabulary.Swelling;
import org.crossface.pathway.recovery.vocabulary.VenousSignal;
import org.crossface.pathway.scheduling.events.AftercareBedReleased;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.scheduling.events.EscortWithdrawn;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The hours between an operation and the discharge, by chance: most of what a discharge needs, in any order, undone and done again, corrected
 * and retracted. The same seed makes the same history.
 */
final class RandomRecovery {

    private static final List<DischargeDestination> DESTINATIONS = List.of(DischargeDestination.values());
    private static final int STEPS_BEFORE = 12;
    private static final int STEPS_AFTER = 8;

    private final Random random;
    private final String caseId;
    private final Stage stage;
    private final List<PathwayEvent> before;
    private final List<PathwayEvent> steps = new ArrayList<>();
    private final DischargeDestination usual;
    private OffsetDateTime now;

    private RandomRecovery(Random random, DayOfSurgery day, Stage stage) {
        this.random = random;
        this.caseId = day.caseId();
        this.stage = stage;
        this.before = day.facts();
        this.now = before.getLast().occurredAt();
        this.usual = DESTINATIONS.get(random.nextInt(DESTINATIONS.size()));
    }

    /** The history of this seed. */
    static RandomRecovery of(long seed) {
        Random random = new Random(seed);
        RandomRecovery made = switch (random.nextInt(8)) {
            case 0 -> discontinued(random, DayOfSurgery.stageOne(), Stage.ONE);
            case 1 -> discontinued(random, DayOfSurgery.stageTwo(), Stage.TWO);
            case 2, 3 -> new RandomRecovery(random, RecoveryDay.afterStageOne().day(), Stage.ONE);
            default -> new RandomRecovery(random, RecoveryDay.afterStageTwo().day(), Stage.TWO);
        };
        made.fill();
        return made;
    }

    private static RandomRecovery discontinued(Random random, DayOfSurgery day, Stage stage) {
        boolean induced = random.nextBoolean();
        day.admitted();
        if (induced) {
            day.signedIn().induced();
        }
        day.with(new ProcedureDiscontinued(
                Histories.PATHWAY,
                day.fact(),
                day.at("08:10"),
                day.caseId(),
                stage,
                induced ? DiscontinuedPhase.AFTER_ANESTHESIA : DiscontinuedPhase.BEFORE_ANESTHESIA,
                true,
                "fever"));
        if (induced) {
            day.signedOut();
            return new RandomRecovery(
                    random,
                    day.with(new RecoveryAdmitted(Histories.PATHWAY, day.fact(), day.at("15:10"), day.caseId())),
                    stage);
        }
        return new RandomRecovery(random, day, stage);
    }

    String caseId() {
        return caseId;
    }

    Stage stage() {
        return stage;
    }

    /** What had happened when recovery began. */
    List<PathwayEvent> before() {
        return before;
    }

    /** What came then, in this order. */
    List<PathwayEvent> steps() {
        return List.copyOf(steps);
    }

    /** By chance alone hardly anybody would ever be ready, so in between all that a discharge needs is done. */
    private void fill() {
        byChance(STEPS_BEFORE);
        List<DischargeItem> items = new ArrayList<>(List.of(DischargeItem.values()));
        Collections.shuffle(items, random);
        for (DischargeItem item : items) {
            now = now.plusMinutes(random.nextInt(4));
            steps.add(item.met(DischargeItem.discharge(caseId, now, usual), stage, fact()));
        }
        byChance(STEPS_AFTER);
    }

    private void byChance(int more) {
        int until = steps.size() + more;
        while (steps.size() < until) {
            now = now.plusMinutes(1 + random.nextInt(7));
            PathwayEvent next = next();
            if (next != null) {
                steps.add(next);
            }
        }
    }

    private boolean mostly() {
        return random.nextInt(5) > 0;
    }

    private String fact() {
        return "step-" + steps.size();
    }

    private DischargeDestination destination() {
        return mostly() ? usual : DESTINATIONS.get(random.nextInt(DESTINATIONS.size()));
    }

    private @Nullable PathwayEvent next() {
        String pathway = Histories.PATHWAY;
        return switch (random.nextInt(24)) {
            case 0, 1 -> aldrete(mostly() ? 2 : random.nextInt(2));
            case 2, 3, 4 -> padss();
            case 5, 6 -> new AnesthesiaRecoveryEvaluated(pathway, fact(), now, caseId, mostly(), null);
            case 7, 8 -> new DischargeOrderSigned(pathway, fact(), now, caseId, destination(), Histories.SURGEON);
            case 9, 10 -> new EscortArrived(pathway, fact(), now, caseId, "B. Example", EscortKind.FAMILY);
            case 11 -> new EscortWithdrawn(pathway, fact(), now, stage, null);
            case 12 ->
                mostly()
                        ? null
                        : new EscortExempted(pathway, fact(), now, caseId, Histories.SURGEON, "lives next door");
            case 13, 14 ->
                new DischargeInstructionsGiven(
                        pathway, fact(), now, caseId, "v1", mostly(), "en", null, mostly() ? now.plusDays(7) : null);
            case 15, 16, 17 -> stage == Stage.TWO ? flapCheck(mostly()) : null;
            case 18, 19 -> stage == Stage.TWO ? flapWatch(destination()) : null;
            case 20 ->
                new AftercareBedReserved(
                        pathway, fact(), now, stage, DischargeItem.FACILITY, now, now.plusDays(3), mostly());
            case 21 -> mostly() ? null : new AftercareBedReleased(pathway, fact(), now, stage, DischargeItem.FACILITY);
            case 22 -> retraction();
            default -> correction();
        };
    }

    private PathwayEvent aldrete(int oxygen) {
        return new AldreteScored(Histories.PATHWAY, fact(), now, caseId, 2, 2, 2, 1, oxygen, 7 + oxygen);
    }

    private PathwayEvent padss() {
        int vitals = mostly() ? 2 : random.nextInt(3);
        int nausea = mostly() ? 2 : random.nextInt(3);
        return new PadssScored(
                Histories.PATHWAY,
                fact(),
                now,
                caseId,
                PadssVariant.PADSS,
                vitals,
                2,
                nausea,
                null,
                2,
                2,
                6 + vitals + nausea,
                Math.min(vitals, nausea));
    }

    private PathwayEvent flapCheck(boolean passing) {
        return new FlapChecked(
                Histories.PATHWAY,
                fact(),
                now,
                caseId,
                "flap-1",
                passing ? ArterialSignal.STRONG : ArterialSignal.ABSENT,
                VenousSignal.PRESENT,
                Swelling.MILD,
                false,
                null,
                null,
                FlapCheckMethod.HANDHELD_DOPPLER,
                CarePlace.RECOVERY,
                null,
                passing);
    }

    private PathwayEvent flapWatch(DischargeDestination to) {
        return new FlapMonitoringPlanned(
                Histories.PATHWAY,
                fact(),
                now,
                caseId,
                "flap-1",
                to,
                to == DischargeDestination.AFTERCARE_FACILITY ? DischargeItem.FACILITY : null,
                "A nurse",
                FlapCheckMethod.HANDHELD_DOPPLER,
                mostly(),
                random.nextBoolean() ? "The caregiver was taught" : null,
                null);
    }

    /** A failed check raises a suspicion, as the aggregate records it; otherwise something that was recorded was wrong. */
    private @Nullable PathwayEvent retraction() {
        if (steps.isEmpty()) {
            return null;
        }
        if (steps.getLast() instanceof FlapChecked check && !check.passing()) {
            return new FlapCompromiseSuspected(
                    Histories.PATHWAY, fact(), now, caseId, "flap-1", CompromiseCause.ARTERIAL, check.factId());
        }
        PathwayEvent target = steps.get(random.nextInt(steps.size()));
        return new RecordRetracted(Histories.PATHWAY, fact(), now, target.factId(), "by mistake");
    }

    private @Nullable PathwayEvent correction() {
        List<PathwayEvent> orders = steps.stream()
                .filter(each -> each instanceof DischargeOrderSigned || each instanceof DischargeInstructionsGiven)
                .toList();
        if (orders.isEmpty()) {
            return null;
        }
        PathwayEvent target = orders.get(random.nextInt(orders.size()));
        CorrectedField field = target instanceof DischargeOrderSigned
                ? new CorrectedField("destination", destination().name())
                : new CorrectedField("teachBack", String.valueOf(mostly()));
        return new RecordCorrected(Histories.PATHWAY, fact(), now, target.factId(), List.of(field), null, "by mistake");
    }
}
