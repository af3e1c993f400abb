package org.crossface.pathway.vocabulary;

/** What a field of a command can name by its identifier, so that a form offers a choice instead of a text. */
public enum Referent {
    /** An operation of the pathway that is booked or under way. */
    OPERATION,
    /** A transferred muscle of the pathway. */
    FLAP,
    PRACTITIONER,
    FACILITY,
    /** A device of the pathway's surgery centre that is in use. */
    DEVICE,
    /** A theatre of the pathway's surgery centre. */
    ROOM,
    /** Any surgery centre. */
    SITE,
    /** A surgery centre of whoever gives the command. */
    OWN_SITE,
    /** A surgery centre that does not know the patient. */
    OTHER_SITE,
    /** A surgery centre that the patient is shared with. */
    SHARED_SITE,
    /** Another registration that may be the same person. */
    OTHER_PERSON,
    /** A registered person who is linked with the patient. */
    LINKED_PERSON,
    /** An entry in the record of the pathway. */
    FACT,
    /** A fact that lost what a rule asks for. */
    CONTRADICTION,
    /** Something that must be looked into. */
    CONCERN,
    /** Something that has to be done and that nobody has done yet. */
    TASK,
    /** An overridden rule that nobody has reviewed. */
    OVERRIDE,
    /** A fact that waits for a second person. */
    WAITING_FACT,
    RED_FLAG,
    /** Photographs or a video of the patient. */
    MEDIA,
    /** A procedure beside the plan that is planned and not carried out. */
    PLANNED_ADJUNCT,
    /** An implant in the patient. */
    IMPLANT,
    COMPLICATION,
    /** A time zone of the IANA list. */
    TIME_ZONE
}
