package org.crossface.pathway.vocabulary;

/** A fact of one surgical case; the case is named in the metadata of its event. */
public interface ConcernsCase {

    String caseId();
}
