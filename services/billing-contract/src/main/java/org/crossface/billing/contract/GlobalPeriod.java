package org.crossface.billing.contract;

import java.time.LocalDate;

/**
 * The global surgical period of an earlier operation that this charge falls into.
 *
 * @param endDate its last day
 */
public record GlobalPeriod(String caseId, LocalDate endDate) {}
