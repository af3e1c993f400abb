package org.crossface.billing.contract;

/**
 * The reason for the service, as clinical facts; the biller chooses the diagnosis code.
 *
 * @param cause cause of the paralysis, such as {@code BELL_PALSY}
 * @param side the paralysed side
 * @param lateEffect whether the service treats a late effect of that cause
 */
public record DiagnosisFact(String cause, Laterality side, boolean lateEffect) {}
