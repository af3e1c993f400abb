package org.crossface.pathway.surgery.transfer;

import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.FaceSide;

/** A step of stage two that is done on the paralysed side of the face. */
public interface OnParalysedSide extends CaseCommand {

    /** The side on which it was done. */
    FaceSide faceSide();
}
