package org.crossface.billing.account;

/** The states of a charge. */
public enum ChargeState {
    HELD,
    RELEASED,
    REVERSED
}
