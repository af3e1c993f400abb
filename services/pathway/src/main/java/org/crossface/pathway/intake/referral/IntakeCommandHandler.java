package org.crossface.pathway.intake.referral;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.intake.PathwayAssignedToPerson;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.intake.ReferralDeclined;
import org.crossface.pathway.intake.ReferralDocumentReceived;
import org.crossface.pathway.intake.ReferralExpired;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.reference.ReferenceData.KnownPatient;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PartialDate;

/** Takes in referrals. */
public final class IntakeCommandHandler {

    private final PathwayRecord pathway;

    public IntakeCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    /** Opens the pathway. */
    public void register(RegisterReferral command, Circumstances given) {
        Optional<SurgicalSite> site = given.reference().site(command.siteId());
        Optional<KnownPatient> known = given.reference().patient(command.patientId());
        PathwayRecord.Judged judged = pathway.judge(RegisterReferral.USE_CASE, command, given);
        KnownPatient patient = known.orElseThrow();
        PartialDate born = patient.birthDate();
        judged.record(new PatientReferred(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.patientId(),
                command.number(),
                command.siteId(),
                site.orElseThrow().zone().getId(),
                command.referredOn(),
                command.referredSide(),
                born == null ? null : born.written(),
                patient.interpreterNeeded(),
                patient.representativeKnown(),
                command.referrer(),
                command.reason(),
                command.reasonCodes(),
                patient.timeZone()));
        String person = given.reference().linksOfPatient(command.patientId()).mainOf(command.patientId());
        if (!person.equals(command.patientId())) {
            judged.record(assigned(command.pathwayId(), person, command.occurredAt(), given));
        }
    }

    /** Makes the pathway one of this person, who was linked with the referred patient or is that patient; nothing if it is already. */
    public void assignTo(String personId, OffsetDateTime at, Circumstances given) {
        Intake intake = pathway.state().intake();
        if (!intake.personId().equals(personId)) {
            pathway.follow(given).record(assigned(intake.pathwayId(), personId, at, given));
        }
    }

    private static PathwayAssignedToPerson assigned(
            String pathwayId, String personId, OffsetDateTime at, Circumstances given) {
        return new PathwayAssignedToPerson(pathwayId, given.ids().next(), at, personId);
    }

    @CommandHandler
    void handle(ReceiveReferralDocument command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(ReceiveReferralDocument.USE_CASE, command, given);
        if (pathway.state().intake().has(command.documentId())) {
            // The same bundle was sent again; one document is received once.
            return;
        }
        judged.record(new ReferralDocumentReceived(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.documentId(),
                command.sha256(),
                command.mediaType(),
                command.sizeBytes()));
    }

    @CommandHandler
    void handle(ExpireReferral command, Circumstances given) {
        expire(command, given);
    }

    /** What the command records; a deadline that has passed brings it about too. */
    public void expire(ExpireReferral command, Circumstances given) {
        pathway.judge(ExpireReferral.USE_CASE, command, given)
                .record(new ReferralExpired(command.pathwayId(), given.ids().next(), command.occurredAt()));
    }

    @CommandHandler
    void handle(DeclineReferral command, Circumstances given) {
        pathway.judge(DeclineReferral.USE_CASE, command, given)
                .record(new ReferralDeclined(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.reason(),
                        command.note()));
    }
}
