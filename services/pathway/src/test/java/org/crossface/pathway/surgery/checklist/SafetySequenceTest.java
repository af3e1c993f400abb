package org.crossface.pathway.surgery.checklist;

import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.test.matchers.Matchers;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.Samples;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.oversight.RuleOverridden;
import org.crossface.pathway.surgery.admission.AdmitPatient;
import org.crossface.pathway.surgery.admission.MarkSites;
import org.crossface.pathway.surgery.events.ChecklistDeviationReported;
import org.crossface.pathway.surgery.vocabulary.Anatomy;
import org.crossface.pathway.surgery.vocabulary.AnesthesiaTechnique;
import org.crossface.pathway.surgery.vocabulary.ChecklistStep;
import org.crossface.pathway.surgery.vocabulary.CountResult;
import org.crossface.pathway.surgery.vocabulary.DeviationKind;
import org.crossface.pathway.surgery.vocabulary.SiteMark;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SafetySequenceTest {

    private static final List<Role> TEAM = List.of(Role.SURGEON, Role.ANESTHESIOLOGIST, Role.OR_NURSE);

    @Test
    @Tag("INV-67")
    void anAdmissionNeedsTwoIdentifiers() {
        DayOfSurgery day = DayOfSurgery.stageOne();
        day.refuses("INV-67", "identifiersChecked", admission(day, 1));
        day.allows(admission(day, 2));
    }

    @Test
    @Tag("INV-67")
    void aSignInNeedsTwoIdentifiers() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted().consentVerified().marked();
        day.refuses("INV-67", "identifiersChecked", signIn(day, 1, true));
        day.allows(signIn(day, 2, true));
    }

    @Test
    @Tag("INV-35")
    void aSignInNeedsMarksMadeAwake() {
        DayOfSurgery unmarked = DayOfSurgery.stageOne().admitted().consentVerified();
        unmarked.refuses("INV-35", "", signIn(unmarked, 2, true));
        DayOfSurgery asleep =
                DayOfSurgery.stageOne().admitted().consentVerified().marked(BodySide.RIGHT, false);
        asleep.refuses("INV-35", "", signIn(asleep, 2, true));
    }

    @Test
    @Tag("INV-35")
    void aSignInNeedsAVerifiedConsent() {
        DayOfSurgery unverified = DayOfSurgery.stageOne().admitted().marked();
        unverified.refuses("INV-35", "consentConfirmed", signIn(unverified, 2, true));
        DayOfSurgery verified = DayOfSurgery.stageOne().admitted().marked().consentVerified();
        verified.allows(signIn(verified, 2, true));
    }

    /** Consent neither verified nor confirmed, one identifier, allergies not known, no oximeter and no word about it. */
    private static CompleteSignIn everythingWrong(DayOfSurgery day) {
        return new CompleteSignIn(
                "pathway-1", day.at("07:12"), "case-1", 1, true, false, true, false, false, false, false, TEAM, null);
    }

    @Test
    @Tag("INV-35")
    void aSignInNeedsTheConsentConfirmed() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted().consentVerified().marked();
        day.refuses("INV-35", "consentConfirmed", everythingWrong(day));
    }

    @Test
    @Tag("INV-67")
    void allBrokenRulesAreToldAtOnce() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted();
        day.when(everythingWrong(day))
                .expectException(Matchers.matches(thrown -> thrown instanceof CommandRefused refused
                        && refused.broken().stream()
                                .map(each ->
                                        each.rule().id() + " " + each.verdict().field())
                                .toList()
                                .equals(List.of(
                                        "INV-35 consentConfirmed",
                                        "INV-35 null",
                                        "INV-67 identifiersChecked",
                                        "INV-35 consentConfirmed",
                                        "INV-35 allergiesKnown",
                                        "SEQ-CHECKLIST exceptions"))))
                .expectNoEvents();
    }

    @Test
    @Tag("INV-35")
    void aSignInNeedsKnownAllergies() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted().consentVerified().marked();
        day.refuses("INV-35", "allergiesKnown", signIn(day, 2, false));
    }

    @Test
    @Tag("INV-04")
    void aMarkThatDisagreesWithTheConsentStopsTheSignIn() {
        DayOfSurgery day = DayOfSurgery.stageOneOfLeg(BodySide.LEFT)
                .admitted()
                .consentVerified()
                .marked(BodySide.RIGHT, true);
        day.refuses("INV-04", "", signIn(day, 2, true));
        day.marked(BodySide.LEFT, true).allows(signIn(day, 2, true));
    }

    @Test
    @Tag("INV-04")
    void aTimeOutThatDisagreesOnTheDonorBranchIsRefused() {
        DayOfSurgery day =
                DayOfSurgery.stageOne().admitted().consentVerified().marked().signedIn();
        day.refuses("INV-04", "donorBranchSide", timeOut(day, FaceSide.LEFT, FaceSide.LEFT, BodySide.RIGHT));
        day.allows(timeOut(day, FaceSide.LEFT, FaceSide.RIGHT, BodySide.RIGHT));
    }

    @Test
    @Tag("INV-04")
    void aTimeOutThatDisagreesOnFaceOrLegOrNamesNoLegIsRefused() {
        DayOfSurgery day =
                DayOfSurgery.stageOne().admitted().consentVerified().marked().signedIn();
        day.refuses("INV-04", "faceSide", timeOut(day, FaceSide.RIGHT, FaceSide.RIGHT, BodySide.RIGHT));
        day.refuses("INV-04", "legSide", timeOut(day, FaceSide.LEFT, FaceSide.RIGHT, BodySide.LEFT));
        day.refuses("INV-04", "legSide", timeOut(day, FaceSide.LEFT, FaceSide.RIGHT, null));
    }

    @Test
    @Tag("INV-36")
    void inductionNeedsEightHoursAfterAFullMeal() {
        DayOfSurgery tooSoon = signedInWithFullMealAt("04:00");
        tooSoon.refuses("INV-36", "occurredAt", induction(tooSoon));
        DayOfSurgery eightHours = signedInWithFullMealAt("00:00");
        eightHours.allows(new InduceAnesthesia(
                "pathway-1", eightHours.at("08:00"), "case-1", AnesthesiaTechnique.GENERAL_INTRAVENOUS));
        eightHours.refuses(
                "INV-36",
                "occurredAt",
                new InduceAnesthesia(
                        "pathway-1", eightHours.at("07:59"), "case-1", AnesthesiaTechnique.GENERAL_INTRAVENOUS));
    }

    @Test
    @Tag("INV-36")
    void inductionNeedsTwoHoursAfterClearLiquidAndSixAfterALightMeal() {
        DayOfSurgery drank = signedIn();
        drank.fasted(drank.at("05:21"), null, null);
        drank.refuses("INV-36", "occurredAt", induction(drank));
        DayOfSurgery ate = signedIn();
        ate.fasted(null, ate.at("01:21"), null);
        ate.refuses("INV-36", "occurredAt", induction(ate));
        DayOfSurgery fasted = signedIn();
        fasted.fasted(fasted.at("05:20"), fasted.at("01:20"), null).allows(induction(fasted));
    }

    @Test
    @Tag("INV-36")
    void inductionNeedsSomebodyToHaveAsked() {
        DayOfSurgery day = signedIn();
        day.refuses("INV-36", "", induction(day));
    }

    @Test
    @Tag("INV-36")
    void theAnesthesiologistMayOverrideFasting() {
        DayOfSurgery day = signedInWithFullMealAt("04:00");
        day.with(new RuleOverridden(
                        "pathway-1",
                        day.fact(),
                        day.at("07:15"),
                        "INV-36",
                        "InduceAnesthesia",
                        "Rapid sequence induction with cricoid pressure",
                        "anesthesiologist-1"))
                .allows(induction(day));
    }

    @Test
    @Tag("SEQ-INDUCTION")
    void inductionComesAfterTheSignIn() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted();
        day.fasted(null, null, null);
        day.refuses("SEQ-INDUCTION", "", induction(day));
        day.signedIn().allows(induction(day));
    }

    @Test
    @Tag("INV-34")
    void thereIsNoIncisionBeforeTheTimeOut() {
        DayOfSurgery day = signedIn();
        day.refuses("INV-34", "", incision(day, "08:00", null));
        day.timedOut().allows(incision(day, "08:00", null));
        day.refuses("INV-34", "occurredAt", incision(day, "07:50", null));
    }

    @Test
    @Tag("INV-34")
    void thereIsNoIncisionBeforeTheSignInAndNoTimeOutEither() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted().consentVerified().marked();
        day.refuses("INV-34", "", incision(day, "08:00", null));
        day.refuses("INV-34", "", timeOut(day, FaceSide.LEFT, FaceSide.RIGHT, BodySide.RIGHT));
    }

    @Test
    @Tag("INV-34")
    void anIncisionWithoutTimeOutIsRecordedAsADeviationAndTheCaseContinues() {
        DayOfSurgery day = signedIn();
        ReportChecklistDeviation report = new ReportChecklistDeviation(
                "pathway-1",
                day.at("08:20"),
                "case-1",
                ChecklistStep.TIME_OUT,
                DeviationKind.MISSED,
                "Forgotten after the change of the team",
                day.at("08:00"));
        day.allows(report);
        day.with(new ChecklistDeviationReported(
                "pathway-1",
                day.fact(),
                report.occurredAt(),
                "case-1",
                report.step(),
                report.kind(),
                report.why(),
                report.incisionAt()));
        day.allows(new CloseIncision("pathway-1", day.at("11:38"), "case-1"));
        day.refuses("INV-34", "", incision(day, "08:30", null));
    }

    @Test
    @Tag("INV-34")
    void aSignOutThatArrivesBeforeTheTimeOutIsRefused() {
        DayOfSurgery day = signedIn();
        day.refuses("INV-34", "", signOut(day));
        day.timedOut().allows(signOut(day));
    }

    @Test
    @Tag("INV-65")
    void theAntibioticIsGivenWithinAnHourBeforeTheIncision() {
        DayOfSurgery early = signedIn();
        early.timedOut(early.at("06:59"));
        early.refuses("INV-65", "antibioticDeviation", incision(early, "08:00", null));
        early.allows(incision(early, "08:00", "Delayed by a difficult line"));
        DayOfSurgery inTime = signedIn();
        inTime.timedOut(inTime.at("07:00")).allows(incision(inTime, "08:00", null));
    }

    @Test
    @Tag("INV-65")
    void anAntibioticAfterTheIncisionOrNoneIsFlagged() {
        DayOfSurgery late = signedIn();
        late.timedOut(late.at("08:01"));
        late.refuses("INV-65", "antibioticDeviation", incision(late, "08:00", null));
        DayOfSurgery none = signedIn().timedOut(null);
        none.refuses("INV-65", "antibioticDeviation", incision(none, "08:00", null));
    }

    @Test
    @Tag("SEQ-ONCE")
    void aSecondAdmissionIsRefused() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted();
        day.refuses("SEQ-ONCE", "", admission(day, 2));
    }

    @Test
    @Tag("REF-CASE")
    void aCaseThatNobodyKnowsIsRefused() {
        DayOfSurgery day = DayOfSurgery.stageOne();
        day.refuses("REF-CASE", "caseId", new CloseIncision("pathway-1", day.at("11:38"), "case-9"));
    }

    @Test
    @Tag("REF-SURGEON")
    void onlyASurgeonOfTheCaseMarks() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted();
        day.refuses("REF-SURGEON", "surgeonId", marking(day, "surgeon-other"));
        day.allows(marking(day, DayOfSurgery.SURGEON));
    }

    @Test
    @Tag("SEQ-CHECKLIST")
    void anUnmetItemIsExplained() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted().consentVerified().marked();
        day.refuses("SEQ-CHECKLIST", "exceptions", signInWithoutOximeter(day, null));
        day.allows(signInWithoutOximeter(day, "Replaced by an arterial line, on and working"));
    }

    @Test
    @Tag("SEQ-CHECKLIST")
    void anUnmetItemOfTheTimeOutIsExplained() {
        DayOfSurgery day = signedIn();
        Map<String, Object> unsterile = Map.of("sterilityConfirmed", false);
        day.refuses("SEQ-CHECKLIST", "exceptions", timeOut(day, TEAM, ABSENT, unsterile));
        day.allows(timeOut(day, TEAM, "The tray was changed for a sterile one", unsterile));
        day.allows(timeOut(day, TEAM, ABSENT, Map.of()));
    }

    @Test
    @Tag("SEQ-CHECKLIST")
    void anUnmetItemOfTheSignOutIsExplained() {
        DayOfSurgery day = signedIn().timedOut();
        day.refuses("SEQ-CHECKLIST", "exceptions", signOut(day, CountResult.UNRESOLVED, TEAM, null));
        day.allows(signOut(day, CountResult.UNRESOLVED, TEAM, "A needle is missing"));
        day.refuses("SEQ-CHECKLIST", "exceptions", signOut(day, CountResult.DECIDED_AFTER_IMAGING, TEAM, null));
        day.allows(signOut(day, CountResult.RESOLVED, TEAM, null));
    }

    @Test
    @Tag("INV-34")
    void aSurgeonDecidesWhatIsMissingAfterImaging() {
        DayOfSurgery day = signedIn().timedOut();
        String decision = "Nothing in the X-ray; the needle is 5 mm long";
        List<Role> withoutSurgeon = List.of(Role.OR_NURSE, Role.ANESTHESIOLOGIST);
        day.refuses(
                "INV-34", "participants", signOut(day, CountResult.DECIDED_AFTER_IMAGING, withoutSurgeon, decision));
        day.allows(signOut(day, CountResult.DECIDED_AFTER_IMAGING, TEAM, decision));
        day.allows(signOut(day, CountResult.UNRESOLVED, withoutSurgeon, decision));
    }

    @Test
    @Tag("SEQ-ONCE")
    void aSignOutWithUnresolvedCountsIsCompletedAgain() {
        DayOfSurgery day = signedIn().timedOut().signedOut(CountResult.UNRESOLVED);
        day.allows(signOut(day));
        day.signedOut(CountResult.RESOLVED).refuses("SEQ-ONCE", "", signOut(day));
    }

    @Test
    @Tag("SEQ-TEAM")
    void theWholeTeamTakesPartInTheTimeOut() {
        DayOfSurgery day = signedIn();
        TEAM.forEach(missing -> day.refuses(
                "SEQ-TEAM",
                "participants",
                timeOut(day, TEAM.stream().filter(role -> role != missing).toList(), ABSENT, Map.of())));
        day.allows(timeOut(day, TEAM, ABSENT, Map.of()));
    }

    @Test
    @Tag("SEQ-EMERGENCE")
    void nobodyEmergesBeforeTheInduction() {
        DayOfSurgery day = signedIn();
        day.refuses("SEQ-EMERGENCE", "", new RecordEmergence("pathway-1", day.at("07:20"), "case-1"));
        day.induced();
        day.refuses("SEQ-EMERGENCE", "occurredAt", new RecordEmergence("pathway-1", day.at("07:19"), "case-1"));
        day.allows(new RecordEmergence("pathway-1", day.at("07:20"), "case-1"));
    }

    @Test
    @Tag("SEQ-DEVIATION")
    void aReportedIncisionLiesBetweenAdmissionAndReport() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted();
        day.refuses("SEQ-DEVIATION", "incisionAt", deviation(day, "06:09"));
        day.refuses("SEQ-DEVIATION", "incisionAt", deviation(day, "08:21"));
        day.allows(deviation(day, "06:10"));
        day.allows(deviation(day, "08:20"));
    }

    @Test
    @Tag("SEQ-PHASE")
    void noOperationGoesOnWhileThePathwayIsOnHold() {
        DayOfSurgery day = signedIn().timedOut();
        day.allows(incision(day, "08:00", null));
        day.with(Samples.of(
                PathwayPutOnHold.class, Map.of("occurredAt", day.at("07:57"), "phaseBefore", Phase.STAGE1_PLANNED)));
        day.refuses("SEQ-PHASE", "", incision(day, "08:00", null));
    }

    private static ReportChecklistDeviation deviation(DayOfSurgery day, String incision) {
        return new ReportChecklistDeviation(
                "pathway-1",
                day.at("08:20"),
                "case-1",
                ChecklistStep.TIME_OUT,
                DeviationKind.MISSED,
                "Forgotten after the change of the team",
                day.at(incision));
    }

    private static CompleteTimeOut timeOut(
            DayOfSurgery day, List<Role> participants, Object exceptions, Map<String, ?> items) {
        Map<String, Object> values = new HashMap<>(items);
        values.put("occurredAt", day.at("07:55"));
        values.put("caseId", "case-1");
        values.put("faceSide", FaceSide.LEFT);
        values.put("donorBranchSide", FaceSide.RIGHT);
        values.put("legSide", BodySide.RIGHT);
        values.put("thighSide", ABSENT);
        values.put("antibioticAt", day.at("07:30"));
        values.put("expectedMinutes", 240);
        values.put("participants", participants);
        values.put("equipmentMissing", ABSENT);
        values.put("exceptions", exceptions);
        return Samples.of(CompleteTimeOut.class, values);
    }

    private static CompleteSignOut signOut(
            DayOfSurgery day, CountResult counts, List<Role> participants, @Nullable String exceptions) {
        return new CompleteSignOut(
                "pathway-1", day.at("11:45"), "case-1", true, counts, true, null, null, participants, exceptions, null);
    }

    private static DayOfSurgery signedIn() {
        return DayOfSurgery.stageOne().admitted().consentVerified().marked().signedIn();
    }

    private static DayOfSurgery signedInWithFullMealAt(String time) {
        DayOfSurgery day = signedIn();
        return day.fasted(null, null, day.at(time));
    }

    private static AdmitPatient admission(DayOfSurgery day, int identifiers) {
        return new AdmitPatient("pathway-1", day.at("06:15"), "case-1", identifiers, true, "Nurse Example", null);
    }

    private static MarkSites marking(DayOfSurgery day, String surgeon) {
        return new MarkSites(
                "pathway-1",
                day.at("06:40"),
                "case-1",
                List.of(new SiteMark(Anatomy.FACE, BodySide.LEFT), new SiteMark(Anatomy.LEG, BodySide.RIGHT)),
                surgeon,
                true);
    }

    private static CompleteSignIn signIn(DayOfSurgery day, int identifiers, boolean allergiesKnown) {
        return new CompleteSignIn(
                "pathway-1",
                day.at("07:12"),
                "case-1",
                identifiers,
                true,
                true,
                true,
                true,
                allergiesKnown,
                false,
                false,
                TEAM,
                null);
    }

    private static CompleteSignIn signInWithoutOximeter(DayOfSurgery day, @Nullable String exceptions) {
        return new CompleteSignIn(
                "pathway-1",
                day.at("07:12"),
                "case-1",
                2,
                true,
                true,
                true,
                false,
                true,
                false,
                false,
                TEAM,
                exceptions);
    }

    private static InduceAnesthesia induction(DayOfSurgery day) {
        return new InduceAnesthesia("pathway-1", day.at("07:20"), "case-1", AnesthesiaTechnique.GENERAL_INTRAVENOUS);
    }

    private static CompleteTimeOut timeOut(DayOfSurgery day, FaceSide face, FaceSide branch, @Nullable BodySide leg) {
        OffsetDateTime antibiotic = day.at("07:30");
        return new CompleteTimeOut(
                "pathway-1",
                day.at("07:55"),
                "case-1",
                face,
                branch,
                leg,
                null,
                true,
                true,
                true,
                antibiotic,
                true,
                true,
                240,
                200,
                true,
                2,
                TEAM,
                null,
                null,
                null,
                null);
    }

    private static MakeIncision incision(DayOfSurgery day, String time, @Nullable String deviation) {
        return new MakeIncision("pathway-1", day.at(time), "case-1", deviation);
    }

    private static CompleteSignOut signOut(DayOfSurgery day) {
        return signOut(day, CountResult.CORRECT, TEAM, null);
    }
}
