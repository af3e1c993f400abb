package org.crossface.pathway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.Samples;
import org.crossface.pathway.aftercare.complication.RegradeComplication;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.pathway.authority.Availability;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.record.Claims;
import org.crossface.pathway.recovery.discharge.DischargePatient;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.flap.ReturnToTheatre;
import org.crossface.pathway.recovery.vocabulary.CaseEnd;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.state.CaseProgress;
import org.crossface.pathway.state.Rung;
import org.crossface.pathway.surgery.admission.AdmitPatient;
import org.crossface.pathway.surgery.admission.MarkSites;
import org.crossface.pathway.surgery.admission.VerifyFasting;
import org.crossface.pathway.surgery.events.OperationCompletedAsPerformed;
import org.crossface.pathway.surgery.reports.DiscontinueProcedure;
import org.crossface.pathway.surgery.vocabulary.Anatomy;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.surgery.vocabulary.SiteMark;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A return to theatre is a case of its own, with all that the day of surgery has (INV-55). */
class ReturnToTheatreTest {

    private static final LocalDate STAGE_ONE = LocalDate.of(2025, 1, 14);

    private final List<Step> back =
            WrittenStory.read("/stories/return-to-theatre.txt").steps(FaceSide.LEFT, STAGE_ONE);
    private final PathwayInMemory pathway = new PathwayInMemory("pathway-1", "P-0124", "OR-1")
            .play(WrittenStory.textbook().upTo("The second operation", "Score Aldrete", FaceSide.LEFT, STAGE_ONE));

    @Test
    @Tag("INV-55")
    void aPatientInRecoveryIsTakenBackAndLeavesFromThere() {
        Claims before = claims();
        playUpTo("Complete sign-in");
        assertThat(claims()).isEqualTo(before);
        assertThat(theReturn().end()).isEmpty();
        assertThat(theReturn().planned().accountableSurgeon()).isEqualTo("surgeon-lind");
        assertThat(index().end()).contains(CaseEnd.RETURNED);
        assertThat(pathway.state().phase()).isEqualTo(Phase.STAGE2_DONE);
        playRest();

        CaseProgress returned = theReturn();
        assertThat(returned.end()).contains(CaseEnd.DISCHARGED);
        assertThat(returned.rung()).isEqualTo(Rung.DISCHARGED);
        assertThat(returned.operation().signature()).isPresent();
        assertThat(index().end()).contains(CaseEnd.DISCHARGED);
        assertThat(pathway.last(OperationCompletedAsPerformed.class).durationMinutes())
                .isEqualTo(35);
        assertThat(pathway.last(PatientDischarged.class).stayMinutes())
                .describedAs("one stay, from the admission in the morning")
                .isEqualTo(15 * 60 + 30);
        assertThat(pathway.state()
                        .afterCare()
                        .followUp()
                        .dayOneCall(Stage.TWO, at("08:00").toLocalDate()))
                .isPresent();
    }

    @Test
    @Tag("SEQ-PHASE")
    void aReturnIsOverWhenThePatientHasLeft() {
        playUpTo("Record return to theatre");
        assertThat(offered(MarkSites.USE_CASE)).isInstanceOf(Availability.Offered.class);
        playRest();
        assertThat(offered(MarkSites.USE_CASE)).isInstanceOf(Availability.Locked.class);
        assertThat(pathway.give(
                                "surgeon-lind",
                                Role.SURGEON,
                                new MarkSites(
                                        "pathway-1",
                                        at("22:30"),
                                        theReturn().caseId(),
                                        List.of(new SiteMark(Anatomy.FACE, BodySide.LEFT)),
                                        "surgeon-lind",
                                        true))
                        .map(CommandRefused::rule))
                .contains("SEQ-PHASE");
    }

    private Availability offered(UseCase<?> useCase) {
        return Availability.of(pathway.state(), useCase, at("23:30"), Policy.defaults());
    }

    @Test
    @Tag("SEQ-RETURN")
    void aPatientWhoIsBackInTheatreLeavesFromTheCaseOfTheReturn() {
        playUpTo("Complete sign-in");
        assertThat(leaving(index().caseId())).contains("SEQ-RETURN");
        assertThat(leaving(theReturn().caseId())).doesNotContain("SEQ-RETURN");
    }

    /** The rules that refuse a discharge now. */
    private List<String> leaving(String caseId) {
        return pathway
                .give(
                        "user-PACU",
                        Role.PACU_NURSE,
                        Samples.of(DischargePatient.class, Map.of("caseId", caseId, "occurredAt", at("18:00"))))
                .map(CommandRefused::broken)
                .orElse(List.of())
                .stream()
                .map(broken -> broken.rule().id())
                .toList();
    }

    @Test
    @Tag("SEQ-ADMISSION")
    void aPatientWhoComesBackFromHomeIsAdmittedAnewAndAStoppedReturnLeavesThePathwayWhereItWas() {
        pathway.play(
                WrittenStory.textbook()
                        .upTo("The second operation", "Admit to after-care", FaceSide.LEFT, STAGE_ONE)
                        .stream()
                        .dropWhile(step -> !step.at().isAfter(at("16:00")))
                        .toList());
        give(new ReturnToTheatre(
                "pathway-1",
                at("23:00"),
                index().caseId(),
                false,
                "Hematoma of the cheek",
                true,
                null,
                null,
                List.of("surgeon-osei"),
                60));
        assertThat(pathway.give("user-PN", Role.PREOP_NURSE, fasting("23:04")).map(CommandRefused::rule))
                .contains("SEQ-ADMISSION");
        assertThat(pathway.give(
                        "user-PN",
                        Role.PREOP_NURSE,
                        new AdmitPatient("pathway-1", at("23:05"), theReturn().caseId(), 2, true, "Rosa Keller", null)))
                .isEmpty();
        assertThat(pathway.give("user-PN", Role.PREOP_NURSE, fasting("23:06"))).isEmpty();
        assertThat(index().end()).contains(CaseEnd.DISCHARGED);
        give(new DiscontinueProcedure(
                "pathway-1",
                at("23:10"),
                theReturn().caseId(),
                DiscontinuedPhase.BEFORE_ANESTHESIA,
                false,
                "The swelling is edema"));
        assertThat(theReturn().end()).contains(CaseEnd.DISCONTINUED);
        assertThat(pathway.state().phase()).isEqualTo(Phase.STAGE2_DONE);
    }

    private VerifyFasting fasting(String time) {
        return new VerifyFasting("pathway-1", at(time), theReturn().caseId(), null, null, null);
    }

    private void give(PathwayCommand command) {
        assertThat(pathway.give("surgeon-osei", Role.SURGEON, command)).isEmpty();
    }

    @Test
    @Tag("INV-54")
    void theReturnIsTheOperationUnderGeneralAnesthesiaThatAGradeNames() {
        playUpTo("Record return to theatre");
        String complication = pathway.last(ComplicationRecorded.class).factId();
        assertThat(pathway.give(
                        "surgeon-osei",
                        Role.SURGEON,
                        new RegradeComplication(
                                "pathway-1",
                                at("16:41"),
                                complication,
                                ClavienDindo.IIIB,
                                false,
                                theReturn().caseId(),
                                "Evacuated under general anesthesia")))
                .isEmpty();
    }

    private Claims claims() {
        return Claims.of("pathway-1", pathway.state(), Policy.defaults());
    }

    private CaseProgress theReturn() {
        return CaseProgress.all(pathway.state()).getLast();
    }

    private CaseProgress index() {
        SurgicalCase planned = pathway.state()
                .schedule()
                .caseById(pathway.last(SurgeryScheduled.class).caseId())
                .orElseThrow();
        return CaseProgress.of(pathway.state(), planned);
    }

    private int played;

    private void playUpTo(String title) {
        do {
            pathway.play(List.of(back.get(played++)));
        } while (!back.get(played - 1).command().title().equals(title)
                || back.get(played - 1).refusedBy() != null);
    }

    private void playRest() {
        pathway.play(back.subList(played, back.size()));
    }

    private static OffsetDateTime at(String time) {
        return OffsetDateTime.parse("2025-10-07T" + time + ":00-07:00");
    }
}
