package org.crossface.pathway.patient;

import java.time.OffsetDateTime;

/** A fact about a person, across all pathways, as it is stored for ever. */
public sealed interface PatientEvent
        permits PatientRegistered,
                PatientTakenOn,
                PatientShared,
                PatientSharingEnded,
                RepresentativeNamed,
                ContactCorrected,
                DeathRecorded,
                DeathRetracted,
                BirthDateCorrected,
                NameCorrected,
                SexCorrected,
                LanguageCorrected,
                IdentifiersCorrected,
                PersonsLinked,
                PersonsUnlinked,
                SubjectErased {
    String patientId();
    /** Identifies the fact. */
    String factId();
    /** When it happened, with the offset of the place. */
    OffsetDateTime occurredAt();
}
