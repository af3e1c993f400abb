package org.crossface.pathway.oversight.task;

import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;

/** A command about one task of the pathway. Some tasks remain after a death: a record that is to be signed, a concern. */
public interface TaskCommand extends PathwayCommand, AllowedAfterDeath {

    /** Its name: the row of the reference and, where there are several, what tells it from the others, such as {@code T-14 case-1}. */
    @RefersTo(Referent.TASK)
    String task();
}
