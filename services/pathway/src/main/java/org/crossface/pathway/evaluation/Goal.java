package org.crossface.pathway.evaluation;

/** What a patient may want from the treatment. */
public enum Goal {
    SPONTANEOUS_SMILE,
    REST_SYMMETRY,
    SPEECH,
    ORAL_COMPETENCE,
    EYE,
    SYNKINESIS,
    OTHER
}
