package org.crossface.pathway.recovery.vocabulary;

/** Which discharge score was taken. */
public enum PadssVariant {
    /** Vitals, activity, pain with nausea, bleeding, intake and output */
    PADSS,
    /** Vitals, ambulation, nausea, pain, bleeding */
    MPADSS
}
