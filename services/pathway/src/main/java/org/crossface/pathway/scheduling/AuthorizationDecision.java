package org.crossface.pathway.scheduling;

/** The payer's answer. */
public enum AuthorizationDecision {
    OBTAINED,
    DENIED
}
