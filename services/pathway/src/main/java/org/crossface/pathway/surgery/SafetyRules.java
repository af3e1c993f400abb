package org.crossface.pathway.surgery;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Stage;
import org.crossface.pathway.Verdict;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Rules of the safety sequence: identity, fasting, the checklist and its order. */
final class SafetyRules {

    /** Hours without clear liquid, light meal and full meal before induction (P4). */
    private static final int CLEAR_HOURS = 2;

    private static final int LIGHT_MEAL_HOURS = 6;
    private static final int FULL_MEAL_HOURS = 8;
    private static final int ANTIBIOTIC_MINUTES = 60;
    private static final int IDENTIFIERS = 2;

    private SafetyRules() {}

    @Invariant(value = "INV-67", kind = RuleClass.HARD, says = "Two identifiers are checked before anything is done.")
    static Verdict identityIsCheckedAtAdmission(PathwayState state, AdmitPatient command, Circumstances given) {
        return identifiers(command.identifiersChecked());
    }

    @Invariant(value = "INV-67", kind = RuleClass.HARD, says = "Two identifiers are checked before anything is done.")
    static Verdict identityIsCheckedAtSignIn(PathwayState state, CompleteSignIn command, Circumstances given) {
        return identifiers(command.identifiersChecked());
    }

    private static Verdict identifiers(int checked) {
        return Verdict.refusedIf(
                checked < IDENTIFIERS,
                "identifiersChecked",
                "Identifiers checked: " + checked + ", needs " + IDENTIFIERS,
                "Check two identifiers, such as name and date of birth");
    }

    @Invariant(
            value = "INV-35",
            kind = RuleClass.HARD,
            says =
                    "Sign-in needs the sites marked with the patient awake, the consent verified and the allergies known.")
    static Verdict readyForSignIn(PathwayState state, CompleteSignIn command, Circumstances given) {
        Stage stage = CaseRules.caseOf(state, command).stage();
        if (!command.allergiesKnown()) {
            return Verdict.refused(
                    "allergiesKnown", "The allergies are not known", "Ask for allergies and record the answer");
        }
        if (!command.consentConfirmed() || !state.consents().verified(stage)) {
            return Verdict.refused(
                    "consentConfirmed",
                    "The surgical consent for stage " + stage + " is not verified",
                    "Verify the consent with the patient");
        }
        return sitesMarked(state.operations().of(command.caseId()), stage);
    }

    private static Verdict sitesMarked(Operation operation, Stage stage) {
        Optional<SiteMarked> mark = operation.last(SiteMarked.class);
        if (mark.isEmpty()) {
            return Verdict.refused("", "The sites are not marked", "The accountable surgeon marks face and donor site");
        }
        if (!mark.get().patientAwake()) {
            return Verdict.refused(
                    "", "The sites were marked while the patient was not awake", "Mark them with the patient awake");
        }
        Anatomy donor = stage == Stage.ONE ? Anatomy.LEG : Anatomy.THIGH;
        return Stream.of(Anatomy.FACE, donor)
                .filter(anatomy -> mark.get().sites().stream().noneMatch(site -> site.anatomy() == anatomy))
                .findFirst()
                .map(anatomy ->
                        Verdict.refused("", "The mark on the " + anatomy + " is missing", "Mark the " + anatomy))
                .orElse(Verdict.ALLOWED);
    }

    @Invariant(
            value = "SEQ-CHECKLIST",
            kind = RuleClass.HARD,
            says = "An item of the checklist that is not met is explained.")
    static Verdict signInExceptionsAreExplained(PathwayState state, CompleteSignIn command, Circumstances given) {
        return explained(
                command.exceptions(),
                command.procedureConfirmed() && command.machineAndDrugsChecked() && command.pulseOximeterOn());
    }

    @Invariant(
            value = "SEQ-CHECKLIST",
            kind = RuleClass.HARD,
            says = "An item of the checklist that is not met is explained.")
    static Verdict timeOutExceptionsAreExplained(PathwayState state, CompleteTimeOut command, Circumstances given) {
        return explained(
                command.exceptions(),
                command.teamIntroduced()
                        && command.patientConfirmed()
                        && command.procedureConfirmed()
                        && command.imagesDisplayed()
                        && command.criticalStepsReviewed()
                        && command.sterilityConfirmed());
    }

    @Invariant(
            value = "SEQ-CHECKLIST",
            kind = RuleClass.HARD,
            says = "An item of the checklist that is not met is explained.")
    static Verdict signOutExceptionsAreExplained(PathwayState state, CompleteSignOut command, Circumstances given) {
        return explained(
                command.exceptions(),
                command.procedureRecorded() && command.countsCorrect() && command.specimensLabelled());
    }

    private static Verdict explained(@Nullable String exceptions, boolean allMet) {
        return Verdict.refusedIf(
                !allMet && (exceptions == null || exceptions.isBlank()),
                "exceptions",
                "An item is not met and not explained",
                "Meet the item, or say why it is not met");
    }

    @Invariant(
            value = "SEQ-TEAM",
            kind = RuleClass.HARD,
            says = "Surgeon, anesthesiologist and theatre nurse take part in the time-out.")
    static Verdict teamIsPresent(PathwayState state, CompleteTimeOut command, Circumstances given) {
        return Stream.of(Role.SURGEON, Role.ANESTHESIOLOGIST, Role.OR_NURSE)
                .filter(role -> !Set.copyOf(command.participants()).contains(role))
                .findFirst()
                .map(role -> Verdict.refused(
                        "participants", role.label() + " does not take part", "Wait for the " + role.label()))
                .orElse(Verdict.ALLOWED);
    }

    @Invariant(value = "SEQ-INDUCTION", kind = RuleClass.HARD, says = "The sign-in comes before induction.")
    static Verdict signInComesBeforeInduction(PathwayState state, InduceAnesthesia command, Circumstances given) {
        return after(
                state, command, SafetySignInCompleted.class, ChecklistStep.SIGN_IN, "The sign-in is not completed");
    }

    @Invariant(
            value = "INV-36",
            kind = RuleClass.CLINICAL,
            says = "Before induction, no clear liquid for 2 hours, no light meal for 6 and no full meal for 8.",
            overriddenBy = Role.ANESTHESIOLOGIST)
    static Verdict patientHasFasted(PathwayState state, InduceAnesthesia command, Circumstances given) {
        Optional<FastingVerified> fasting =
                state.operations().of(command.caseId()).last(FastingVerified.class);
        if (fasting.isEmpty()) {
            return Verdict.refused("", "Nobody verified the fasting", "Ask when the patient last drank and ate");
        }
        return Stream.of(
                        hours(fasting.get().lastClearAt(), CLEAR_HOURS, "Clear liquid", command),
                        hours(fasting.get().lastLightMealAt(), LIGHT_MEAL_HOURS, "Light meal", command),
                        hours(fasting.get().lastFullMealAt(), FULL_MEAL_HOURS, "Full meal", command))
                .filter(Verdict.Refused.class::isInstance)
                .findFirst()
                .orElse(Verdict.ALLOWED);
    }

    private static Verdict hours(@Nullable OffsetDateTime last, int needed, String what, InduceAnesthesia command) {
        if (last == null) {
            return Verdict.ALLOWED;
        }
        Duration fasted = Duration.between(last, command.occurredAt());
        return Verdict.refusedIf(
                fasted.compareTo(Duration.ofHours(needed)) < 0,
                "occurredAt",
                what + " " + fasted.toHours() + " h " + fasted.toMinutesPart() + " min before induction, needs "
                        + needed + " h",
                "Wait, or the anesthesiologist overrides with a reason");
    }

    @Invariant(value = "INV-34", kind = RuleClass.HARD, says = "Sign-in, time-out and sign-out come in this order.")
    static Verdict signInComesBeforeTimeOut(PathwayState state, CompleteTimeOut command, Circumstances given) {
        return after(
                state, command, SafetySignInCompleted.class, ChecklistStep.SIGN_IN, "The sign-in is not completed");
    }

    @Invariant(value = "INV-34", kind = RuleClass.HARD, says = "There is no incision before sign-in and time-out.")
    static Verdict checklistComesBeforeIncision(PathwayState state, MakeIncision command, Circumstances given) {
        Operation operation = state.operations().of(command.caseId());
        if (!operation.has(SafetySignInCompleted.class)) {
            return Verdict.refused("", "The sign-in is not completed", "Complete the sign-in");
        }
        Optional<SafetyTimeOutCompleted> timeOut = operation.last(SafetyTimeOutCompleted.class);
        if (timeOut.isEmpty()) {
            return Verdict.refused(
                    "",
                    "The time-out is not completed",
                    "Complete the time-out; if the incision was made without it, report a checklist deviation");
        }
        return Verdict.refusedIf(
                command.occurredAt().isBefore(timeOut.get().occurredAt()),
                "occurredAt",
                "This time lies before the time-out",
                "Give the time of the incision; if it was made before the time-out, report a checklist deviation");
    }

    @Invariant(value = "INV-34", kind = RuleClass.HARD, says = "Sign-in, time-out and sign-out come in this order.")
    static Verdict timeOutComesBeforeSignOut(PathwayState state, CompleteSignOut command, Circumstances given) {
        return after(
                state, command, SafetyTimeOutCompleted.class, ChecklistStep.TIME_OUT, "The time-out is not completed");
    }

    /** The earlier step was completed before this time, or it was reported as missed. */
    private static Verdict after(
            PathwayState state,
            CaseCommand command,
            Class<? extends SurgeryFact> step,
            ChecklistStep name,
            String finding) {
        Operation operation = state.operations().of(command.caseId());
        Optional<? extends SurgeryFact> done = operation.last(step);
        if (done.isEmpty()) {
            return Verdict.refusedIf(
                    !operation.missed(name), "", finding, "Complete that step first, or report that it was missed");
        }
        return Verdict.refusedIf(
                command.occurredAt().isBefore(done.get().occurredAt()),
                "occurredAt",
                "This time lies before the step that has to come first",
                "Give the time at which it happened");
    }

    @Invariant(
            value = "INV-65",
            kind = RuleClass.CLINICAL,
            says = "The antibiotic is given within 60 minutes before the incision, or the deviation is flagged.",
            overriddenBy = {Role.SURGEON, Role.ANESTHESIOLOGIST})
    static Verdict antibioticIsInTime(PathwayState state, MakeIncision command, Circumstances given) {
        if (command.antibioticDeviation() != null
                && !command.antibioticDeviation().isBlank()) {
            return Verdict.ALLOWED;
        }
        Optional<OffsetDateTime> at = state.operations()
                .of(command.caseId())
                .last(SafetyTimeOutCompleted.class)
                .flatMap(timeOut -> Optional.ofNullable(timeOut.antibioticAt()));
        if (at.isEmpty()) {
            return Verdict.refused(
                    "antibioticDeviation",
                    "The time-out names no antibiotic",
                    "Say why none was given before incision");
        }
        Duration before = Duration.between(at.get(), command.occurredAt());
        return Verdict.refusedIf(
                before.isNegative() || before.compareTo(Duration.ofMinutes(ANTIBIOTIC_MINUTES)) > 0,
                "antibioticDeviation",
                before.isNegative()
                        ? "The antibiotic was given after the incision"
                        : "The antibiotic was given " + before.toMinutes() + " min before the incision, at most "
                                + ANTIBIOTIC_MINUTES,
                "Say why");
    }

    @Invariant(
            value = "SEQ-EMERGENCE",
            kind = RuleClass.HARD,
            says = "A patient emerges from anesthesia after induction.")
    static Verdict anesthesiaWasInduced(PathwayState state, RecordEmergence command, Circumstances given) {
        Optional<AnesthesiaInduced> induction =
                state.operations().of(command.caseId()).last(AnesthesiaInduced.class);
        return Verdict.refusedIf(
                induction
                        .filter(fact -> !command.occurredAt().isBefore(fact.occurredAt()))
                        .isEmpty(),
                induction.isPresent() ? "occurredAt" : "",
                induction.isPresent() ? "This time lies before the induction" : "No induction is recorded",
                "Record the induction first, with its time");
    }

    @Invariant(
            value = "SEQ-INCISION",
            kind = RuleClass.HARD,
            says = "What is done in the operation is done after the incision.")
    static Verdict incisionWasMade(PathwayState state, CaseCommand command, Circumstances given) {
        Optional<OffsetDateTime> incision =
                state.operations().of(command.caseId()).incisionAt();
        if (incision.isEmpty()) {
            return Verdict.refused("", "No incision is recorded", "Record the incision first");
        }
        return Verdict.refusedIf(
                command.occurredAt().isBefore(incision.get()),
                "occurredAt",
                "This time lies before the incision",
                "Give the time at which it happened");
    }

    @Invariant(
            value = "SEQ-DISCONTINUE",
            kind = RuleClass.HARD,
            says =
                    "A procedure is stopped before or after anesthesia as the record of anesthesia says, and not once complete.")
    static Verdict stopFitsTheDay(PathwayState state, DiscontinueProcedure command, Circumstances given) {
        Operation operation = state.operations().of(command.caseId());
        if (operation.isCompleted()) {
            return Verdict.refused("", "The operation is complete", "A completed operation cannot be discontinued");
        }
        boolean induced = operation.has(AnesthesiaInduced.class);
        return Verdict.refusedIf(
                induced != (command.phase() == DiscontinuedPhase.AFTER_ANESTHESIA),
                "phase",
                induced ? "Anesthesia was induced" : "Anesthesia was not induced",
                "Choose " + (induced ? DiscontinuedPhase.AFTER_ANESTHESIA : DiscontinuedPhase.BEFORE_ANESTHESIA));
    }
}
