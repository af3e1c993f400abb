package org.crossface.pathway.evaluation;

/** How the patient is seen. */
public enum VisitMode {
    IN_PERSON,
    VIDEO
}
