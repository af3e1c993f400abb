package org.crossface.pathway.surgery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.BodySide;
import org.crossface.pathway.Check;
import org.crossface.pathway.Condition;
import org.crossface.pathway.FaceSide;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Stage;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents.Consent;
import org.crossface.platform.api.decision.Verdict;

/** Rules against operating on the wrong side, and against taking from a donor site twice. */
final class SideRules {

    private static final String REPORT =
            "Correct the entry; if the step was done on this side, report it as a never event";

    private SideRules() {}

    static final Check<RecordDonorCoaptation> GRAFT_STARTS_ON_HEALTHY_SIDE = Check.hard(
            "INV-01",
            "The graft is joined to the facial nerve of the healthy side.",
            (state, command, given) ->
                    mustBe(state.evaluation().healthySide(), command.faceSide(), "faceSide", "healthy"));

    static final Check<RecordBanking> GRAFT_ENDS_ON_PARALYSED_SIDE = Check.hard(
            "INV-02",
            "The free end of the graft is banked on the paralysed side.",
            (state, command, given) ->
                    mustBe(state.evaluation().paralysedSide(), command.distalSide(), "distalSide", "paralysed"));

    static final Check<OnParalysedSide> MUSCLE_IS_PLACED_ON_PARALYSED_SIDE = Check.hard(
            "INV-03",
            "The muscle, its vessels and its nerve are placed on the paralysed side.",
            (state, command, given) ->
                    mustBe(state.evaluation().paralysedSide(), command.faceSide(), "faceSide", "paralysed"));

    /** Refused unless the side given is the one needed. */
    static Verdict mustBe(Optional<FaceSide> needed, FaceSide given, String field, String name) {
        return Verdict.refusedIf(
                needed.filter(side -> side == given).isEmpty(),
                field,
                "The " + name + " side is " + needed.map(Enum::name).orElse("unknown") + ", the entry says " + given,
                REPORT);
    }

    static final Condition MARK_AGREES_WITH_CONSENT = Condition.hard(
            "INV-04",
            "Consent, mark, time-out and operation record agree on the sides.",
            on -> sourcesAgree(on.state(), on.surgicalCase().caseId(), true, List.of()));

    static final Check<CompleteTimeOut> TIME_OUT_AGREES_WITH_CONSENT_AND_MARK = Check.hard(
            "INV-04", "Consent, mark, time-out and operation record agree on the sides.", (state, command, given) -> {
                boolean one = CaseRules.caseOf(state, command).stage() == Stage.ONE;
                BodySide donor = one ? command.legSide() : command.thighSide();
                if (donor == null || (one && command.donorBranchSide() == null)) {
                    return Verdict.refused(
                            donor == null ? one ? "legSide" : "thighSide" : "donorBranchSide",
                            "The time-out does not name this side",
                            "Read the side aloud and enter it");
                }
                Stream<Side> face = Stream.of(new Side("time-out", Anatomy.FACE, command.faceSide(), "faceSide"));
                Stream<Side> branch = Stream.ofNullable(command.donorBranchSide())
                        .map(side -> new Side("time-out", Anatomy.DONOR_BRANCH, side, "donorBranchSide"));
                Stream<Side> leg = Stream.ofNullable(command.legSide())
                        .map(side -> new Side("time-out", Anatomy.LEG, side, "legSide"));
                Stream<Side> thigh = Stream.ofNullable(command.thighSide())
                        .map(side -> new Side("time-out", Anatomy.THIGH, side, "thighSide"));
                return sourcesAgree(
                        state,
                        command.caseId(),
                        false,
                        Stream.of(face, branch, leg, thigh)
                                .flatMap(sides -> sides)
                                .toList());
            });

    static final Check<RecordSuralHarvest> SURAL_HARVEST_AGREES = Check.hard(
            "INV-04",
            "Consent, mark, time-out and operation record agree on the sides.",
            (state, command, given) -> sourcesAgree(
                    state,
                    command.caseId(),
                    true,
                    List.of(new Side("operation record", Anatomy.LEG, command.legSide(), "legSide"))));

    static final Check<RecordGracilisHarvest> GRACILIS_HARVEST_AGREES = Check.hard(
            "INV-04",
            "Consent, mark, time-out and operation record agree on the sides.",
            (state, command, given) -> sourcesAgree(
                    state,
                    command.caseId(),
                    true,
                    List.of(new Side("operation record", Anatomy.THIGH, command.thighSide(), "thighSide"))));

    /** No two sources name different sides of the same anatomy; the entry comes first, so that its field is named. */
    private static Verdict sourcesAgree(PathwayState state, String caseId, boolean withTimeOut, List<Side> entered) {
        List<Side> known = Stream.concat(entered.stream(), known(state, caseId, withTimeOut))
                .toList();
        for (Side one : known) {
            for (Side other : known) {
                if (one.anatomy() == other.anatomy() && !one.name().equals(other.name())) {
                    return Verdict.refused(
                            one.field(),
                            one.anatomy() + ": " + one.source() + " says " + one.name() + ", " + other.source()
                                    + " says " + other.name(),
                            "Stop until all agree; correct the source that is wrong. What was really done on another "
                                    + "side is reported as an event that must never happen");
                }
            }
        }
        return Verdict.ALLOWED;
    }

    private static Stream<Side> known(PathwayState state, String caseId, boolean withTimeOut) {
        Stage stage = state.schedule().caseById(caseId).orElseThrow().stage();
        Operation operation = state.operations().of(caseId);
        return Stream.of(
                        ofEvaluation(state),
                        state.consents().standing(ConsentType.SURGICAL, stage).stream()
                                .flatMap(consent -> ofConsent(consent, stage)),
                        operation.last(SiteMarked.class).stream()
                                .flatMap(mark -> mark.sites().stream())
                                .map(site -> new Side("mark", site.anatomy(), site.side(), "")),
                        operation.last(SafetyTimeOutCompleted.class).stream()
                                .filter(timeOut -> withTimeOut)
                                .flatMap(SideRules::ofTimeOut))
                .flatMap(sides -> sides);
    }

    private static Stream<Side> ofEvaluation(PathwayState state) {
        return Stream.concat(
                state.evaluation().paralysedSide().stream().map(side -> new Side("evaluation", Anatomy.FACE, side, "")),
                state.evaluation().healthySide().stream()
                        .map(side -> new Side("evaluation", Anatomy.DONOR_BRANCH, side, "")));
    }

    private static Stream<Side> ofConsent(Consent consent, Stage stage) {
        return Stream.concat(
                Stream.ofNullable(consent.faceSide()).map(side -> new Side("consent", Anatomy.FACE, side, "")),
                Stream.ofNullable(consent.donorSide())
                        .map(side -> new Side("consent", stage == Stage.ONE ? Anatomy.LEG : Anatomy.THIGH, side, "")));
    }

    private static Stream<Side> ofTimeOut(SafetyTimeOutCompleted timeOut) {
        return Stream.of(
                        Stream.of(new Side("time-out", Anatomy.FACE, timeOut.faceSide(), "")),
                        Stream.ofNullable(timeOut.legSide()).map(side -> new Side("time-out", Anatomy.LEG, side, "")),
                        Stream.ofNullable(timeOut.thighSide())
                                .map(side -> new Side("time-out", Anatomy.THIGH, side, "")))
                .flatMap(sides -> sides);
    }

    static final Check<RecordSuralHarvest> LEG_STILL_HAS_ITS_NERVE = Check.hard(
            "INV-07",
            "A sural nerve is taken from a leg once, unless enough of it was left.",
            (state, command, given) -> state.operations().all(SuralNerveHarvested.class).stream()
                    .filter(earlier -> earlier.legSide() == command.legSide())
                    .reduce((earlier, later) -> later)
                    .filter(earlier ->
                            earlier.residualLengthCm() == null || earlier.residualLengthCm() < command.lengthCm())
                    .map(earlier -> Verdict.refused(
                            "legSide",
                            "The sural nerve of the " + command.legSide() + " leg was already taken",
                            "Take it from the other leg, with a consent that names it"))
                    .orElse(Verdict.ALLOWED));

    static final Check<RecordGracilisHarvest> THIGH_STILL_HAS_ITS_MUSCLE = Check.hard(
            "INV-08",
            "A gracilis is taken from a thigh once.",
            (state, command, given) -> Verdict.refusedIf(
                    state.flap().usedThighs().contains(command.thighSide()),
                    "thighSide",
                    "The gracilis of the " + command.thighSide() + " thigh was already taken",
                    "Take it from the other thigh, with a consent that names it"));

    /** What one source says about the side of one anatomy. */
    private record Side(String source, Anatomy anatomy, Enum<?> side, String field) {

        String name() {
            return side.name();
        }
    }
}
