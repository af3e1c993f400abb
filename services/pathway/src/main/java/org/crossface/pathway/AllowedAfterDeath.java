package org.crossface.pathway;

/** A command that may still be given after the patient's death: corrections and what remains to be told (INV-56). */
public interface AllowedAfterDeath {}
