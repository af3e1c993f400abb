package org.crossface.coordination.board;

/**
 * An escalation that nobody has in hand, with its pathway; without a name.
 *
 * @param number of the pathway, by which people know it
 */
public record EscalationRow(String pathwayId, String patientId, String siteId, String number, EscalatedTask task) {}
