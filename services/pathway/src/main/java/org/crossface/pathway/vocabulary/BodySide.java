package org.crossface.pathway.vocabulary;

/** A leg or thigh of the patient, from the patient's point of view. */
public enum BodySide {
    LEFT,
    RIGHT
}
