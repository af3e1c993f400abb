package org.crossface.pathway.patient.registration;

/** Which of two persons who turned out to be one stays the main one, under which people find the person. */
public enum MainPerson {
    THIS_PERSON,
    OTHER_PERSON
}
