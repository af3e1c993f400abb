package org.crossface.pathway.surgery.record;

import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Stage;

/** What a surgeon of this centre attests of an operation at another centre. */
interface Attestation extends PathwayCommand {

    /** The operation that the other centre did. */
    Stage attestedStage();

    /** The day as the documents give it, perhaps only the month. */
    String operatedOn();

    /** Who attests. */
    String surgeonId();
}
