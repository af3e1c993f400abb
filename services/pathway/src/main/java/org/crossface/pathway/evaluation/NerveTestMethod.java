package org.crossface.pathway.evaluation;

/** How the branch was tested. */
public enum NerveTestMethod {
    CLINICAL,
    STIMULATION
}
