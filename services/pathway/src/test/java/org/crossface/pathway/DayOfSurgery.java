package org.crossface.pathway;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.ConsentVerified;
import org.crossface.pathway.consent.Signer;
import org.crossface.pathway.evaluation.Cause;
import org.crossface.pathway.evaluation.Completeness;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.neurotization.NeurotizationBasis;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.planning.CandidacyApproved;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.planning.TreatmentPlanSelected;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.surgery.events.ArterialAnastomosisCompleted;
import org.crossface.pathway.surgery.events.DonorBranchCoapted;
import org.crossface.pathway.surgery.events.FastingVerified;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.GracilisInset;
import org.crossface.pathway.surgery.events.GraftTunnelledAndBanked;
import org.crossface.pathway.surgery.events.IncisionMade;
import org.crossface.pathway.surgery.events.ObturatorToGraftCoapted;
import org.crossface.pathway.surgery.events.PatientAdmitted;
import org.crossface.pathway.surgery.events.SafetySignInCompleted;
import org.crossface.pathway.surgery.events.SafetySignOutCompleted;
import org.crossface.pathway.surgery.events.SafetyTimeOutCompleted;
import org.crossface.pathway.surgery.events.SiteMarked;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.SuralNerveHarvested;
import org.crossface.pathway.surgery.events.VenousAnastomosisCompleted;
import org.crossface.pathway.surgery.vocabulary.AnastomosisTechnique;
import org.crossface.pathway.surgery.vocabulary.Anatomy;
import org.crossface.pathway.surgery.vocabulary.AnesthesiaTechnique;
import org.crossface.pathway.surgery.vocabulary.BankLocation;
import org.crossface.pathway.surgery.vocabulary.CoaptationType;
import org.crossface.pathway.surgery.vocabulary.CountResult;
import org.crossface.pathway.surgery.vocabulary.DonorBranch;
import org.crossface.pathway.surgery.vocabulary.HarvestTechnique;
import org.crossface.pathway.surgery.vocabulary.InsetInsertion;
import org.crossface.pathway.surgery.vocabulary.InsetOrigin;
import org.crossface.pathway.surgery.vocabulary.InsetTension;
import org.crossface.pathway.surgery.vocabulary.IschemiaLevel;
import org.crossface.pathway.surgery.vocabulary.RecipientVessel;
import org.crossface.pathway.surgery.vocabulary.SiteMark;
import org.crossface.pathway.surgery.vocabulary.TunnelRoute;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.jspecify.annotations.Nullable;

/**
 * What happened until a moment of a day of surgery, told step by step; the patient is paralysed on the left, the sural nerve comes from the
 * right leg and the gracilis from the left thigh.
 */
public final class DayOfSurgery {

    /** The surgeon of both operations. */
    public static final String SURGEON = "surgeon-osei";

    private static final String PATHWAY = "pathway-1";
    private static final List<Role> TEAM = List.of(Role.SURGEON, Role.ANESTHESIOLOGIST, Role.OR_NURSE);

    private final List<PathwayEvent> facts = new ArrayList<>();
    private String actor = SURGEON;
    private Stage stage = Stage.ONE;
    private LocalDate day = LocalDate.of(2025, 1, 14);

    private DayOfSurgery() {}

    /** The morning of stage one, 2025-01-14, before the admission. */
    public static DayOfSurgery stageOne() {
        return stageOneOfLeg(BodySide.RIGHT);
    }

    /** As {@link #stageOne()}, with a consent that names this leg. */
    public static DayOfSurgery stageOneOfLeg(BodySide consentedLeg) {
        DayOfSurgery story = new DayOfSurgery();
        story.referredAndPlanned(NerveSource.CFNG);
        story.scheduled(consentedLeg);
        return story;
    }

    /** The morning of stage two, 2025-10-07, before the admission. */
    public static DayOfSurgery stageTwo() {
        return stageTwoDrivenBy(NerveSource.CFNG);
    }

    /** As {@link #stageTwo()}, with a plan that names this source of the nerve. */
    public static DayOfSurgery stageTwoDrivenBy(NerveSource source) {
        DayOfSurgery story = new DayOfSurgery();
        story.referredAndPlanned(source);
        story.scheduled(BodySide.RIGHT);
        story.admitted().incised().harvested().coapted().banked().completed();
        story.with(new NeurotizationConfirmed(
                PATHWAY,
                story.fact(),
                OffsetDateTime.parse("2025-09-02T10:00:00-07:00"),
                NeurotizationBasis.TINEL_AT_DISTAL_END,
                SURGEON,
                null,
                null));
        story.stage = Stage.TWO;
        story.day = LocalDate.of(2025, 10, 7);
        story.scheduled(BodySide.LEFT);
        return story;
    }

    /** The case of the operation that this story is at. */
    public String caseId() {
        return stage == Stage.ONE ? "case-1" : "case-2";
    }

    /** A time of this day in the zone of the surgery centre, such as {@code 07:12}. */
    public OffsetDateTime at(String time) {
        return day.atTime(LocalTime.parse(time)).atZone(PathwayFixture.ZONE).toOffsetDateTime();
    }

    /** One more fact. */
    public DayOfSurgery with(PathwayEvent fact) {
        facts.add(fact);
        return this;
    }

    /** An identifier for the next fact. */
    public String fact() {
        return "fact-" + facts.size();
    }

    /** The facts so far. */
    public List<PathwayEvent> facts() {
        return List.copyOf(facts);
    }

    /** What comes of a command that is given at the time at which it happened. */
    public ResultValidator<CarePathway> when(PathwayCommand command) {
        return PathwayFixture.at(command.occurredAt().toInstant())
                .given(facts)
                .when(command, PathwayFixture.as(actor, Role.SURGEON));
    }

    /** Who gives the commands that follow; in the beginning {@link #SURGEON}. */
    public DayOfSurgery signedInAs(String actorId) {
        actor = actorId;
        return this;
    }

    /** Fails unless this rule, among others or alone, refuses the command, with this field at fault; an empty field stands for the state. */
    public void refuses(String rule, String field, PathwayCommand command) {
        when(command)
                .expectException(Matchers.matches(thrown -> thrown instanceof CommandRefused refused
                        && refused.broken().stream()
                                .anyMatch(broken -> broken.rule().id().equals(rule)
                                        && Objects.requireNonNullElse(
                                                        broken.verdict().field(), "")
                                                .equals(field))))
                .expectNoEvents();
    }

    /** Fails unless the command is allowed. */
    public void allows(PathwayCommand command) {
        when(command).expectSuccessfulHandlerExecution();
    }

    private void referredAndPlanned(NerveSource source) {
        OffsetDateTime then = OffsetDateTime.parse("2024-11-05T09:00:00-08:00");
        with(new PatientReferred(
                PATHWAY,
                fact(),
                then,
                "patient-1",
                "P-0101",
                "site-bayview",
                "America/Los_Angeles",
                then.toLocalDate(),
                ParalysedSide.LEFT,
                "1990-06-02",
                false,
                false,
                null,
                null,
                null,
                null));
        with(new ParalysisCharacterised(
                PATHWAY,
                fact(),
                then,
                ParalysedSide.LEFT,
                Cause.BELL_PALSY,
                "2020-09",
                false,
                Completeness.COMPLETE,
                6,
                null,
                false,
                false,
                false,
                false));
        with(new CandidacyApproved(
                PATHWAY, fact(), then, TreatmentOption.CFNG_GRACILIS_2STAGE, 34, List.of(), null, null));
        with(new TreatmentPlanSelected(
                PATHWAY,
                fact(),
                then,
                1,
                TreatmentOption.CFNG_GRACILIS_2STAGE,
                PlannedSetting.OUTPATIENT,
                PlannedSetting.OUTPATIENT,
                source,
                BodySide.RIGHT,
                BodySide.LEFT,
                null,
                null));
    }

    private void scheduled(BodySide donorSide) {
        OffsetDateTime before = at("10:00").minusDays(20);
        String consentId = "consent-" + stage;
        with(new ConsentObtained(
                PATHWAY,
                fact(),
                before,
                consentId,
                ConsentType.SURGICAL,
                stage,
                TreatmentOption.CFNG_GRACILIS_2STAGE,
                FaceSide.LEFT,
                donorSide,
                SURGEON,
                PlannedSetting.OUTPATIENT,
                1,
                Signer.PATIENT,
                "A. Example",
                false,
                null,
                null,
                before.toLocalDate().plusDays(90)));
        with(new SurgeryScheduled(
                PATHWAY,
                fact(),
                before,
                caseId(),
                stage,
                "site-bayview",
                at("07:30"),
                240,
                240,
                "OR-1",
                List.of(SURGEON),
                1,
                consentId));
    }

    /** The consent was verified with the patient in the morning. */
    public DayOfSurgery consentVerified() {
        return with(new ConsentVerified(
                PATHWAY,
                fact(),
                at("06:30"),
                "consent-" + stage,
                ConsentType.SURGICAL,
                stage,
                FaceSide.LEFT,
                stage == Stage.ONE ? BodySide.RIGHT : BodySide.LEFT,
                "user-PN"));
    }

    /** Admitted at 06:10. */
    public DayOfSurgery admitted() {
        return with(new PatientAdmitted(PATHWAY, fact(), at("06:10"), caseId(), stage, 2, true, "Nurse Example", null));
    }

    /** Face and planned donor site marked at 06:40. */
    public DayOfSurgery marked() {
        return marked(stage == Stage.ONE ? BodySide.RIGHT : BodySide.LEFT, true);
    }

    /** The paralysed side of the face and this donor side marked at 06:40. */
    public DayOfSurgery marked(BodySide donorSide, boolean awake) {
        return with(new SiteMarked(
                PATHWAY,
                fact(),
                at("06:40"),
                caseId(),
                List.of(
                        new SiteMark(Anatomy.FACE, BodySide.LEFT),
                        new SiteMark(stage == Stage.ONE ? Anatomy.LEG : Anatomy.THIGH, donorSide)),
                SURGEON,
                awake));
    }

    /** The last clear liquid, light meal and full meal, asked at 06:45. */
    public DayOfSurgery fasted(
            @Nullable OffsetDateTime clear, @Nullable OffsetDateTime light, @Nullable OffsetDateTime full) {
        return with(new FastingVerified(PATHWAY, fact(), at("06:45"), caseId(), clear, light, full, null, null, null));
    }

    /** Signed in at 07:12. */
    public DayOfSurgery signedIn() {
        return with(new SafetySignInCompleted(
                PATHWAY, fact(), at("07:12"), caseId(), 2, true, true, true, true, true, false, false, TEAM, null));
    }

    /** Anesthesia induced at 07:20. */
    public DayOfSurgery induced() {
        return with(
                new AnesthesiaInduced(PATHWAY, fact(), at("07:20"), caseId(), AnesthesiaTechnique.GENERAL_INTRAVENOUS));
    }

    /** Timed out at 07:55, the antibiotic given at 07:30. */
    public DayOfSurgery timedOut() {
        return timedOut(at("07:30"));
    }

    /** Timed out at 07:55, the antibiotic given then. */
    public DayOfSurgery timedOut(@Nullable OffsetDateTime antibioticAt) {
        boolean one = stage == Stage.ONE;
        return with(new SafetyTimeOutCompleted(
                PATHWAY,
                fact(),
                at("07:55"),
                caseId(),
                FaceSide.LEFT,
                one ? FaceSide.RIGHT : null,
                one ? BodySide.RIGHT : null,
                one ? null : BodySide.LEFT,
                true,
                true,
                true,
                antibioticAt,
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
                null));
    }

    /** Incision at 08:00. */
    public DayOfSurgery incised() {
        return with(new IncisionMade(PATHWAY, fact(), at("08:00"), caseId(), null));
    }

    /** All steps up to the incision. */
    public DayOfSurgery upToIncision() {
        return admitted()
                .consentVerified()
                .marked()
                .signedIn()
                .induced()
                .timedOut()
                .incised();
    }

    /** 14.5 cm of the right sural nerve harvested at 08:40. */
    public DayOfSurgery harvested() {
        return harvested(null);
    }

    /** As {@link #harvested()}, with this much nerve left in the leg, cm. */
    public DayOfSurgery harvested(@Nullable Double residualCm) {
        return with(new SuralNerveHarvested(
                PATHWAY,
                fact(),
                at("08:40"),
                caseId(),
                "graft-1",
                BodySide.RIGHT,
                14.5,
                HarvestTechnique.ENDOSCOPIC,
                3,
                true,
                residualCm,
                null));
    }

    /** Joined to the right buccal branch at 09:30. */
    public DayOfSurgery coapted() {
        return with(new DonorBranchCoapted(
                PATHWAY,
                fact(),
                at("09:30"),
                caseId(),
                "graft-1",
                FaceSide.RIGHT,
                DonorBranch.BUCCAL,
                CoaptationType.END_TO_END,
                1,
                true,
                null,
                false));
    }

    /** Banked on the left at 10:40. */
    public DayOfSurgery banked() {
        return with(new GraftTunnelledAndBanked(
                PATHWAY,
                fact(),
                at("10:40"),
                caseId(),
                "graft-1",
                TunnelRoute.UPPER_LIP,
                FaceSide.LEFT,
                BankLocation.UPPER_GINGIVOBUCCAL_SULCUS,
                12,
                true));
    }

    /** The operation of this stage completed at 11:38 or 14:55. */
    public DayOfSurgery completed() {
        return with(
                stage == Stage.ONE
                        ? new StageOneCompleted(
                                PATHWAY, fact(), at("11:38"), caseId(), "graft-1", day, 14.0, 80, 218, "note-1", false)
                        : new StageTwoCompleted(
                                PATHWAY,
                                fact(),
                                at("14:55"),
                                caseId(),
                                "flap-1",
                                day,
                                150,
                                415,
                                "note-2",
                                true,
                                false,
                                null,
                                null,
                                null));
    }

    /** The left gracilis harvested, its pedicle divided at 10:42. */
    public DayOfSurgery muscleHarvested() {
        return with(new GracilisHarvested(
                PATHWAY, fact(), at("10:42"), caseId(), "flap-1", BodySide.LEFT, 9.8, 3.2, 24, 1.5, 2, 7, at("10:42")));
    }

    /** The artery joined at 11:40. */
    public DayOfSurgery arteryJoined(boolean patent) {
        return with(new ArterialAnastomosisCompleted(
                PATHWAY,
                fact(),
                at("11:40"),
                caseId(),
                "flap-1",
                RecipientVessel.FACIAL,
                null,
                FaceSide.LEFT,
                AnastomosisTechnique.HAND_SEWN,
                CoaptationType.END_TO_END,
                null,
                patent));
    }

    /** A vein joined at 12:10. */
    public DayOfSurgery veinJoined(boolean patent) {
        return with(new VenousAnastomosisCompleted(
                PATHWAY,
                fact(),
                at("12:10"),
                caseId(),
                "flap-1",
                RecipientVessel.FACIAL,
                null,
                FaceSide.LEFT,
                AnastomosisTechnique.COUPLER,
                CoaptationType.END_TO_END,
                2.0,
                patent));
    }

    /** Blood flows again after so many minutes. */
    public DayOfSurgery reperfusedAfter(int minutes) {
        return with(new FlapReperfused(
                PATHWAY,
                fact(),
                at("10:42").plusMinutes(minutes),
                caseId(),
                "flap-1",
                at("10:42").plusMinutes(minutes),
                minutes,
                IschemiaLevel.of(minutes, Policy.defaults()),
                true,
                null));
    }

    /** The nerve of the muscle joined to the graft at 13:00. */
    public DayOfSurgery nerveJoined() {
        return with(new ObturatorToGraftCoapted(
                PATHWAY,
                fact(),
                at("13:00"),
                caseId(),
                "graft-1",
                "flap-1",
                FaceSide.LEFT,
                CoaptationType.END_TO_END,
                false));
    }

    /** The muscle anchored on the left at 14:00. */
    public DayOfSurgery muscleInset() {
        return with(new GracilisInset(
                PATHWAY,
                fact(),
                at("14:00"),
                caseId(),
                "flap-1",
                FaceSide.LEFT,
                InsetOrigin.ZYGOMA,
                InsetInsertion.MODIOLUS,
                2,
                InsetTension.NORMAL));
    }

    /** Signed out at 11:45 or 15:00. */
    public DayOfSurgery signedOut() {
        return signedOut(CountResult.CORRECT);
    }

    /** Signed out at 11:45 or 15:00, with counts that came to this. */
    public DayOfSurgery signedOut(CountResult counts) {
        return with(new SafetySignOutCompleted(
                PATHWAY,
                fact(),
                at(stage == Stage.ONE ? "11:45" : "15:00"),
                caseId(),
                true,
                counts,
                true,
                null,
                null,
                TEAM,
                null,
                null));
    }
}
