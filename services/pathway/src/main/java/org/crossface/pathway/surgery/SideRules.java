package org.crossface.pathway.surgery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.BodySide;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.FaceSide;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Stage;
import org.crossface.pathway.Verdict;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents.Consent;

/** Rules against operating on the wrong side, and against taking from a donor site twice. */
final class SideRules {

    private static final String REPORT =
            "Correct the entry; if it was really done on this side, report it as an event that must never happen";

    private SideRules() {}

    @Invariant(
            value = "INV-01",
            kind = RuleClass.HARD,
            says = "The graft is joined to the facial nerve of the healthy side.")
    static Verdict graftStartsOnHealthySide(PathwayState state, RecordDonorCoaptation command, Circumstances given) {
        return mustBe(state.evaluation().healthySide(), command.faceSide(), "faceSide", "healthy");
    }

    @Invariant(
            value = "INV-02",
            kind = RuleClass.HARD,
            says = "The free end of the graft is banked on the paralysed side.")
    static Verdict graftEndsOnParalysedSide(PathwayState state, RecordBanking command, Circumstances given) {
        return mustBe(state.evaluation().paralysedSide(), command.distalSide(), "distalSide", "paralysed");
    }

    @Invariant(
            value = "INV-03",
            kind = RuleClass.HARD,
            says = "The muscle, its vessels and its nerve are placed on the paralysed side.")
    static Verdict muscleIsPlacedOnParalysedSide(PathwayState state, OnParalysedSide command, Circumstances given) {
        return mustBe(state.evaluation().paralysedSide(), command.faceSide(), "faceSide", "paralysed");
    }

    /** Refused unless the side given is the one needed. */
    static Verdict mustBe(Optional<FaceSide> needed, FaceSide given, String field, String name) {
        return Verdict.refusedIf(
                needed.filter(side -> side == given).isEmpty(),
                field,
                "The " + name + " side is " + needed.map(Enum::name).orElse("unknown") + ", the entry says " + given,
                REPORT);
    }

    @Invariant(
            value = "INV-04",
            kind = RuleClass.HARD,
            says = "Consent, mark, time-out and operation record agree on the sides.")
    static Verdict markAgreesWithConsent(PathwayState state, CompleteSignIn command, Circumstances given) {
        return sourcesAgree(state, command, List.of());
    }

    @Invariant(
            value = "INV-04",
            kind = RuleClass.HARD,
            says = "Consent, mark, time-out and operation record agree on the sides.")
    static Verdict timeOutAgreesWithConsentAndMark(PathwayState state, CompleteTimeOut command, Circumstances given) {
        boolean one = CaseRules.caseOf(state, command).stage() == Stage.ONE;
        BodySide donor = one ? command.legSide() : command.thighSide();
        if (donor == null || (one && command.donorBranchSide() == null)) {
            return Verdict.refused(
                    donor == null ? one ? "legSide" : "thighSide" : "donorBranchSide",
                    "The time-out does not name this side",
                    "Say the side aloud and enter it");
        }
        Stream<Side> face = Stream.of(new Side("time-out", Anatomy.FACE, command.faceSide(), "faceSide"));
        Stream<Side> branch = Stream.ofNullable(command.donorBranchSide())
                .map(side -> new Side("time-out", Anatomy.DONOR_BRANCH, side, "donorBranchSide"));
        Stream<Side> leg =
                Stream.ofNullable(command.legSide()).map(side -> new Side("time-out", Anatomy.LEG, side, "legSide"));
        Stream<Side> thigh = Stream.ofNullable(command.thighSide())
                .map(side -> new Side("time-out", Anatomy.THIGH, side, "thighSide"));
        return sourcesAgree(
                state,
                command,
                Stream.of(face, branch, leg, thigh).flatMap(sides -> sides).toList());
    }

    @Invariant(
            value = "INV-04",
            kind = RuleClass.HARD,
            says = "Consent, mark, time-out and operation record agree on the sides.")
    static Verdict suralHarvestAgrees(PathwayState state, RecordSuralHarvest command, Circumstances given) {
        return sourcesAgree(
                state, command, List.of(new Side("operation record", Anatomy.LEG, command.legSide(), "legSide")));
    }

    @Invariant(
            value = "INV-04",
            kind = RuleClass.HARD,
            says = "Consent, mark, time-out and operation record agree on the sides.")
    static Verdict gracilisHarvestAgrees(PathwayState state, RecordGracilisHarvest command, Circumstances given) {
        return sourcesAgree(
                state, command, List.of(new Side("operation record", Anatomy.THIGH, command.thighSide(), "thighSide")));
    }

    /** No two sources name different sides of the same anatomy; the entry comes first, so that its field is named. */
    private static Verdict sourcesAgree(PathwayState state, CaseCommand command, List<Side> entered) {
        List<Side> known =
                Stream.concat(entered.stream(), known(state, command)).toList();
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

    private static Stream<Side> known(PathwayState state, CaseCommand command) {
        Stage stage = CaseRules.caseOf(state, command).stage();
        Operation operation = state.operations().of(command.caseId());
        return Stream.of(
                        ofEvaluation(state),
                        state.consents().standing(ConsentType.SURGICAL, stage).stream()
                                .flatMap(consent -> ofConsent(consent, stage)),
                        operation.last(SiteMarked.class).stream()
                                .flatMap(mark -> mark.sites().stream())
                                .map(site -> new Side("mark", site.anatomy(), site.side(), "")),
                        operation.last(SafetyTimeOutCompleted.class).stream()
                                .filter(timeOut -> !(command instanceof CompleteTimeOut))
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

    @Invariant(
            value = "INV-07",
            kind = RuleClass.HARD,
            says = "A sural nerve is taken from a leg once, unless enough of it was left.")
    static Verdict legStillHasItsNerve(PathwayState state, RecordSuralHarvest command, Circumstances given) {
        return state.operations().all(SuralNerveHarvested.class).stream()
                .filter(earlier -> earlier.legSide() == command.legSide())
                .reduce((earlier, later) -> later)
                .filter(earlier ->
                        earlier.residualLengthCm() == null || earlier.residualLengthCm() < command.lengthCm())
                .map(earlier -> Verdict.refused(
                        "legSide",
                        "The sural nerve of the " + command.legSide() + " leg was already taken",
                        "Take it from the other leg, with a consent that names it"))
                .orElse(Verdict.ALLOWED);
    }

    @Invariant(value = "INV-08", kind = RuleClass.HARD, says = "A gracilis is taken from a thigh once.")
    static Verdict thighStillHasItsMuscle(PathwayState state, RecordGracilisHarvest command, Circumstances given) {
        return Verdict.refusedIf(
                state.flap().usedThighs().contains(command.thighSide()),
                "thighSide",
                "The gracilis of the " + command.thighSide() + " thigh was already taken",
                "Take it from the other thigh, with a consent that names it");
    }

    /** What one source says about the side of one anatomy. */
    private record Side(String source, Anatomy anatomy, Enum<?> side, String field) {

        String name() {
            return side.name();
        }
    }
}
