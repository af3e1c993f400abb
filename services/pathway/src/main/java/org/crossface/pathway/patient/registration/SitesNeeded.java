package org.crossface.pathway.patient.registration;

/** Which of a patient's surgery centres must lie within the scope of who gives a command to the patient. */
public enum SitesNeeded {
    /** One of them: the home, or one that the patient is shared with. */
    ANY,
    /** The home. */
    HOME,
    /** All of them, since the command reaches the record of each. */
    ALL
}
