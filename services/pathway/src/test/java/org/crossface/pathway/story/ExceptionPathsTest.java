package org.crossface.pathway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crossface.pathway.aftercare.contact.CompleteDayOneCall;
import org.crossface.pathway.aftercare.vocabulary.CallDisposition;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.EmergencyConsentDeclared;
import org.crossface.pathway.consent.signature.DeclareEmergencyConsent;
import org.crossface.pathway.consent.signature.RevokeConsent;
import org.crossface.pathway.oversight.Concern;
import org.crossface.pathway.oversight.ConcernKind;
import org.crossface.pathway.oversight.concern.CloseConcern;
import org.crossface.pathway.oversight.concern.RecordNearMiss;
import org.crossface.pathway.oversight.correction.RetractRecord;
import org.crossface.pathway.oversight.countersignature.ConfirmAsSecond;
import org.crossface.pathway.oversight.interruption.ResumePathway;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.record.Claims;
import org.crossface.pathway.recovery.departure.RecordHospitalDischarge;
import org.crossface.pathway.recovery.departure.RecordLeftAgainstMedicalAdvice;
import org.crossface.pathway.recovery.departure.RecordTransfer;
import org.crossface.pathway.recovery.events.SameDayDischargeFailed;
import org.crossface.pathway.recovery.flap.ReturnToTheatre;
import org.crossface.pathway.recovery.pacu.AdmitToRecovery;
import org.crossface.pathway.recovery.vocabulary.FailureReason;
import org.crossface.pathway.recovery.vocabulary.TransferMode;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.scheduling.readiness.ReleaseAftercareBed;
import org.crossface.pathway.surgery.admission.MarkSites;
import org.crossface.pathway.surgery.checklist.CloseIncision;
import org.crossface.pathway.surgery.checklist.CompleteSignIn;
import org.crossface.pathway.surgery.checklist.CompleteSignOut;
import org.crossface.pathway.surgery.checklist.MakeIncision;
import org.crossface.pathway.surgery.events.WrongSiteEventReported;
import org.crossface.pathway.surgery.record.CompleteAsPerformed;
import org.crossface.pathway.surgery.record.SignOperationRecord;
import org.crossface.pathway.surgery.reports.DiscontinueProcedure;
import org.crossface.pathway.surgery.reports.ReportNeverEvent;
import org.crossface.pathway.surgery.vocabulary.Anatomy;
import org.crossface.pathway.surgery.vocabulary.CountResult;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.surgery.vocabulary.NeverEventKind;
import org.crossface.pathway.surgery.vocabulary.SiteMark;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens otherwise than planned is recorded as it is, raises an alert and a task, and the patient is still cared for (2.6, A-03). */
class ExceptionPathsTest {

    private static final LocalDate STAGE_ONE = LocalDate.of(2025, 1, 14);
    private static final String DAY_ONE = "2025-01-14";
    private static final String DAY_TWO = "2025-10-07";
    private static final List<Role> TEAM = List.of(Role.SURGEON, Role.ANESTHESIOLOGIST, Role.OR_NURSE);

    private final PathwayInMemory pathway = new PathwayInMemory("pathway-1", "P-0124", "OR-1");

    @Test
    @Tag("INV-03")
    @Tag("SEQ-CONCERN")
    @Tag("SEQ-AS-PERFORMED")
    void anOperationWithANeverEventIsCompletedAsItWasAndThePatientIsStillCaredFor() {
        upTo("The second operation", "Record gracilis harvest");
        CompleteAsPerformed completed = new CompleteAsPerformed(
                "pathway-1",
                at(DAY_TWO, "14:40"),
                caseId(),
                "Muscle lies on the right",
                "Muscle removed from the right side",
                null,
                200,
                "note-2");
        refused("SEQ-AS-PERFORMED", completed);
        allowed(new ReportNeverEvent(
                "pathway-1",
                at(DAY_TWO, "14:10"),
                caseId(),
                NeverEventKind.WRONG_SIDE,
                "Muscle placed on the right side of the face",
                BodySide.LEFT,
                BodySide.RIGHT,
                at(DAY_TWO, "14:05"),
                false));
        assertThat(pathway.state().phase()).isEqualTo(Phase.ON_HOLD);
        assertThat(kinds()).containsExactly(ConcernKind.NEVER_EVENT, ConcernKind.DISCLOSURE);
        allowed(new CloseIncision("pathway-1", at(DAY_TWO, "14:30"), caseId()));
        allowed(completed);
        by(Role.OR_NURSE, signOut(at(DAY_TWO, "14:50"), CountResult.CORRECT));
        by(Role.PACU_NURSE, new AdmitToRecovery("pathway-1", at(DAY_TWO, "15:00"), caseId()));
        allowed(new SignOperationRecord("pathway-1", at(DAY_TWO, "16:00"), caseId(), "surgeon-osei"));
        assertThat(pathway.state().operatedHereOn(Stage.TWO)).contains(LocalDate.parse(DAY_TWO));

        String disclosure = concern(ConcernKind.DISCLOSURE).concernId();
        CloseConcern told = new CloseConcern("pathway-1", at(DAY_TWO, "18:00"), disclosure, "Told with the family");
        assertThat(pathway.give("user-QA", Role.QUALITY_AUDITOR, told).map(CommandRefused::rule))
                .contains("SEQ-CONCERN");
        allowed(told);
        assertThat(kinds()).containsExactly(ConcernKind.NEVER_EVENT);
        allowed(new ResumePathway("pathway-1", at(DAY_TWO, "19:00"), "Planned anew after the review"));
        assertThat(pathway.state().phase())
                .describedAs("no muscle was transferred: the second operation is still to be done")
                .isEqualTo(Phase.READY_FOR_STAGE2);
    }

    @Test
    @Tag("REF-CONCERN")
    void aConcernIsClosedOnce() {
        upTo("The second operation", "Record gracilis harvest");
        allowed(new ReportNeverEvent(
                "pathway-1",
                at(DAY_TWO, "14:10"),
                caseId(),
                NeverEventKind.WRONG_SIDE,
                "Muscle placed on the right side of the face",
                BodySide.LEFT,
                BodySide.RIGHT,
                at(DAY_TWO, "14:05"),
                false));
        CloseConcern told = new CloseConcern(
                "pathway-1",
                at(DAY_TWO, "18:00"),
                concern(ConcernKind.DISCLOSURE).concernId(),
                "Told with the family");
        allowed(told);
        assertThat(kinds()).containsExactly(ConcernKind.NEVER_EVENT);
        refused("REF-CONCERN", told);
    }

    @Test
    @Tag("REF-COMPLICATION")
    void anOperationTreatsAComplicationThatIsRecorded() {
        upTo("The second operation", "Record gracilis harvest");
        allowed(new ReportNeverEvent(
                "pathway-1",
                at(DAY_TWO, "14:10"),
                caseId(),
                NeverEventKind.WRONG_SIDE,
                "Muscle placed on the right side of the face",
                BodySide.LEFT,
                BodySide.RIGHT,
                at(DAY_TWO, "14:05"),
                true));
        refused("REF-COMPLICATION", asPerformed("complication-of-another-patient"));
        allowed(asPerformed(null));
    }

    private CompleteAsPerformed asPerformed(@Nullable String complicationId) {
        return new CompleteAsPerformed(
                "pathway-1",
                at(DAY_TWO, "14:40"),
                caseId(),
                "Muscle lies on the right",
                "Muscle removed from the right side",
                complicationId,
                200,
                "note-2");
    }

    @Test
    @Tag("REF-CASE")
    void anEmergencyIsDeclaredForACaseOfThePathway() {
        upTo("The first operation", "Admit patient");
        String reason = "Sedated, the airway is threatened, no proxy reached";
        refused(
                "REF-CASE",
                new DeclareEmergencyConsent("pathway-1", at(DAY_ONE, "07:05"), "case-of-another-patient", reason));
        allowed(new DeclareEmergencyConsent("pathway-1", at(DAY_ONE, "07:05"), caseId(), reason));
    }

    @Test
    void aNeverEventThatIsTakenBackLeavesNothingToLookInto() {
        upTo("The second operation", "Record gracilis harvest");
        allowed(new ReportNeverEvent(
                "pathway-1",
                at(DAY_TWO, "14:10"),
                caseId(),
                NeverEventKind.WRONG_SIDE,
                "Entered for another patient",
                null,
                null,
                at(DAY_TWO, "14:05"),
                false));
        allowed(new RetractRecord(
                "pathway-1",
                at(DAY_TWO, "14:20"),
                pathway.last(WrongSiteEventReported.class).factId(),
                "It was entered for another patient"));
        assertThat(kinds()).isEmpty();
        assertThat(pathway.state().phase()).isEqualTo(Phase.STAGE2_PLANNED);
    }

    @Test
    @Tag("SEQ-CONSENT-REVOKED")
    void aConsentTakenBackUnderAnesthesiaIsRecordedAndTheSurgeonDecidesBeforeTheIncision() {
        upTo("The first operation", "Complete time-out");
        by(
                Role.PREOP_NURSE,
                new RevokeConsent(
                        "pathway-1", at(DAY_ONE, "07:57"), ConsentType.SURGICAL, Stage.ONE, "Told by the proxy"));
        assertThat(theCase().cancelled()).isFalse();
        assertThat(kinds()).containsExactly(ConcernKind.CONSENT_REVOKED, ConcernKind.CONSENT_REVOKED_REVIEW);
        MakeIncision incision = new MakeIncision("pathway-1", at(DAY_ONE, "08:10"), caseId(), null);
        assertThat(pathway.give("user-ON", Role.OR_NURSE, incision).map(CommandRefused::rule))
                .contains("SEQ-CONSENT-REVOKED");
        allowed(new CloseConcern(
                "pathway-1",
                at(DAY_ONE, "08:05"),
                concern(ConcernKind.CONSENT_REVOKED).concernId(),
                "The proxy had no authority; the patient consented this morning"));
        by(Role.OR_NURSE, incision);
        assertThat(kinds()).containsExactly(ConcernKind.CONSENT_REVOKED_REVIEW);
    }

    @Test
    @Tag("INV-35")
    void anEmergencyThatTwoPhysiciansDeclareStandsForTheConsentForSomeHours() {
        upTo("The second operation", "Score Aldrete");
        allowed(new ReturnToTheatre(
                "pathway-1",
                at(DAY_TWO, "16:40"),
                caseId(),
                false,
                "Airway threatened by a hematoma",
                true,
                null,
                null,
                List.of("surgeon-osei"),
                60));
        allowed(new MarkSites(
                "pathway-1",
                at(DAY_TWO, "16:42"),
                caseId(),
                List.of(new SiteMark(Anatomy.FACE, BodySide.LEFT)),
                "surgeon-osei",
                false));
        refused("INV-35", signIn("16:50"));
        allowed(new DeclareEmergencyConsent(
                "pathway-1", at(DAY_TWO, "16:43"), caseId(), "Sedated, the airway is threatened, no proxy reached"));
        refused("INV-35", signIn("16:50"));
        String declared = pathway.last(EmergencyConsentDeclared.class).factId();
        refused("REF-SECOND", new ConfirmAsSecond("pathway-1", at(DAY_TWO, "16:45"), declared));
        by(Role.ANESTHESIOLOGIST, new ConfirmAsSecond("pathway-1", at(DAY_TWO, "16:45"), declared));
        allowed(signIn("16:50"));
        assertThat(kinds()).containsExactly(ConcernKind.EMERGENCY_CONSENT);
        assertThat(pathway.state().consents().isEmergency(caseId(), at("2025-10-08", "16:43")))
                .isTrue();
        assertThat(pathway.state().consents().isEmergency(caseId(), at("2025-10-08", "16:44")))
                .isFalse();
    }

    @Test
    @Tag("INV-34")
    void aPatientWithUnresolvedCountsStaysInTheatreAndIsLookedInto() {
        upTo("The first operation", "Complete stage one");
        by(Role.OR_NURSE, signOut(at(DAY_ONE, "11:45"), CountResult.UNRESOLVED));
        assertThat(kinds()).containsExactly(ConcernKind.COUNTS_UNRESOLVED);
        AdmitToRecovery recovery = new AdmitToRecovery("pathway-1", at(DAY_ONE, "12:20"), caseId());
        assertThat(pathway.give("user-PACU", Role.PACU_NURSE, recovery).map(CommandRefused::rule))
                .contains("INV-34");
        by(Role.OR_NURSE, signOut(at(DAY_ONE, "12:15"), CountResult.DECIDED_AFTER_IMAGING));
        by(Role.PACU_NURSE, recovery);
    }

    @Test
    @Tag("SEQ-AFTERCARE")
    void aProcedureThatWasStoppedGivesItsRoomBackAndThePatientIsFollowedUp() {
        upTo("The first operation", "Record incision");
        assertThat(held()).contains(Claims.ROOMS, Claims.SURGEONS);
        allowed(new DiscontinueProcedure(
                "pathway-1",
                at(DAY_ONE, "08:20"),
                caseId(),
                DiscontinuedPhase.AFTER_ANESTHESIA,
                true,
                "Airway impossible"));
        assertThat(held()).doesNotContain(Claims.ROOMS, Claims.SURGEONS);
        assertThat(pathway.state().phase()).isEqualTo(Phase.CANDIDATE);
        assertThat(pathway.state().operations().stageOneDate()).isEmpty();
        assertThat(pathway.state().operatedHereOn(Stage.ONE)).contains(STAGE_ONE);
        allowed(new SignOperationRecord("pathway-1", at(DAY_ONE, "09:00"), caseId(), "surgeon-osei"));
        by(
                Role.PACU_NURSE,
                new RecordLeftAgainstMedicalAdvice("pathway-1", at(DAY_ONE, "10:00"), caseId(), true, null));
        assertThat(kinds()).containsExactly(ConcernKind.LEFT_AGAINST_ADVICE);
        pathway.play(dayOneCall());
        assertThat(pathway.state().afterCare().followUp().dayOneCall(Stage.ONE, STAGE_ONE))
                .isPresent();
    }

    @Test
    @Tag("SEQ-INPATIENT")
    void nobodyCallsAtHomeWhoLiesInAHospital() {
        upTo("The first operation", "Score Aldrete");
        allowed(new RecordTransfer(
                "pathway-1",
                at(DAY_ONE, "19:05"),
                caseId(),
                "County Hospital",
                List.of(FailureReason.PONV, FailureReason.RESPIRATORY),
                TransferMode.AMBULANCE,
                null,
                null));
        assertThat(pathway.last(SameDayDischargeFailed.class).reasons()).hasSize(2);
        assertThat(pathway.state().afterCare().hasOpenComplication()).isTrue();
        Step call = dayOneCall().getFirst();
        CompleteDayOneCall toHome = new CompleteDayOneCall(
                "pathway-1", call.at(), Stage.ONE, 3, 0, 36.8, List.of(), CallDisposition.CONTINUE_AT_HOME, null);
        assertThat(give(Role.AFTERCARE_NURSE, toHome).map(CommandRefused::rule)).contains("SEQ-INPATIENT");
        by(
                Role.SURGICAL_COORDINATOR,
                new RecordHospitalDischarge("pathway-1", at("2025-01-15", "09:00"), caseId(), false));
        pathway.play(List.of(call));
    }

    @Test
    @Tag("INV-04")
    void aNearMissIsLookedIntoOnceHoweverOftenTheStepIsTried() {
        upTo("The first operation", "Mark sites");
        RecordNearMiss stopped =
                new RecordNearMiss("pathway-1", at(DAY_ONE, "07:05"), caseId(), "INV-04", "complete-sign-in");
        Phase before = pathway.state().phase();
        by(Role.SYSTEM, stopped);
        by(Role.SYSTEM, stopped);
        assertThat(kinds()).containsExactly(ConcernKind.NEAR_MISS);
        assertThat(pathway.state().phase()).isEqualTo(before);
        by(
                Role.QUALITY_AUDITOR,
                new CloseConcern(
                        "pathway-1",
                        at(DAY_ONE, "12:00"),
                        concern(ConcernKind.NEAR_MISS).concernId(),
                        "Mark corrected"));
        by(Role.SYSTEM, new RecordNearMiss("pathway-1", at(DAY_ONE, "12:05"), caseId(), "INV-04", "complete-sign-in"));
        assertThat(kinds()).containsExactly(ConcernKind.NEAR_MISS);
    }

    @Test
    @Tag("SEQ-BED")
    void aBedIsGivenBackAloneAndTheOperationStaysBooked() {
        upTo("The second operation", "Reserve after-care bed");
        assertThat(held()).contains(Claims.BEDS);
        OffsetDateTime at = Objects.requireNonNull(pathway.state().lastAt()).plusMinutes(1);
        ReleaseAftercareBed release = new ReleaseAftercareBed("pathway-1", at, Stage.TWO);
        by(Role.SURGICAL_COORDINATOR, release);
        assertThat(held()).doesNotContain(Claims.BEDS);
        assertThat(give(Role.SURGICAL_COORDINATOR, release).map(CommandRefused::rule))
                .contains("SEQ-BED");
    }

    private void upTo(String chapter, String title) {
        pathway.play(WrittenStory.textbook().upTo(chapter, title, FaceSide.LEFT, STAGE_ONE));
    }

    /** The call of the textbook patient on the day after the first operation. */
    private static List<Step> dayOneCall() {
        return WrittenStory.textbook().steps(FaceSide.LEFT, STAGE_ONE).stream()
                .filter(step -> step.command().title().equals("Complete day-one call"))
                .limit(1)
                .toList();
    }

    private SurgicalCase theCase() {
        return pathway.state().schedule().cases().getLast();
    }

    private String caseId() {
        return theCase().caseId();
    }

    private List<ConcernKind> kinds() {
        return pathway.state().oversight().concerns().stream()
                .map(Concern::kind)
                .toList();
    }

    private Concern concern(ConcernKind kind) {
        return pathway.state().oversight().concern(kind, caseId()).orElseThrow();
    }

    /** What the pathway holds against others. */
    private String held() {
        return Claims.of("pathway-1", pathway.state(), Policy.defaults()).toString();
    }

    private CompleteSignIn signIn(String time) {
        return new CompleteSignIn(
                "pathway-1", at(DAY_TWO, time), caseId(), 2, true, false, true, true, true, false, false, TEAM, null);
    }

    private CompleteSignOut signOut(OffsetDateTime at, CountResult counts) {
        return new CompleteSignOut(
                "pathway-1", at, caseId(), true, counts, true, null, null, TEAM, "Needle missing", List.of());
    }

    private void allowed(PathwayCommand command) {
        by(Role.SURGEON, command);
    }

    private void by(Role role, PathwayCommand command) {
        assertThat(give(role, command)).isEmpty();
    }

    private void refused(String rule, PathwayCommand command) {
        assertThat(give(Role.SURGEON, command).map(CommandRefused::rule)).contains(rule);
    }

    private Optional<CommandRefused> give(Role role, PathwayCommand command) {
        return pathway.give(role == Role.SURGEON ? "surgeon-osei" : "user-" + role.code(), role, command);
    }

    private static OffsetDateTime at(String day, String time) {
        return OffsetDateTime.parse(
                day + "T" + time + (day.equals(DAY_ONE) || day.startsWith("2025-01") ? ":00-08:00" : ":00-07:00"));
    }
}
