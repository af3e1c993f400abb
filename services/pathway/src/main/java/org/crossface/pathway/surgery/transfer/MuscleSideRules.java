package org.crossface.pathway.surgery.transfer;

import java.util.List;
import org.crossface.pathway.surgery.checklist.SideRules;
import org.crossface.pathway.surgery.vocabulary.Anatomy;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.Verdict;

/** Rules against taking and placing the muscle on the wrong side. */
public final class MuscleSideRules {

    private MuscleSideRules() {}

    static final Check<OnParalysedSide> MUSCLE_IS_PLACED_ON_PARALYSED_SIDE = Check.hard(
            "INV-03",
            "The muscle, its vessels and its nerve are placed on the paralysed side; with both sides paralysed, on the one that was consented.",
            (state, command, given) ->
                    SideRules.mustBe(state.operatedSide(Stage.TWO), command.faceSide(), "faceSide", "paralysed"));

    /** For the harvest of a muscle. */
    public static final Condition NO_OTHER_FLAP_IS_IN_USE = Condition.hard(
            "INV-64",
            "There is one live flap on each side; another may be placed after the first was lost or declared not to function.",
            on -> on.state().flaps().inUse().stream()
                    .filter(flap -> !flap.caseId().equals(on.caseId()))
                    .filter(flap -> flap.mayLieOn(on.state().operatedSide(Stage.TWO)))
                    .findFirst()
                    .map(flap -> Verdict.refused(
                            "",
                            "The flap of an earlier operation is in place on this side",
                            "Record its loss, or declare that it does not function"))
                    .orElse(Verdict.ALLOWED));

    static final Check<RecordGracilisHarvest> GRACILIS_HARVEST_AGREES = Check.hard(
            "INV-04",
            "Consent, mark, time-out and operation record agree on the sides.",
            (state, command, given) -> SideRules.sourcesAgree(
                    state,
                    command.caseId(),
                    true,
                    List.of(new SideRules.Side("operation record", Anatomy.THIGH, command.thighSide(), "thighSide"))));

    static final Check<RecordGracilisHarvest> THIGH_STILL_HAS_ITS_MUSCLE = Check.hard(
            "INV-08",
            "A gracilis is taken from a thigh once.",
            (state, command, given) -> Verdict.refusedIf(
                    state.flaps().usedThighs().contains(command.thighSide()),
                    "thighSide",
                    "The gracilis of the " + command.thighSide() + " thigh was already taken",
                    "Take it from the other thigh, with a consent that names it"));
}
