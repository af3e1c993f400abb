package org.crossface.billing.coding;

import org.crossface.pathway.vocabulary.Stage;

/** The clinical facts that become charges. */
public enum BillableFact {
    CROSS_FACE_NERVE_GRAFT,
    FREE_GRACILIS_TRANSFER,
    /** An operation that follows another one; its code depends on what was found, so that a coder chooses it. */
    RETURN_TO_THEATRE,
    /** A visit to the surgeon that belongs to the global period. */
    FOLLOW_UP_IN_GLOBAL_PERIOD,
    /** Follow-up in the global period of an operation that somebody else did. */
    FOLLOW_UP_BY_ANOTHER_PRACTITIONER;

    /** The fact that completes a stage. */
    public static BillableFact of(Stage stage) {
        return switch (stage) {
            case ONE -> CROSS_FACE_NERVE_GRAFT;
            case TWO -> FREE_GRACILIS_TRANSFER;
        };
    }
}
