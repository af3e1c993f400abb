package org.crossface.pathway.scheduling.readiness;

/** The payer's answer. */
public enum AuthorizationDecision {
    OBTAINED,
    DENIED
}
