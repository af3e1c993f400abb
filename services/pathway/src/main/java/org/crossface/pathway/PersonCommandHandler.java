package org.crossface.pathway;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.crossface.pathway.oversight.DeathRelation;
import org.crossface.pathway.oversight.DeathSource;
import org.crossface.pathway.oversight.interruption.RecordPatientDeath;
import org.crossface.pathway.patient.DeathReport;
import org.crossface.pathway.patient.registration.CorrectBirthDate;
import org.crossface.pathway.patient.registration.Patient;
import org.crossface.pathway.patient.registration.RecordDeath;
import org.crossface.pathway.patient.registration.RetractDeath;
import org.crossface.pathway.usecase.Circumstances;

/**
 * Takes the commands about a person that change the person and all pathways in one unit of work: Axon appends the events of all these
 * streams together, or none.
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
        patients.load(patientId)
                .execute(patient -> patient.recordDeathOnce(
                        new RecordDeath(patientId, command.occurredAt(), command.diedOn(), report(command.source())),
                        given));
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
        pathwaysOf(command.patientId(), given)
                .forEach(id -> pathways.load(id)
                        .execute(pathway -> pathway.retractDeath(command.occurredAt(), command.reason(), given)));
    }

    @CommandHandler
    void handle(CorrectBirthDate command, Circumstances given) {
        patients.load(command.patientId()).execute(patient -> patient.correctBirthDate(command, given));
        pathwaysOf(command.patientId(), given)
                .forEach(id -> pathways.load(id)
                        .execute(pathway -> pathway.correctBirthDate(
                                command.birthDate(), command.occurredAt(), command.reason(), given)));
    }

    private static List<String> pathwaysOf(String patientId, Circumstances given) {
        return given.reference().pathwaysOfPatient(patientId);
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
