package org.crossface.billing.account;

/** Where a charge stands. */
public enum ChargeState {
    HELD,
    RELEASED,
    REVERSED
}
