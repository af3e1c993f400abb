package org.crossface.pathway.surgery.admission;

import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;

/** A command that only a surgeon who operates in the case gives. */
public interface BySurgeon extends CaseCommand {

    /** The practitioner. */
    @RefersTo(Referent.PRACTITIONER)
    String surgeonId();
}
