package org.crossface.pathway.vocabulary;

/** A command about one of the two operations, whether its case is scheduled or not. */
public interface StageCommand extends PathwayCommand {

    /** The operation that it is about. */
    Stage stage();
}
