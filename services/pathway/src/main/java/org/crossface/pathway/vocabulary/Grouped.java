package org.crossface.pathway.vocabulary;

/** A constant that forms show under a heading, among others of its kind. Whether one of them holds is answered, with none of them too. */
public interface Grouped {

    /** The heading, as people read it. */
    String group();
}
