package org.crossface.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.crossface.pathway.recovery.departure.AdmitToAftercare;
import org.crossface.pathway.recovery.discharge.DischargePatient;
import org.crossface.pathway.recovery.discharge.GiveDischargeInstructions;
import org.crossface.pathway.recovery.discharge.RecordEscortArrival;
import org.crossface.pathway.recovery.discharge.SignDischargeOrder;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.flap.CheckFlap;
import org.crossface.pathway.recovery.flap.PlanFlapMonitoring;
import org.crossface.pathway.recovery.pacu.AdmitToRecovery;
import org.crossface.pathway.recovery.pacu.EnterPhaseTwo;
import org.crossface.pathway.recovery.pacu.EvaluateAnesthesiaRecovery;
import org.crossface.pathway.recovery.pacu.ScoreAldrete;
import org.crossface.pathway.recovery.pacu.ScorePadss;
import org.crossface.pathway.recovery.vocabulary.ArterialSignal;
import org.crossface.pathway.recovery.vocabulary.CarePlace;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.EscortKind;
import org.crossface.pathway.recovery.vocabulary.FlapCheckMethod;
import org.crossface.pathway.recovery.vocabulary.PadssVariant;
import org.crossface.pathway.recovery.vocabulary.Swelling;
import org.crossface.pathway.recovery.vocabulary.VenousSignal;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.admission.AdmitPatient;
import org.crossface.pathway.surgery.admission.MarkSites;
import org.crossface.pathway.surgery.admission.VerifyFasting;
import org.crossface.pathway.surgery.checklist.CloseIncision;
import org.crossface.pathway.surgery.checklist.CompleteSignIn;
import org.crossface.pathway.surgery.checklist.CompleteSignOut;
import org.crossface.pathway.surgery.checklist.CompleteTimeOut;
import org.crossface.pathway.surgery.checklist.InduceAnesthesia;
import org.crossface.pathway.surgery.checklist.MakeIncision;
import org.crossface.pathway.surgery.checklist.RecordEmergence;
import org.crossface.pathway.surgery.graft.CompleteStageOne;
import org.crossface.pathway.surgery.graft.RecordBanking;
import org.crossface.pathway.surgery.graft.RecordDonorCoaptation;
import org.crossface.pathway.surgery.graft.RecordSuralHarvest;
import org.crossface.pathway.surgery.record.SignOperationRecord;
import org.crossface.pathway.surgery.transfer.CompleteStageTwo;
import org.crossface.pathway.surgery.transfer.RecordAnastomosis;
import org.crossface.pathway.surgery.transfer.RecordGracilisHarvest;
import org.crossface.pathway.surgery.transfer.RecordInset;
import org.crossface.pathway.surgery.transfer.RecordNerveCoaptation;
import org.crossface.pathway.surgery.transfer.RecordReperfusion;
import org.crossface.pathway.surgery.vocabulary.AnastomosisKind;
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
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.surgery.vocabulary.RecipientVessel;
import org.crossface.pathway.surgery.vocabulary.SiteMark;
import org.crossface.pathway.surgery.vocabulary.TunnelRoute;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both days of surgery of the textbook patient, every step as a command to the aggregate. */
@Tag("SC-01")
class TextbookDaysTest {

    private static final String P = "pathway-1";
    private static final List<Role> TEAM = List.of(Role.SURGEON, Role.ANESTHESIOLOGIST, Role.OR_NURSE);

    @Test
    void stageOneGoesHomeOnTheSameDay() {
        DayOfSurgery day = DayOfSurgery.stageOne().consentVerified();
        List<Object> commands = new ArrayList<>(morning(
                day,
                new SiteMark(Anatomy.LEG, BodySide.RIGHT),
                new CompleteTimeOut(
                        P,
                        day.at("07:55"),
                        "case-1",
                        FaceSide.LEFT,
                        FaceSide.RIGHT,
                        BodySide.RIGHT,
                        null,
                        true,
                        true,
                        true,
                        day.at("07:30"),
                        true,
                        true,
                        210,
                        100,
                        true,
                        2,
                        TEAM,
                        null)));
        commands.addAll(List.of(
                new RecordSuralHarvest(
                        P, day.at("08:40"), "case-1", BodySide.RIGHT, 14.5, HarvestTechnique.ENDOSCOPIC, 3, true, null),
                new RecordDonorCoaptation(
                        P,
                        day.at("09:30"),
                        "case-1",
                        FaceSide.RIGHT,
                        DonorBranch.BUCCAL,
                        CoaptationType.END_TO_END,
                        1,
                        true,
                        "10-0",
                        false),
                new RecordBanking(
                        P,
                        day.at("10:40"),
                        "case-1",
                        TunnelRoute.UPPER_LIP,
                        FaceSide.LEFT,
                        BankLocation.UPPER_GINGIVOBUCCAL_SULCUS,
                        12,
                        true),
                new CloseIncision(P, day.at("11:38"), "case-1"),
                new CompleteStageOne(P, day.at("11:40"), "case-1", 14.0, 80, "note-1")));
        commands.addAll(outOfTheatre(day, "11:45", "11:50", "12:05"));
        commands.addAll(List.of(
                new ScoreAldrete(P, day.at("12:35"), "case-1", 2, 2, 2, 1, 2, null),
                new EnterPhaseTwo(P, day.at("12:45"), "case-1"),
                new EvaluateAnesthesiaRecovery(P, day.at("14:30"), "case-1", true, null),
                new SignDischargeOrder(P, day.at("14:50"), "case-1", DischargeDestination.HOME, DayOfSurgery.SURGEON),
                new GiveDischargeInstructions(
                        P,
                        day.at("15:00"),
                        "case-1",
                        "v1",
                        true,
                        "en",
                        EscortKind.FAMILY,
                        day.at("09:00").plusDays(7)),
                new ScorePadss(P, day.at("15:10"), "case-1", PadssVariant.PADSS, 2, 2, 1, null, 2, 2, null),
                new RecordEscortArrival(P, day.at("15:15"), "case-1", "B. Example", EscortKind.FAMILY),
                new SignOperationRecord(P, day.at("15:20"), "case-1", DayOfSurgery.SURGEON)));
        PathwayFixture.at(day.at("15:25").toInstant())
                .given(day.facts())
                .andGivenCommands(bySurgeon(commands))
                .when(new DischargePatient(P, day.at("15:25"), "case-1", DischargeDestination.HOME, null))
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> {
                    PathwayState state = pathway.state();
                    assertThat(state.phase()).isEqualTo(Phase.NEUROTIZING);
                    assertThat(state.operations().stageOneDate()).contains(LocalDate.of(2025, 1, 14));
                    assertThat(state.graft().banked()).isTrue();
                    PatientDischarged discharge = state.recoveries()
                            .of("case-1")
                            .last(PatientDischarged.class)
                            .orElseThrow();
                    assertThat(discharge.stayMinutes()).isEqualTo(555);
                    assertThat(discharge.sameCalendarDay()).isTrue();
                });
    }

    @Test
    void stageTwoGoesToTheFacilityThatWatchesTheFlap() {
        DayOfSurgery day = DayOfSurgery.stageTwo().consentVerified();
        day.with(new AftercareBedReserved(
                P,
                day.fact(),
                day.at("09:00").minusDays(7),
                Stage.TWO,
                "facility-harbor",
                day.at("18:00"),
                day.at("18:00").plusDays(3),
                true));
        List<Object> commands = new ArrayList<>(morning(
                day,
                new SiteMark(Anatomy.THIGH, BodySide.LEFT),
                new CompleteTimeOut(
                        P,
                        day.at("07:55"),
                        "case-2",
                        FaceSide.LEFT,
                        null,
                        null,
                        BodySide.LEFT,
                        true,
                        true,
                        true,
                        day.at("07:30"),
                        true,
                        true,
                        420,
                        200,
                        true,
                        2,
                        TEAM,
                        null)));
        commands.addAll(List.of(
                new RecordGracilisHarvest(
                        P, day.at("10:42"), "case-2", BodySide.LEFT, 9.8, 3.2, 24, 1.5, 2, 7, day.at("10:42")),
                vessel(day, AnastomosisKind.ARTERIAL),
                vessel(day, AnastomosisKind.VENOUS),
                new RecordReperfusion(P, day.at("12:20"), "case-2", day.at("12:20"), null, true, null),
                new RecordNerveCoaptation(
                        P,
                        day.at("13:00"),
                        "case-2",
                        FaceSide.LEFT,
                        MotorNerve.CROSS_FACIAL_GRAFT,
                        CoaptationType.END_TO_END),
                new RecordInset(
                        P,
                        day.at("14:00"),
                        "case-2",
                        FaceSide.LEFT,
                        InsetOrigin.ZYGOMA,
                        InsetInsertion.MODIOLUS,
                        2,
                        InsetTension.NORMAL),
                new CloseIncision(P, day.at("14:55"), "case-2"),
                new CompleteStageTwo(P, day.at("14:57"), "case-2", 150, "note-2", true, false, null, null, null)));
        commands.addAll(outOfTheatre(day, "15:00", "15:05", "15:10"));
        commands.addAll(List.of(
                check(day, "15:25", CarePlace.RECOVERY),
                new ScoreAldrete(P, day.at("16:00"), "case-2", 2, 2, 2, 2, 2, 10),
                new EnterPhaseTwo(P, day.at("16:10"), "case-2"),
                new EvaluateAnesthesiaRecovery(P, day.at("18:30"), "case-2", true, null),
                new PlanFlapMonitoring(
                        P,
                        day.at("19:00"),
                        "case-2",
                        DischargeDestination.AFTERCARE_FACILITY,
                        "facility-harbor",
                        "Nurses of Harbor",
                        FlapCheckMethod.HANDHELD_DOPPLER,
                        true,
                        null),
                new SignDischargeOrder(
                        P, day.at("19:30"), "case-2", DischargeDestination.AFTERCARE_FACILITY, DayOfSurgery.SURGEON),
                new GiveDischargeInstructions(
                        P,
                        day.at("19:40"),
                        "case-2",
                        "v1",
                        true,
                        "en",
                        EscortKind.NURSE,
                        day.at("09:00").plusDays(7)),
                check(day, "20:12", CarePlace.RECOVERY),
                new ScorePadss(P, day.at("20:15"), "case-2", PadssVariant.MPADSS, 2, 2, 2, 1, 2, null, 9),
                new RecordEscortArrival(P, day.at("20:20"), "case-2", "C. Example", EscortKind.NURSE),
                new DischargePatient(
                        P, day.at("20:30"), "case-2", DischargeDestination.AFTERCARE_FACILITY, "facility-harbor"),
                new AdmitToAftercare(P, day.at("20:55"), "case-2", "facility-harbor", EscortKind.NURSE)));
        PathwayFixture.at(day.at("21:20").toInstant())
                .given(day.facts())
                .andGivenCommands(bySurgeon(commands))
                .when(check(day, "21:20", CarePlace.AFTERCARE_FACILITY))
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> {
                    PathwayState state = pathway.state();
                    assertThat(state.phase()).isEqualTo(Phase.STAGE2_DONE);
                    assertThat(state.operations().stageTwoDate()).contains(LocalDate.of(2025, 10, 7));
                    assertThat(state.flap().ischemiaMinutes()).isEqualTo(98);
                    PatientDischarged discharge = state.recoveries()
                            .of("case-2")
                            .last(PatientDischarged.class)
                            .orElseThrow();
                    assertThat(discharge.stayMinutes()).isEqualTo(885);
                    assertThat(discharge.sameCalendarDay()).isTrue();
                });
    }

    private static List<Object> morning(DayOfSurgery day, SiteMark donor, CompleteTimeOut timeOut) {
        String caseId = day.caseId();
        String admission = caseId.equals("case-1") ? "06:10" : "05:45";
        return List.of(
                new AdmitPatient(P, day.at(admission), caseId, 2, true, "Nurse Example"),
                new VerifyFasting(
                        P,
                        day.at("06:20"),
                        caseId,
                        day.at("04:00"),
                        null,
                        day.at("19:00").minusDays(1)),
                new MarkSites(
                        P,
                        day.at("06:40"),
                        caseId,
                        List.of(new SiteMark(Anatomy.FACE, BodySide.LEFT), donor),
                        DayOfSurgery.SURGEON,
                        true),
                new CompleteSignIn(
                        P, day.at("07:12"), caseId, 2, true, true, true, true, true, false, false, TEAM, null),
                new InduceAnesthesia(P, day.at("07:20"), caseId, AnesthesiaTechnique.GENERAL_INTRAVENOUS),
                timeOut,
                new MakeIncision(P, day.at("08:00"), caseId, null));
    }

    private static List<Object> outOfTheatre(DayOfSurgery day, String signOut, String emergence, String recovery) {
        return List.of(
                new CompleteSignOut(
                        P, day.at(signOut), day.caseId(), true, CountResult.CORRECT, true, null, null, TEAM, null),
                new RecordEmergence(P, day.at(emergence), day.caseId()),
                new AdmitToRecovery(P, day.at(recovery), day.caseId()));
    }

    private static RecordAnastomosis vessel(DayOfSurgery day, AnastomosisKind kind) {
        return new RecordAnastomosis(
                P,
                day.at("11:40"),
                "case-2",
                kind,
                RecipientVessel.FACIAL,
                null,
                FaceSide.LEFT,
                AnastomosisTechnique.HAND_SEWN,
                CoaptationType.END_TO_END,
                null,
                true);
    }

    private static CheckFlap check(DayOfSurgery day, String time, CarePlace place) {
        return new CheckFlap(
                P,
                day.at(time),
                "case-2",
                ArterialSignal.STRONG,
                VenousSignal.PRESENT,
                Swelling.MILD,
                false,
                null,
                33.5,
                FlapCheckMethod.HANDHELD_DOPPLER,
                place,
                null);
    }

    private static List<CommandMessage<Object>> bySurgeon(List<?> commands) {
        return commands.stream()
                .map(command -> GenericCommandMessage.asCommandMessage(command)
                        .andMetaData(PathwayFixture.as(DayOfSurgery.SURGEON, Role.SURGEON)))
                .toList();
    }
}
