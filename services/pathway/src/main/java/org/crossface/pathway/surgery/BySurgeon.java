package org.crossface.pathway.surgery;

import org.crossface.pathway.CaseCommand;

/** A command that only a surgeon who operates in the case gives. */
public interface BySurgeon extends CaseCommand {

    /** The practitioner. */
    String surgeonId();
}
