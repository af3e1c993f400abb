package org.crossface.pathway.rehabilitation.vocabulary;

/** Functional and aesthetic grade of the smile, I poor to V excellent. */
public enum TerzisGrade {
    I,
    II,
    III,
    IV,
    V
}
