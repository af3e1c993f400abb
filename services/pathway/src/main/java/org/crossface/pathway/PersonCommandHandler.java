package org.crossface.pathway;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.crossface.pathway.oversight.DeathRelation;
import org.crossface.pathway.oversight.DeathSource;
import org.crossface.pathway.oversight.interruption.RecordPatientDeath;
import org.crossface.pathway.patient.DeathReport;
import org.crossface.pathway.patient.PersonLinks;
import org.crossface.pathway.patient.registration.CorrectBirthDate;
import org.crossface.pathway.patient.registration.EraseSubject;
import org.crossface.pathway.patient.registration.LinkPersons;
import org.crossface.pathway.patient.registration.LinkRules;
import org.crossface.pathway.patient.registration.LinkedErasure;
import org.crossface.pathway.patient.registration.Patient;
import org.crossface.pathway.patient.registration.RecordDeath;
import org.crossface.pathway.patient.registration.RetractDeath;
import org.crossface.pathway.patient.registration.UnlinkPersons;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.Verdict;

/**
 * Takes the commands about a person that change several streams in one unit of work: those of the person, of all who are linked with the
 * person, and of their pathways. Axon appends the events of all these streams together, or none.
 */
public final class PersonCommandHandler {

    private final Repository<Patient> patients;
    private final Repository<CarePathway> pathways;

    /** Loads the streams from these repositories. */
    public PersonCommandHandler(Repository<Patient> patients, Repository<CarePathway> pathways) {
        this.patients = patients;
        this.pathways = pathways;
    }

    @CommandHandler
    void handle(RecordDeath command, Circumstances given) {
        patients.load(command.patientId()).execute(patient -> patient.recordDeath(command, given));
        others(command.patientId(), given)
                .forEach(id -> patients.load(id).execute(patient -> patient.recordDeathOnce(command, given)));
        pathwaysOf(command.patientId(), given)
                .forEach(id -> pathways.load(id)
                        .execute(pathway -> pathway.recordDeath(
                                new RecordPatientDeath(
                                        id,
                                        command.occurredAt(),
                                        command.diedOn(),
                                        source(command.reportedBy()),
                                        DeathRelation.UNKNOWN),
                                given)));
    }

    /** A death that was told about one pathway is the death of the person. */
    @CommandHandler
    void handle(RecordPatientDeath command, Circumstances given) {
        var told = pathways.load(command.pathwayId());
        told.execute(pathway -> pathway.handle(command, given));
        String patientId = told.invoke(pathway -> pathway.state().intake().patientId());
        RecordDeath death =
                new RecordDeath(patientId, command.occurredAt(), command.diedOn(), report(command.source()));
        given.reference()
                .identitiesOf(patientId)
                .forEach(id -> patients.load(id).execute(patient -> patient.recordDeathOnce(death, given)));
        pathwaysOf(patientId, given).stream()
                .filter(id -> !id.equals(command.pathwayId()))
                .forEach(id -> pathways.load(id)
                        .execute(pathway -> pathway.recordDeath(
                                new RecordPatientDeath(
                                        id,
                                        command.occurredAt(),
                                        command.diedOn(),
                                        command.source(),
                                        command.related()),
                                given)));
    }

    @CommandHandler
    void handle(RetractDeath command, Circumstances given) {
        patients.load(command.patientId()).execute(patient -> patient.retractDeath(command, given));
        others(command.patientId(), given)
                .forEach(id -> patients.load(id).execute(patient -> patient.retractDeathOnce(command, given)));
        pathwaysOf(command.patientId(), given)
                .forEach(id -> pathways.load(id)
                        .execute(pathway -> pathway.retractDeath(command.occurredAt(), command.reason(), given)));
    }

    /** One person has one birth date, so those who are linked with the person are corrected, too. */
    @CommandHandler
    void handle(CorrectBirthDate command, Circumstances given) {
        given.reference()
                .identitiesOf(command.patientId())
                .forEach(id -> patients.load(id).execute(patient -> patient.correctBirthDate(command, given)));
        pathwaysOf(command.patientId(), given)
                .forEach(id -> pathways.load(id)
                        .execute(pathway -> pathway.correctBirthDate(
                                command.birthDate(), command.occurredAt(), command.reason(), given)));
    }

    @CommandHandler
    void handle(LinkPersons command, Circumstances given) {
        LinkRules.judge(command, given);
        patients.load(command.mainPatientId()).execute(patient -> patient.link(command, given));
        patients.load(command.linkedPatientId()).execute(patient -> patient.link(command, given));
        try {
            assign(command.linkedPatientId(), command.mainPatientId(), command.occurredAt(), given);
        } catch (CommandRefused held) {
            throw atTheOther(held);
        }
    }

    /** What the pathways of two persons hold against each other is said of the person that the command names, not of a field of a pathway. */
    private static CommandRefused atTheOther(CommandRefused held) {
        return new CommandRefused(held.broken().stream()
                .map(each -> new BrokenRule(
                        each.rule(),
                        each.says(),
                        new Verdict.Refused(
                                "otherPatientId",
                                each.verdict().finding(),
                                "End or correct the pathway that is wrong; if both are right, these are two persons",
                                null,
                                null)))
                .toList());
    }

    @CommandHandler
    void handle(UnlinkPersons command, Circumstances given) {
        LinkRules.judge(command, given);
        unlink(command.patientId(), command.otherPatientId(), command.occurredAt(), command.reason(), given);
    }

    @CommandHandler
    void handle(EraseSubject command, Circumstances given) {
        LinkRules.judge(command, given);
        List<String> all = given.reference().identitiesOf(command.patientId());
        if (command.linked() == LinkedErasure.UNLINK_AND_KEEP) {
            PersonLinks links = given.reference().linksOfPatient(command.patientId());
            (links.main() == null ? links.linked() : Set.of(links.main()))
                    .forEach(other -> unlink(
                            command.patientId(), other, command.occurredAt(), "One of the two is erased alone", given));
        }
        (command.linked() == LinkedErasure.ERASE_ALL ? all : List.of(command.patientId()))
                .forEach(id -> patients.load(id).execute(patient -> patient.erase(command, given)));
    }

    private void unlink(String one, String other, OffsetDateTime at, String reason, Circumstances given) {
        boolean otherIsMain = other.equals(given.reference().linksOfPatient(one).main());
        patients.load(one).execute(patient -> patient.unlink(other, at, reason, given));
        patients.load(other).execute(patient -> patient.unlink(one, at, reason, given));
        String linked = otherIsMain ? one : other;
        assign(linked, linked, at, given);
    }

    /** Makes the pathways of a registration those of this person. */
    private void assign(String patientId, String personId, OffsetDateTime at, Circumstances given) {
        given.reference()
                .pathwaysOfPatient(patientId)
                .forEach(id -> pathways.load(id).execute(pathway -> pathway.assignTo(personId, at, given)));
    }

    private static List<String> others(String patientId, Circumstances given) {
        return given.reference().identitiesOf(patientId).stream()
                .filter(id -> !id.equals(patientId))
                .toList();
    }

    /** The pathways of all registrations of the person. */
    private static List<String> pathwaysOf(String patientId, Circumstances given) {
        return given.reference().identitiesOf(patientId).stream()
                .flatMap(id -> given.reference().pathwaysOfPatient(id).stream())
                .toList();
    }

    private static DeathSource source(DeathReport report) {
        return switch (report) {
            case FAMILY -> DeathSource.FAMILY;
            case HOSPITAL -> DeathSource.HOSPITAL;
            case PHYSICIAN -> DeathSource.CLINICIAN;
            case REGISTRY -> DeathSource.REGISTRY;
            case OTHER -> DeathSource.OTHER;
        };
    }

    private static DeathReport report(DeathSource source) {
        return switch (source) {
            case FAMILY -> DeathReport.FAMILY;
            case HOSPITAL -> DeathReport.HOSPITAL;
            case CLINICIAN -> DeathReport.PHYSICIAN;
            case REGISTRY -> DeathReport.REGISTRY;
            case OTHER -> DeathReport.OTHER;
        };
    }
}
