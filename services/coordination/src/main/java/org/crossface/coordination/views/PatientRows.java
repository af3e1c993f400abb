package org.crossface.coordination.views;

import org.crossface.coordination.projection.Rows;
import org.crossface.pathway.patient.ContactCorrected;
import org.crossface.pathway.patient.DeathRecorded;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.PatientShared;
import org.crossface.pathway.patient.PatientSharingEnded;
import org.crossface.pathway.patient.PatientTakenOn;
import org.crossface.pathway.patient.RepresentativeNamed;
import org.crossface.pathway.patient.SubjectErased;

/** Writes who people are, and forgets them when they are erased. */
final class PatientRows {

    private PatientRows() {}

    static void write(Rows rows, PatientEvent event, long position) {
        switch (event) {
            case PatientRegistered registered ->
                rows.row("patient", "patient_id")
                        .set("patient_id", registered.patientId())
                        .set("family_name", registered.familyName())
                        .set("given_name", registered.givenNames())
                        .set("birth_date", registered.birthDate())
                        .set("zone", registered.timeZone())
                        .set("erased", false)
                        .set("position", position)
                        .write();
            case SubjectErased erased ->
                rows.row("patient", "patient_id")
                        .set("patient_id", erased.patientId())
                        .set("family_name", null)
                        .set("given_name", null)
                        .set("birth_date", null)
                        .set("erased", true)
                        .set("position", position)
                        .write();
            case PatientTakenOn taken -> {}
            case PatientShared shared -> {}
            case PatientSharingEnded ended -> {}
            case RepresentativeNamed named -> {}
            case ContactCorrected corrected -> {}
            case DeathRecorded died -> {}
        }
    }
}
