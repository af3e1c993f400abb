package org.crossface.pathway.patient.registration;

/** What becomes of the others when a linked person is erased. */
public enum LinkedErasure {
    /** They are erased, too: all of them are one person. */
    ERASE_ALL,
    /** They are unlinked and stay. */
    UNLINK_AND_KEEP
}
