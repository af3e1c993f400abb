package org.crossface.pathway.vocabulary;

/** A command about one surgical case of the pathway. */
public interface CaseCommand extends PathwayCommand {

    /** The scheduled case. */
    @RefersTo(Referent.OPERATION)
    String caseId();
}
