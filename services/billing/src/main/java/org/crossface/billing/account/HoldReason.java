package org.crossface.billing.account;

/** Why a charge is not released yet. */
public enum HoldReason {
    OPERATION_RECORD_UNSIGNED("The operation record is not signed"),
    AUTHORISATION_MISSING("The payer has not authorised the operation"),
    PROVIDER_NUMBER_MISSING("The provider number of the surgeon or the facility is not on file"),
    LATERALITY_MISSING("The side is not on record"),
    CODER_REVIEW("A coder must check it"),
    DEVIATION("The operation was completed with a deviation"),
    NEVER_EVENT("A never event was reported for this operation"),
    LEGAL_HOLD("A legal hold is in force");

    private final String says;

    HoldReason(String says) {
        this.says = says;
    }

    /** In a sentence for people. */
    public String says() {
        return says;
    }
}
