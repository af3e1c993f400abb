package org.crossface.pathway.vocabulary;

/** A command that may still be given after the patient's death: corrections and what remains to be told (INV-56). */
public interface AllowedAfterDeath {}
