package org.crossface.pathway.surgery.graft;

import java.util.List;
import java.util.Set;
import org.crossface.pathway.surgery.checklist.SideRules;
import org.crossface.pathway.surgery.events.ExternalStageOneAttested;
import org.crossface.pathway.surgery.vocabulary.Anatomy;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;

/** Rules against taking and placing the graft on the wrong side. */
final class GraftSideRules {

    private GraftSideRules() {}

    static final Check<RecordDonorCoaptation> GRAFT_STARTS_ON_HEALTHY_SIDE = Check.hard(
            "INV-01",
            "The graft is joined to the facial nerve of the healthy side.",
            (state, command, given) ->
                    SideRules.mustBe(state.evaluation().healthySide(), command.faceSide(), "faceSide", "healthy"));

    static final Check<RecordBanking> GRAFT_ENDS_ON_PARALYSED_SIDE = Check.hard(
            "INV-02",
            "The free end of the graft is banked on the paralysed side.",
            (state, command, given) -> SideRules.mustBe(
                    state.evaluation().paralysedSide(), command.distalSide(), "distalSide", "paralysed"));

    static final Check<RecordSuralHarvest> SURAL_HARVEST_AGREES = Check.hard(
            "INV-04",
            "Consent, mark, time-out and operation record agree on the sides.",
            (state, command, given) -> SideRules.sourcesAgree(
                    state,
                    command.caseId(),
                    true,
                    List.of(new SideRules.Side("operation record", Anatomy.LEG, command.legSide(), "legSide"))));

    /** The surgeon confirms it with the reason of an override, which says how he or she knows. */
    static final Condition LEG_OF_EXTERNAL_GRAFT_IS_KNOWN = Condition.clinical(
            "INV-07",
            "After a stage one at another centre the surgeon confirms that the leg still has its nerve.",
            Set.of(Role.SURGEON),
            on -> Verdict.refusedIf(
                    on.state().operations().all(ExternalStageOneAttested.class).stream()
                            .anyMatch(attested -> attested.legSide() == null),
                    "",
                    "Another centre took a sural nerve, and from which leg is not on record",
                    "Examine both legs; the surgeon overrides the rule with what was found"));

    static final Check<RecordSuralHarvest> LEG_STILL_HAS_ITS_NERVE = Check.hard(
            "INV-07",
            "A sural nerve is taken from a leg once, unless enough of it was left.",
            (state, command, given) -> state.operations()
                    .suralNerveLeftCm(command.legSide())
                    .filter(left -> left < command.lengthCm())
                    .map(left -> Verdict.refused(
                            "legSide",
                            "The sural nerve of the " + command.legSide() + " leg was already taken",
                            "Take it from the other leg, with a consent that names it"))
                    .orElse(Verdict.ALLOWED));
}
