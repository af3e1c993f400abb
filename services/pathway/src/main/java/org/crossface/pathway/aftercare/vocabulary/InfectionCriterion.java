package org.crossface.pathway.aftercare.vocabulary;

/** By what an infection was recognised. */
public enum InfectionCriterion {
    PURULENT_DRAINAGE,
    POSITIVE_CULTURE,
    OPENED_WITH_SIGNS,
    ABSCESS,
    IMAGING,
    SURGEON_DIAGNOSIS
}
