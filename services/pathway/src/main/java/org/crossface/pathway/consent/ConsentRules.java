package org.crossface.pathway.consent;

import java.util.Optional;
import java.util.OptionalInt;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Stage;
import org.crossface.pathway.Verdict;
import org.crossface.pathway.consent.Consents.Consent;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.surgery.AnesthesiaInduced;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Rules of consents. */
final class ConsentRules {

    private ConsentRules() {}

    @Invariant(
            value = "SEQ-CONSENT",
            kind = RuleClass.HARD,
            says =
                    "A surgical consent is for a planned operation and names stage, procedure, face side, donor side and surgeon; an "
                            + "anesthesia consent names the stage.")
    static Verdict consentIsWhole(PathwayState state, ObtainConsent command, Circumstances given) {
        return switch (command.type()) {
            case SURGICAL -> surgicalIsWhole(state, command);
            case ANESTHESIA ->
                Verdict.refusedIf(command.stage() == null, "stage", "The stage is missing", "Name the stage");
            case PHOTO, RESEARCH, MARKETING, COMMUNICATION -> Verdict.ALLOWED;
        };
    }

    private static Verdict surgicalIsWhole(PathwayState state, ObtainConsent command) {
        Stage stage = command.stage();
        if (stage == null) {
            return named("stage");
        }
        if (!state.plan().includes(stage)) {
            return Verdict.refused("stage", "The plan has no stage " + stage, "Select or revise the plan first");
        }
        if (command.procedure() == null) {
            return named("procedure");
        }
        if (command.faceSide() == null) {
            return named("faceSide");
        }
        if (command.donorSide() == null) {
            return named("donorSide");
        }
        return blank(command.surgeonId()) ? named("surgeonId") : Verdict.ALLOWED;
    }

    private static Verdict named(String field) {
        return Verdict.refused(field, "The consent does not name it", "Name it as the patient agreed to it");
    }

    @Invariant(
            value = "INV-16",
            kind = RuleClass.HARD,
            says = "A minor's representative signs; an adult signs, unless he or she cannot decide.")
    static Verdict rightPersonSigned(PathwayState state, ObtainConsent command, Circumstances given) {
        OptionalInt age = state.intake().ageOn(state.intake().dayOf(command.occurredAt()));
        if (age.isEmpty()) {
            return Verdict.refused("signer", "The patient's age is not known", "Register the birth date first");
        }
        boolean minor = age.getAsInt() < given.policy().ageOfMajorityYears();
        return switch (command.signer()) {
            case PATIENT ->
                Verdict.refusedIf(
                        minor || command.lacksCapacity(),
                        "signer",
                        minor ? "The patient is " + age.getAsInt() : "The patient cannot decide",
                        "The representative has to sign");
            case REPRESENTATIVE ->
                Verdict.refusedIf(
                        !minor && !command.lacksCapacity(),
                        "signer",
                        "The patient is " + age.getAsInt() + " and can decide",
                        "The patient has to sign");
        };
    }

    @Invariant(
            value = "INV-17",
            kind = RuleClass.CLINICAL,
            says = "A consent is signed with a clear head and in a language that the patient understands.",
            overriddenBy = {Role.SURGEON, Role.ANESTHESIOLOGIST})
    static Verdict signedWithUnderstanding(PathwayState state, ObtainConsent command, Circumstances given) {
        if (command.afterSedation()) {
            return Verdict.refused(
                    "afterSedation", "It was signed after premedication or sedation", "Obtain it again on another day");
        }
        return Verdict.refusedIf(
                state.intake().interpreterNeeded() && blank(command.interpreter()),
                "interpreter",
                "The patient needs an interpreter, none is named",
                "Name the interpreter");
    }

    @Invariant(value = "SEQ-CONSENT-STANDING", kind = RuleClass.HARD, says = "Only a consent in force can be verified.")
    static Verdict inForceToVerify(PathwayState state, VerifyConsent command, Circumstances given) {
        return Verdict.refusedIf(
                state.consents()
                        .inForce(command.type(), command.stage(), state.intake().dayOf(command.occurredAt()))
                        .isEmpty(),
                "type",
                "There is no such consent in force",
                "Obtain it first");
    }

    @Invariant(
            value = "INV-04",
            kind = RuleClass.HARD,
            says = "The sides read to the patient are the sides that were consented.")
    static Verdict sidesAgree(PathwayState state, VerifyConsent command, Circumstances given) {
        Optional<Consent> consent = state.consents().standing(command.type(), command.stage());
        if (consent.isEmpty() || command.type() != ConsentType.SURGICAL) {
            return Verdict.ALLOWED;
        }
        if (command.faceSide() != consent.get().faceSide()) {
            return differs("faceSide", consent.get().faceSide(), command.faceSide());
        }
        return command.donorSide() == consent.get().donorSide()
                ? Verdict.ALLOWED
                : differs("donorSide", consent.get().donorSide(), command.donorSide());
    }

    private static Verdict differs(String field, @Nullable Enum<?> consented, @Nullable Enum<?> read) {
        return Verdict.refused(
                field,
                "Consented is " + consented + ", read was " + read,
                "Stop and clear it up with patient and surgeon; obtain a new consent if it was wrong");
    }

    @Invariant(
            value = "SEQ-REVOKE",
            kind = RuleClass.HARD,
            says = "A standing consent can be taken back at any time before anesthesia begins.")
    static Verdict canBeTakenBack(PathwayState state, RevokeConsent command, Circumstances given) {
        if (state.consents().standing(command.type(), command.stage()).isEmpty()) {
            return Verdict.refused("type", "There is no such consent to take back", "Nothing needs to be done");
        }
        Stage stage = command.stage();
        boolean asleep = stage != null
                && state.schedule()
                        .caseOf(stage)
                        .map(SurgicalCase::caseId)
                        .filter(caseId -> state.operations().of(caseId).has(AnesthesiaInduced.class))
                        .isPresent();
        return Verdict.refusedIf(
                asleep && (command.type() == ConsentType.SURGICAL || command.type() == ConsentType.ANESTHESIA),
                "",
                "Anesthesia has begun",
                "The surgeon may discontinue the procedure");
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
