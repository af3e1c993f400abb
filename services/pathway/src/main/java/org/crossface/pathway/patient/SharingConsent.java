package org.crossface.pathway.patient;

/** Who consented to sharing a patient with another surgery centre. */
public enum SharingConsent {
    PATIENT,
    REPRESENTATIVE
}
