package org.crossface.billing.coding;

import org.crossface.pathway.vocabulary.Stage;

/** The clinical facts that become charges. */
public enum BillableFact {
    CROSS_FACE_NERVE_GRAFT,
    FREE_GRACILIS_TRANSFER;

    /** The fact that completes a stage. */
    public static BillableFact of(Stage stage) {
        return switch (stage) {
            case ONE -> CROSS_FACE_NERVE_GRAFT;
            case TWO -> FREE_GRACILIS_TRANSFER;
        };
    }
}
