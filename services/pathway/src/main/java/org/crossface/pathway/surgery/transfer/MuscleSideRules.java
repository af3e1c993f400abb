package org.crossface.pathway.surgery.transfer;

import java.util.List;
import org.crossface.pathway.surgery.checklist.SideRules;
import org.crossface.pathway.surgery.vocabulary.Anatomy;
import org.crossface.pathway.usecase.Check;
import org.crossface.platform.api.decision.Verdict;

/** Rules against taking and placing the muscle on the wrong side. */
final class MuscleSideRules {

    private MuscleSideRules() {}

    static final Check<OnParalysedSide> MUSCLE_IS_PLACED_ON_PARALYSED_SIDE = Check.hard(
            "INV-03",
            "The muscle, its vessels and its nerve are placed on the paralysed side.",
            (state, command, given) ->
                    SideRules.mustBe(state.evaluation().paralysedSide(), command.faceSide(), "faceSide", "paralysed"));

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
                    state.flap().usedThighs().contains(command.thighSide()),
                    "thighSide",
                    "The gracilis of the " + command.thighSide() + " thigh was already taken",
                    "Take it from the other thigh, with a consent that names it"));
}
