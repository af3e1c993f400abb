package org.crossface.pathway.surgery.checklist;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.pathway.consent.signature.VerifyConsent;
import org.crossface.pathway.oversight.ConcernKind;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.admission.AdmissionRules;
import org.crossface.pathway.surgery.admission.MarkSites;
import org.crossface.pathway.surgery.admission.VerifyFasting;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.surgery.events.FastingVerified;
import org.crossface.pathway.surgery.events.SafetySignInCompleted;
import org.crossface.pathway.surgery.events.SafetyTimeOutCompleted;
import org.crossface.pathway.surgery.events.SiteMarked;
import org.crossface.pathway.surgery.events.SurgeryFact;
import org.crossface.pathway.surgery.vocabulary.Anatomy;
import org.crossface.pathway.surgery.vocabulary.Antibiotic;
import org.crossface.pathway.surgery.vocabulary.ChecklistStep;
import org.crossface.pathway.surgery.vocabulary.CountResult;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the safety sequence: identity, fasting, the checklist and its order. */
public final class SafetyRules {

    private SafetyRules() {}

    static final Check<CompleteSignIn> IDENTITY_IS_CHECKED_AT_SIGN_IN = Check.hard(
            "INV-67",
            "At least {identifiersChecked} identifiers are checked before any step.",
            (state, command, given) -> AdmissionRules.identifiers(command.identifiersChecked(), given));

    static final Check<CompleteSignIn> ALLERGIES_ARE_KNOWN = Check.hard(
            "INV-35",
            "Sign-in needs the allergies known.",
            (state, command, given) -> Verdict.refusedIf(
                    !command.allergiesKnown(),
                    "allergiesKnown",
                    "The allergies are not known",
                    "Ask for allergies and record the answer"));

    static final Check<CompleteSignIn> CONSENT_IS_CONFIRMED = Check.hard(
            "INV-35",
            "Sign-in needs the patient to confirm the consent.",
            (state, command, given) -> Verdict.refusedIf(
                    !command.consentConfirmed()
                            && !state.consents().isEmergency(command.caseId(), command.occurredAt()),
                    "consentConfirmed",
                    "The consent was not confirmed",
                    "Confirm the consent with the patient"));

    static final Condition CONSENT_IS_VERIFIED = Condition.hard(
                    "INV-35",
                    "Sign-in needs the consent verified on the day, for this operation, or an emergency that two physicians declared.",
                    on -> isEmergency(on)
                            ? Verdict.met("Emergency, declared by two physicians", null)
                            : on.state()
                                    .consents()
                                    .verifiedAt(on.theStage())
                                    .map(at -> Verdict.refusedIf(
                                            !on.state().dayOf(at).equals(on.day())
                                                    || at.isAfter(on.at())
                                                    || isForTheOperationBefore(at, on),
                                            "consentConfirmed",
                                            "The surgical consent was verified on "
                                                    + on.state().dayOf(at) + " at " + on.timeOf(at),
                                            on.isReturn()
                                                    ? "Verify with the patient the consent to the return"
                                                    : "Verify the consent with the patient today"))
                                    .orElseGet(() -> Verdict.refused(
                                            "consentConfirmed",
                                            "The surgical consent for stage " + on.theStage() + " is not verified",
                                            "Verify the consent with the patient")))
            .fulfilledBy(VerifyConsent.class);

    private static boolean isEmergency(Situation on) {
        return on.state().consents().isEmergency(on.surgicalCase().caseId(), on.at());
    }

    /** What was verified on the morning of the operation was not asked for the return to theatre after it. */
    private static boolean isForTheOperationBefore(OffsetDateTime verifiedAt, Situation on) {
        return Optional.ofNullable(on.surgicalCase().follows())
                .flatMap(before -> on.state().operations().of(before).incisionAt())
                .filter(verifiedAt::isBefore)
                .isPresent();
    }

    static final Condition SITES_ARE_MARKED = Condition.hard(
                    "INV-35",
                    "Sign-in needs the sites marked with the patient awake.",
                    on -> on.isReturn() ? anySiteMarked(on.operation()) : sitesMarked(on.operation(), on.theStage()))
            .fulfilledBy(MarkSites.class);

    /** A return concerns one of the wounds, and its patient may still be asleep. */
    private static Verdict anySiteMarked(Operation operation) {
        return Verdict.refusedIf(
                !operation.has(SiteMarked.class),
                "",
                "The site is not marked",
                "A surgeon marks the site of the return");
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

    static final Check<CompleteSignIn> SIGN_IN_EXCEPTIONS_ARE_EXPLAINED = Check.hard(
            "SEQ-CHECKLIST",
            "An item of the checklist that is not met is explained.",
            (state, command, given) -> explained(
                    command.exceptions(),
                    command.procedureConfirmed() && command.machineAndDrugsChecked() && command.pulseOximeterOn()));

    static final Check<CompleteTimeOut> TIME_OUT_EXCEPTIONS_ARE_EXPLAINED = Check.hard(
            "SEQ-CHECKLIST",
            "An item of the checklist that is not met is explained.",
            (state, command, given) -> explained(
                    command.exceptions(),
                    command.teamIntroduced()
                            && command.patientConfirmed()
                            && command.procedureConfirmed()
                            && command.imagesDisplayed()
                            && command.criticalStepsReviewed()
                            && command.sterilityConfirmed()
                            && (command.equipmentMissing() == null
                                    || command.equipmentMissing().isEmpty())));

    static final Check<CompleteSignOut> SIGN_OUT_EXCEPTIONS_ARE_EXPLAINED = Check.hard(
            "SEQ-CHECKLIST",
            "An item of the checklist that is not met is explained.",
            (state, command, given) -> explained(
                    command.exceptions(),
                    command.procedureRecorded() && command.counts().isComplete() && command.specimensLabelled()));

    static final Check<CompleteSignOut> SURGEON_DECIDES_MISSING_COUNTS = Check.hard(
            "INV-34",
            "What is missing in the counts after imaging is decided by a surgeon who takes part in the sign-out.",
            (state, command, given) -> Verdict.refusedIf(
                    command.counts() == CountResult.DECIDED_AFTER_IMAGING
                            && !command.participants().contains(Role.SURGEON),
                    "participants",
                    "Something is missing after imaging, and no surgeon takes part",
                    "Call a surgeon; until then the counts are unresolved"));

    private static Verdict explained(@Nullable String exceptions, boolean allMet) {
        return Verdict.refusedIf(
                !allMet && (exceptions == null || exceptions.isBlank()),
                "exceptions",
                "An item is not met and not explained",
                "Meet the item, or explain why it is not met");
    }

    static final Check<CompleteTimeOut> TEAM_IS_PRESENT = Check.hard(
            "SEQ-TEAM",
            "Surgeon, anesthesiologist and theatre nurse take part in the time-out.",
            (state, command, given) -> Stream.of(Role.SURGEON, Role.ANESTHESIOLOGIST, Role.OR_NURSE)
                    .filter(role -> !Set.copyOf(command.participants()).contains(role))
                    .findFirst()
                    .map(role -> Verdict.refused(
                            "participants", role.label() + " does not take part", "Wait for the " + role.label()))
                    .orElse(Verdict.ALLOWED));

    static final Condition SIGN_IN_COMES_BEFORE_INDUCTION = Condition.hard(
                    "SEQ-INDUCTION",
                    "The sign-in comes before induction.",
                    on -> after(on, SafetySignInCompleted.class, ChecklistStep.SIGN_IN, "The sign-in is not completed"))
            .fulfilledBy(CompleteSignIn.class, ReportChecklistDeviation.class);

    static final Condition PATIENT_HAS_FASTED = Condition.clinical(
                    "INV-36",
                    "Before induction, no clear liquid for {clearLiquidHours} hours, no light meal for {lightMealHours} and no full meal for {fullMealHours}; on a GLP-1 agonist only liquids for {glp1LiquidDietHours}.",
                    Set.of(Role.ANESTHESIOLOGIST),
                    on -> on.operation()
                            .last(FastingVerified.class)
                            .map(fasting -> fasted(fasting, on))
                            .orElseGet(() -> Verdict.refused(
                                    "", "The fasting was not verified", "Ask when the patient last drank and ate")))
            .fulfilledBy(VerifyFasting.class);

    private static Verdict fasted(FastingVerified fasting, Situation on) {
        boolean slowStomach = on.state().health().risksOf(on.theStage()).onGlp1();
        Threshold lightMeal = slowStomach ? Threshold.GLP1_LIQUID_DIET_HOURS : Threshold.LIGHT_MEAL_HOURS;
        Threshold fullMeal = slowStomach ? Threshold.GLP1_LIQUID_DIET_HOURS : Threshold.FULL_MEAL_HOURS;
        return Stream.of(
                        hours(fasting.lastClearAt(), Threshold.CLEAR_LIQUID_HOURS, "Clear liquid", on),
                        hours(fasting.lastLightMealAt(), lightMeal, "Light meal", on),
                        hours(fasting.lastFullMealAt(), fullMeal, "Full meal", on))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Verdict.ALLOWED);
    }

    private static Optional<Verdict> hours(
            @Nullable OffsetDateTime last, Threshold threshold, String what, Situation on) {
        int needed = on.policy().of(threshold);
        return Optional.ofNullable(last)
                .filter(time -> on.at().isBefore(time.plusHours(needed)))
                .map(time -> {
                    Duration fasted = Duration.between(time, on.at());
                    return Verdict.refusedUntil(
                            time.plusHours(needed).toInstant(),
                            "occurredAt",
                            what + " " + fasted.toHours() + " h " + fasted.toMinutesPart()
                                    + " min before induction, needs " + needed + " h",
                            "Wait, or the anesthesiologist overrides with a reason");
                });
    }

    static final Condition SIGN_IN_COMES_BEFORE_TIME_OUT = Condition.hard(
                    "INV-34",
                    "Sign-in, time-out and sign-out come in this order.",
                    on -> after(on, SafetySignInCompleted.class, ChecklistStep.SIGN_IN, "The sign-in is not completed"))
            .fulfilledBy(CompleteSignIn.class, ReportChecklistDeviation.class);

    static final Condition CHECKLIST_COMES_BEFORE_INCISION = Condition.hard(
                    "INV-34", "There is no incision before sign-in and time-out.", on -> {
                        if (!on.operation().has(SafetySignInCompleted.class)) {
                            return Verdict.refused("", "The sign-in is not completed", "Complete the sign-in");
                        }
                        return on.operation()
                                .last(SafetyTimeOutCompleted.class)
                                .map(timeOut -> Verdict.refusedIf(
                                        on.at().isBefore(timeOut.occurredAt()),
                                        "occurredAt",
                                        "This time is before the time-out",
                                        "Give the time of the incision; if it was made before the time-out, report a "
                                                + "checklist deviation"))
                                .orElseGet(() -> Verdict.refused(
                                        "",
                                        "The time-out is not completed",
                                        "Complete the time-out; if the incision was made without it, report a checklist "
                                                + "deviation"));
                    })
            .fulfilledBy(CompleteSignIn.class, CompleteTimeOut.class);

    static final Condition TIME_OUT_COMES_BEFORE_SIGN_OUT = Condition.hard(
                    "INV-34",
                    "Sign-in, time-out and sign-out come in this order.",
                    on -> after(
                            on, SafetyTimeOutCompleted.class, ChecklistStep.TIME_OUT, "The time-out is not completed"))
            .fulfilledBy(CompleteTimeOut.class, ReportChecklistDeviation.class);

    /** The earlier step was completed before this time, or it was reported as missed. */
    private static Verdict after(Situation on, Class<? extends SurgeryFact> step, ChecklistStep name, String finding) {
        Optional<? extends SurgeryFact> done = on.operation().last(step);
        if (done.isEmpty()) {
            return Verdict.refusedIf(
                    !on.operation().missed(name),
                    "",
                    finding,
                    "Complete the preceding step first, or report that it was missed");
        }
        return Verdict.refusedIf(
                on.at().isBefore(done.get().occurredAt()),
                "occurredAt",
                "This time lies before the step that has to come first",
                "Give the time at which it happened");
    }

    static final Check<MakeIncision> ANTIBIOTIC_IS_IN_TIME = Check.clinical(
            "INV-65",
            "The antibiotic is given within {antibioticMinutes} minutes before the incision, vancomycin and fluoroquinolones within {antibioticSlowMinutes}, or the deviation is flagged.",
            Set.of(Role.SURGEON, Role.ANESTHESIOLOGIST),
            (state, command, given) -> {
                if (command.antibioticDeviation() != null
                        && !command.antibioticDeviation().isBlank()) {
                    return Verdict.ALLOWED;
                }
                Optional<SafetyTimeOutCompleted> timeOut =
                        state.operations().of(command.caseId()).last(SafetyTimeOutCompleted.class);
                Optional<OffsetDateTime> at = timeOut.flatMap(done -> Optional.ofNullable(done.antibioticAt()));
                Threshold window = timeOut.flatMap(done -> Optional.ofNullable(done.antibiotic()))
                        .orElse(Antibiotic.OTHER)
                        .window();
                if (at.isEmpty()) {
                    return Verdict.refused(
                            "antibioticDeviation",
                            "The time-out names no antibiotic",
                            "Give the reason why none was given before the incision");
                }
                Duration before = Duration.between(at.get(), command.occurredAt());
                return Verdict.refusedIf(
                        before.isNegative() || before.compareTo(given.policy().durationOf(window)) > 0,
                        "antibioticDeviation",
                        before.isNegative()
                                ? "The antibiotic was given after the incision"
                                : "The antibiotic was given " + before.toMinutes()
                                        + " min before the incision, at most "
                                        + given.policy().of(window),
                        "Say why");
            });

    static final Condition CONSENT_WAS_NOT_REVOKED = Condition.hard(
            "SEQ-CONSENT-REVOKED",
            "After a consent was taken back under anesthesia, a surgeon decides before the incision how the operation goes on.",
            on -> on.state()
                    .oversight()
                    .concern(ConcernKind.CONSENT_REVOKED, on.caseId())
                    .map(
                            open -> Verdict.refused(
                                    "",
                                    "The consent was taken back at " + on.timeOf(open.since()),
                                    "A surgeon discontinues the procedure, or closes the concern with the decision and its reason"))
                    .orElse(Verdict.ALLOWED));

    static final Check<CompleteTimeOut> ANTIBIOTIC_IS_WHOLE = Check.hard(
            "SEQ-DRUG", "An antibiotic that is named has its dose and its time.", (state, command, given) -> {
                boolean dose = command.antibioticDose() != null
                        && !command.antibioticDose().isBlank();
                return Verdict.refusedIf(
                        command.antibiotic() != null && (!dose || command.antibioticAt() == null),
                        dose ? "antibioticAt" : "antibioticDose",
                        "The antibiotic has no " + (dose ? "time" : "dose"),
                        "Give dose and time of " + Objects.requireNonNullElse(command.antibiotic(), Antibiotic.OTHER));
            });

    static final Check<CompleteTimeOut> NO_ALLERGY_TO_THE_ANTIBIOTIC = Check.clinical(
            "SEQ-ALLERGY",
            "A drug is given against a known allergy only by decision of the surgeon or the anesthesiologist.",
            Set.of(Role.SURGEON, Role.ANESTHESIOLOGIST),
            (state, command, given) -> allergyTo(
                    command.antibiotic() == null
                            ? List.of()
                            : command.antibiotic().names(),
                    state,
                    "antibiotic"));

    /** Refused when the patient is allergic to a substance that goes by one of these names. */
    public static Verdict allergyTo(List<String> names, PathwayState state, String field) {
        return names.stream()
                .flatMap(name -> state.health().allergyTo(name).stream())
                .findFirst()
                .map(allergy -> Verdict.refused(
                        field,
                        "The patient is allergic to " + allergy.substance(),
                        "Give another drug, or override with a reason"))
                .orElse(Verdict.ALLOWED);
    }

    public static final Condition ANTIBIOTIC_WAS_REPEATED = Condition.clinical(
            "INV-65",
            "Cefazolin is given again every {antibioticAgainHours} hours until the wound is closed.",
            Set.of(Role.SURGEON, Role.ANESTHESIOLOGIST),
            on -> on.operation()
                    .antibiotics()
                    .missedBefore(on.operation().closedAt().orElse(on.at()), on.policy())
                    .map(missed -> Verdict.refused(
                            "",
                            "No further dose was given by " + on.timeOf(missed),
                            "Record the dose that was given, or override with a reason"))
                    .orElse(Verdict.ALLOWED));

    static final Condition ANESTHESIA_WAS_INDUCED = Condition.hard(
                    "SEQ-EMERGENCE", "A patient emerges from anesthesia after induction.", on -> {
                        Optional<AnesthesiaInduced> induction = on.operation().last(AnesthesiaInduced.class);
                        return Verdict.refusedIf(
                                induction
                                        .filter(fact -> !on.at().isBefore(fact.occurredAt()))
                                        .isEmpty(),
                                induction.isPresent() ? "occurredAt" : "",
                                induction.isPresent()
                                        ? "This time lies before the induction"
                                        : "No induction is recorded",
                                "Record the induction first, with its time");
                    })
            .fulfilledBy(InduceAnesthesia.class);

    public static final Condition INCISION_WAS_MADE = Condition.hard(
                    "SEQ-INCISION", "The steps of the operation follow the incision.", on -> {
                        Optional<OffsetDateTime> incision = on.operation().incisionAt();
                        if (incision.isEmpty()) {
                            return Verdict.refused("", "No incision is recorded", "Record the incision first");
                        }
                        return Verdict.refusedIf(
                                on.at().isBefore(incision.get()),
                                "occurredAt",
                                "This time lies before the incision",
                                "Give the time at which it happened");
                    })
            .fulfilledBy(MakeIncision.class);
}
