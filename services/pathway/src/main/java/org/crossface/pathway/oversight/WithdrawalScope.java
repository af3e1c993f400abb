package org.crossface.pathway.oversight;

/** What the patient withdraws from. */
public enum WithdrawalScope {
    NEXT_STAGE,
    WHOLE_PATHWAY
}
