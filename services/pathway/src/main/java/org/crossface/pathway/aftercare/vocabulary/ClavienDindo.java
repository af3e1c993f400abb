package org.crossface.pathway.aftercare.vocabulary;

/** Grade of a complication by what its treatment needed. */
public enum ClavienDindo {
    /** No special drugs; a bedside-opened wound is allowed. */
    I,
    /** Drugs beyond the allowed list, or transfusion. */
    II,
    /** Intervention without general anesthesia. */
    IIIA,
    /** Intervention with general anesthesia. */
    IIIB,
    /** One organ failed, intensive care. */
    IVA,
    /** Several organs failed. */
    IVB,
    /** Death. */
    V,
    /** At least II, and not known yet: the patient was transferred to a hospital (SC-06). */
    PENDING
}
