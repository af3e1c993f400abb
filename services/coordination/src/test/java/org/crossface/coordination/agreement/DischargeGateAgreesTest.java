package org.crossface.coordination.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crossface.coordination.theatre.GateItem;
import org.crossface.pathway.DryRun;
import org.crossface.pathway.recovery.discharge.DischargePatient;
import org.crossface.pathway.recovery.events.FlapMonitoringPlanned;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.decision.CommandRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * At every moment of many random recoveries each item of the discharge gate is shown as met exactly when the rule of its name allows the
 * discharge. To hear of one rule alone, everything else is met.
 */
class DischargeGateAgreesTest {

    private static final int HISTORIES = 10;

    private static final Shown SHOWN = new Shown();

    private final DryRun rules = new DryRun();
    private final Map<DischargeItem, Set<Boolean>> seen = new EnumMap<>(DischargeItem.class);
    private final Set<Boolean> ready = new TreeSet<>();

    @AfterAll
    static void stop() {
        SHOWN.close();
    }

    @Test
    void whatIsShownAsMetIsWhatTheRulesAllow() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            RandomRecovery recovery = RandomRecovery.of(seed);
            List<PathwayEvent> facts = new ArrayList<>(recovery.before());
            SHOWN.after(facts);
            for (PathwayEvent step : recovery.steps()) {
                facts.add(step);
                SHOWN.and(step);
                long wait = (seed * 13 + facts.size() * 7L) % 40;
                compare(recovery, facts, step.occurredAt().plusMinutes(wait), seed);
            }
        }
        assertThat(seen.keySet()).as("every item was compared").containsExactly(DischargeItem.values());
        assertThat(seen.values())
                .as("met and not met")
                .allSatisfy(both -> assertThat(both).hasSize(2));
        assertThat(ready).as("ready and not ready").hasSize(2);
    }

    private void compare(RandomRecovery recovery, List<PathwayEvent> facts, OffsetDateTime now, long seed) {
        DischargePatient discharge = DischargeItem.discharge(recovery.caseId(), now, intended(recovery, facts));
        List<GateItem> shown = SHOWN.gate(recovery.caseId(), now);
        String moment = "seed %d, after %d facts, at %s: %s".formatted(seed, facts.size(), now, facts.getLast());
        for (DischargeItem item : DischargeItem.values()) {
            Optional<CommandRefused> refusal = rules.refusal(withAllBut(item, facts, recovery, discharge), discharge);
            refusal.ifPresent(refused ->
                    assertThat(refused.rule()).as("%s, %s", item, moment).isEqualTo(item.rule()));
            boolean met =
                    item.among(shown).map(found -> found.isMet(now.toInstant())).orElse(true);
            assertThat(met)
                    .as("%s is shown as met, %s; %s", item, moment, shown)
                    .isEqualTo(refusal.isEmpty());
            seen.computeIfAbsent(item, each -> new TreeSet<>()).add(met);
        }
        boolean shownReady = SHOWN.rung(recovery.caseId(), now).equals("READY");
        if (shownReady) {
            assertThat(rules.refusal(facts, discharge)).as(moment).isEmpty();
        }
        ready.add(shownReady);
    }

    private static List<PathwayEvent> withAllBut(
            DischargeItem one, List<PathwayEvent> facts, RandomRecovery recovery, DischargePatient discharge) {
        List<PathwayEvent> all = new ArrayList<>(facts);
        for (DischargeItem item : DischargeItem.values()) {
            if (item != one) {
                all.add(item.met(discharge, recovery.stage(), "met-" + item));
            }
        }
        return all;
    }

    /** Where the patient would be sent: as ordered; while nothing is, as the watch of the flap is planned. */
    private static DischargeDestination intended(RandomRecovery recovery, List<PathwayEvent> facts) {
        String ordered = SHOWN.theatreCase(recovery.caseId()).destination();
        return ordered != null
                ? DischargeDestination.valueOf(ordered)
                : PathwayState.of(facts)
                        .recoveries()
                        .of(recovery.caseId())
                        .last(FlapMonitoringPlanned.class)
                        .map(FlapMonitoringPlanned::destination)
                        .orElse(DischargeDestination.HOME);
    }
}
