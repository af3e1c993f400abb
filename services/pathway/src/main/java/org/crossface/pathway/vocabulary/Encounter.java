package org.crossface.pathway.vocabulary;

/**
 * A fact for which somebody of the team really saw the patient. Observations of a patient who is lost later are censored at the last of
 * them, not at the day of the declaration.
 */
public interface Encounter {}
