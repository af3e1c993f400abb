package org.crossface.pathway.consent.signature;

import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.consent.ConsentExpired;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.consent.ConsentRevoked;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.ConsentVerified;
import org.crossface.pathway.consent.Consents.Consent;
import org.crossface.pathway.consent.EmergencyConsentDeclared;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.record.Cancellations;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.scheduling.vocabulary.ScheduleChangeReason;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/** Takes consents, their verification and their revocation. */
public final class ConsentCommandHandler {

    private final PathwayRecord pathway;

    public ConsentCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(ObtainConsent command, Circumstances given) {
        pathway.judge(ObtainConsent.USE_CASE, command, given).record(obtained(command, given, pathway.state()));
    }

    private static ConsentObtained obtained(ObtainConsent command, Circumstances given, PathwayState state) {
        String consentId = given.ids().next();
        return new ConsentObtained(
                command.pathwayId(),
                consentId,
                command.occurredAt(),
                consentId,
                command.type(),
                command.stage(),
                command.procedure(),
                command.faceSide(),
                command.donorSide(),
                command.surgeonId(),
                command.setting(),
                state.plan().version(),
                command.signer(),
                command.signerName(),
                command.lacksCapacity(),
                command.witness(),
                command.interpreter(),
                validUntil(command, given, state));
    }

    /** Consents to an operation expire; the others hold until they are taken back. */
    private static @Nullable LocalDate validUntil(ObtainConsent command, Circumstances given, PathwayState state) {
        return switch (command.type()) {
            case SURGICAL, ANESTHESIA ->
                state.intake()
                        .dayOf(command.occurredAt())
                        .plusDays(given.policy().of(Threshold.CONSENT_VALID_DAYS));
            case PHOTO, RESEARCH, MARKETING, COMMUNICATION -> null;
        };
    }

    @CommandHandler
    void handle(VerifyConsent command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(VerifyConsent.USE_CASE, command, given);
        judged.record(new ConsentVerified(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                standing(command.type(), command.stage()).consentId(),
                command.type(),
                command.stage(),
                command.faceSide(),
                command.donorSide(),
                given.actorId()));
    }

    @CommandHandler
    void handle(RevokeConsent command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(RevokeConsent.USE_CASE, command, given);
        judged.record(new ConsentRevoked(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                standing(command.type(), command.stage()).consentId(),
                command.type(),
                command.stage(),
                command.reason()));
        Stage stage = command.stage();
        if (stage != null) {
            Cancellations.of(
                            pathway.state(),
                            stage,
                            command.pathwayId(),
                            command.occurredAt(),
                            ScheduleChangeReason.CONSENT_REVOKED,
                            given)
                    .forEach(judged::record);
        }
    }

    @CommandHandler
    void handle(ExpireConsent command, Circumstances given) {
        expire(command, given);
    }

    /** What the command records; a deadline that has passed brings it about too. */
    public void expire(ExpireConsent command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(ExpireConsent.USE_CASE, command, given);
        Consent over = standing(command.type(), command.stage());
        judged.record(new ConsentExpired(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                over.consentId(),
                command.type(),
                command.stage(),
                Objects.requireNonNull(over.validUntil())));
    }

    @CommandHandler
    void handle(DeclareEmergencyConsent command, Circumstances given) {
        var judged = pathway.judge(DeclareEmergencyConsent.USE_CASE, command, given);
        judged.record(new EmergencyConsentDeclared(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.caseId(),
                pathway.state()
                        .schedule()
                        .caseById(command.caseId())
                        .orElseThrow()
                        .stage(),
                command.reason(),
                given.actorId(),
                command.occurredAt().plus(given.policy().durationOf(Threshold.EMERGENCY_CONSENT_HOURS))));
    }

    private Consent standing(ConsentType type, @Nullable Stage stage) {
        return pathway.state().consents().standing(type, stage).orElseThrow();
    }
}
