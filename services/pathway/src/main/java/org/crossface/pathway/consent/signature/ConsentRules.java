package org.crossface.pathway.consent.signature;

import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents.Consent;
import org.crossface.pathway.intake.Age;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of consents. */
final class ConsentRules {

    private ConsentRules() {}

    static final Check<ObtainConsent> CONSENT_IS_WHOLE = Check.hard(
            "SEQ-CONSENT",
            "A surgical consent is for a planned operation and names stage, procedure, face side, donor side and surgeon; an "
                    + "anesthesia consent names the stage.",
            (state, command, given) -> {
                return switch (command.type()) {
                    case SURGICAL -> surgicalIsWhole(state, command);
                    case ANESTHESIA ->
                        Verdict.refusedIf(command.stage() == null, "stage", "The stage is missing", "Name the stage");
                    case PHOTO, RESEARCH, MARKETING, COMMUNICATION -> Verdict.ALLOWED;
                };
            });

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

    static final Check<ObtainConsent> RIGHT_PERSON_SIGNED = Check.hard(
            "INV-16",
            "The representative of a patient under {ageOfMajorityYears} years signs; an adult signs, unless he or she cannot decide.",
            (state, command, given) -> {
                Optional<Age> known = state.intake().ageOn(state.intake().dayOf(command.occurredAt()));
                if (known.isEmpty()) {
                    return Verdict.refused("signer", "The patient's age is not known", "Register the birth date first");
                }
                Age age = known.get();
                int majority = given.policy().of(Threshold.AGE_OF_MAJORITY_YEARS);
                boolean minor = age.isBelow(majority);
                if (!minor && !age.isAtLeast(majority)) {
                    return Verdict.refused(
                            "signer",
                            "The patient is " + age.words() + ", which leaves open whether he or she is of age",
                            "Correct the birth date, so that it has its day");
                }
                return switch (command.signer()) {
                    case PATIENT ->
                        Verdict.refusedIf(
                                minor || command.lacksCapacity(),
                                "signer",
                                minor ? "The patient is " + age.words() : "The patient cannot decide",
                                "The representative must sign");
                    case REPRESENTATIVE ->
                        Verdict.refusedIf(
                                !minor && !command.lacksCapacity(),
                                "signer",
                                "The patient is " + age.words() + " and can decide",
                                "The patient must sign");
                };
            });

    static final Check<ObtainConsent> SIGNED_WITH_UNDERSTANDING = Check.clinical(
            "INV-17",
            "A consent is signed with a clear head and in a language that the patient understands.",
            Set.of(Role.SURGEON, Role.ANESTHESIOLOGIST),
            (state, command, given) -> {
                if (command.afterSedation()) {
                    return Verdict.refused(
                            "afterSedation",
                            "The consent was signed after premedication or sedation",
                            "Obtain the consent again on another day");
                }
                return Verdict.refusedIf(
                        state.intake().interpreterNeeded() && blank(command.interpreter()),
                        "interpreter",
                        "The patient needs an interpreter and none is named",
                        "Name the interpreter");
            });

    static final Condition A_CONSENT_STANDS = Condition.hard(
                    "SEQ-CONSENT-STANDING",
                    "Only a consent in force can be verified.",
                    on -> Verdict.refusedIf(
                            on.state().consents().all().stream()
                                    .noneMatch(consent -> consent.stands() && consent.covers(on.day())),
                            "",
                            "No consent is in force",
                            "Obtain the consent first"))
            .fulfilledBy(ObtainConsent.class);

    static final Check<VerifyConsent> IN_FORCE_TO_VERIFY = Check.hard(
            "SEQ-CONSENT-STANDING",
            "Only a consent in force can be verified.",
            (state, command, given) -> Verdict.refusedIf(
                    state.consents()
                            .inForce(
                                    command.type(),
                                    command.stage(),
                                    state.intake().dayOf(command.occurredAt()))
                            .isEmpty(),
                    "type",
                    "There is no such consent in force",
                    "Obtain the consent first"));

    static final Check<VerifyConsent> SIDES_AGREE = Check.hard(
            "INV-04", "The sides read to the patient are the sides that were consented.", (state, command, given) -> {
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
            });

    private static Verdict differs(String field, @Nullable Enum<?> consented, @Nullable Enum<?> read) {
        return Verdict.refused(
                field,
                "Consented is " + consented + ", read was " + read,
                "Stop and clarify the sides with patient and surgeon; obtain a new consent if it is wrong");
    }

    static final Condition CASE_OF_EMERGENCY_IS_KNOWN = Condition.hard(
                    "REF-CASE", "The case is one of this pathway.", on -> {
                        String caseId = on.caseId();
                        return Verdict.refusedIf(
                                caseId == null
                                        || on.state()
                                                .schedule()
                                                .caseById(caseId)
                                                .isEmpty(),
                                "caseId",
                                "This pathway has no case " + caseId,
                                "Record the return to theatre, or choose a case of this pathway");
                    })
            .asGroundwork();

    static final Condition A_CONSENT_CAN_BE_TAKEN_BACK = Condition.hard(
            "SEQ-REVOKE",
            "A consent in force can be withdrawn at any time; under anesthesia the surgeon decides how the operation goes on.",
            on -> Verdict.refusedIf(
                    on.state().consents().all().stream().noneMatch(Consent::stands),
                    "",
                    "There is no consent to take back",
                    "No action is needed"));

    static final Check<RevokeConsent> CAN_BE_TAKEN_BACK = Check.hard(
            "SEQ-REVOKE",
            "A consent in force can be withdrawn at any time; under anesthesia the surgeon decides how the operation goes on.",
            (state, command, given) -> {
                return Verdict.refusedIf(
                        state.consents()
                                .standing(command.type(), command.stage())
                                .isEmpty(),
                        "type",
                        "There is no such consent in force",
                        "No action is needed");
            });

    static final Check<ExpireConsent> CONSENT_IS_OVER = Check.hard(
            "SEQ-CONSENT-EXPIRY", "A consent expires after the last day of its validity.", (state, command, given) -> {
                Optional<Consent> consent = state.consents().standing(command.type(), command.stage());
                if (consent.isEmpty()) {
                    return Verdict.refused("type", "There is no such consent in force", "No action is needed");
                }
                return Verdict.refusedIf(
                        consent.get().covers(state.dayOf(command.occurredAt())),
                        "type",
                        consent.get().validUntil() == null
                                ? "The consent holds until it is taken back"
                                : "The consent is valid until " + consent.get().validUntil(),
                        "Wait until its last day is over");
            });

    static final Check<ExpireConsent> CONSENT_WAS_NOT_USED = Check.hard(
            "SEQ-CONSENT-EXPIRY",
            "A consent under which an operation was begun does not expire.",
            (state, command, given) -> Verdict.refusedIf(
                    state.consents()
                            .standing(command.type(), command.stage())
                            .filter(state::wasBegunUnder)
                            .isPresent(),
                    "type",
                    "The operation was begun under this consent",
                    "No action is needed"));

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
