package org.crossface.pathway.surgery;

import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Referent;
import org.crossface.pathway.RefersTo;

/** A command that only a surgeon who operates in the case gives. */
public interface BySurgeon extends CaseCommand {

    /** The practitioner. */
    @RefersTo(Referent.PRACTITIONER)
    String surgeonId();
}
