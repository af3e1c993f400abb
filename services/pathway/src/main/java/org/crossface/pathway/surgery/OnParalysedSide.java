package org.crossface.pathway.surgery;

import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.FaceSide;

/** A step of stage two that is done on the paralysed side of the face. */
public interface OnParalysedSide extends CaseCommand {

    /** The side on which it was done. */
    FaceSide faceSide();
}
