package org.crossface.pathway.patient;

/** Why a person is erased. */
public enum ErasureBasis {
    PATIENT_REQUEST,
    RETENTION_ENDED,
    COURT_ORDER
}
