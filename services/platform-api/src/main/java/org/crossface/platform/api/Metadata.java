package org.crossface.platform.api;

/**
 * The keys of the metadata that every stored event carries. All values are strings; a key whose value does not apply is absent. No value
 * may identify a person: patients and actors are named by opaque identifiers.
 */
public final class Metadata {

    /** Identifier of the patient whom the event is about, and so of the key that encrypts its personal components. */
    public static final String PATIENT = "patient";

    public static final String PATHWAY = "pathway";

    /** Identifier of the surgical case. */
    public static final String CASE = "case";

    public static final String SITE = "site";

    /** IANA name of the facility's time zone. */
    public static final String ZONE = "zone";

    /** Identifier of the user or the automation that acted. */
    public static final String ACTOR = "actor";

    /** The {@link Role} in which the actor acted. */
    public static final String ROLE = "role";

    /** Identifier of the actor's organisation: the practice, the surgery centre or the after-care facility. */
    public static final String ORGANISATION = "organisation";

    public static final String ON_BEHALF_OF = "onBehalfOf";

    /** {@code UI}, {@code INTERFACE}, {@code DEVICE} or {@code SCHEDULER}. */
    public static final String SOURCE = "source";

    /** Purpose of use, such as {@code TREAT}, {@code HPAYMT} or {@code HQUALITY}. */
    public static final String PURPOSE = "purpose";

    /** Identifier of the request that brought the command. */
    public static final String REQUEST = "request";

    public static final String CORRELATION = "correlation";

    public static final String CAUSATION = "causation";

    /** Version of the policy that the decision was made under. */
    public static final String POLICY_VERSION = "policyVersion";

    private Metadata() {}
}
