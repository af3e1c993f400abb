package org.crossface.pathway.surgery.checklist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents.Consent;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.SafetyTimeOutCompleted;
import org.crossface.pathway.surgery.events.SiteMarked;
import org.crossface.pathway.surgery.vocabulary.Anatomy;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.Verdict;

/** Rules against operating on the wrong side, as the checklist asks them and as the steps of both stages share them. */
public final class SideRules {

    private static final String REPORT =
            "Correct the entry; if the step was done on this side, report it as a never event";

    private SideRules() {}

    /** Refused unless the side given is the one needed. */
    public static Verdict mustBe(Optional<FaceSide> needed, FaceSide given, String field, String name) {
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
                boolean donorIsOperated = !CaseRules.caseOf(state, command).isReturn();
                if (donorIsOperated && (donor == null || (one && command.donorBranchSide() == null))) {
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

    /** No two sources name different sides of the same anatomy; the entry comes first, so that its field is named. */
    public static Verdict sourcesAgree(PathwayState state, String caseId, boolean withTimeOut, List<Side> entered) {
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

    /** What one source says about the side of one anatomy. */
    public record Side(String source, Anatomy anatomy, Enum<?> side, String field) {

        String name() {
            return side.name();
        }
    }
}
