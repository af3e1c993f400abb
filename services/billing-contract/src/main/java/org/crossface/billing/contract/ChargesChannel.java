package org.crossface.billing.contract;

/** The names on the wire. Records are CloudEvents 1.0 in binary mode; read them with {@code isolation.level=read_committed}. */
public final class ChargesChannel {

    /** Keyed by the pathway's reference, so that the charges of one pathway stay in order. */
    public static final String TOPIC = "crossface.billing.charges.v1";

    /** The sender's position; not an interface for consumers. */
    public static final String PROGRESS_TOPIC = "crossface.billing.charges.v1.progress";

    public static final String SOURCE = "urn:crossface:billing";

    public static final String CHARGE_RELEASED = "org.crossface.billing.charge-released.v1";

    public static final String CHARGE_REVERSED = "org.crossface.billing.charge-reversed.v1";

    /** Number of the message within its pathway's account: it only grows. */
    public static final String SEQUENCE = "pathwayseq";

    /** The {@link #SEQUENCE} of the pathway's message before this one; absent on the first. A consumer that has not seen it has a gap. */
    public static final String PREVIOUS_SEQUENCE = "pathwayprevious";

    /** Folder of the contract's resources on the class path. */
    public static final String RESOURCES = "contracts/";

    public static final String CHARGE_RELEASED_SCHEMA = "charge-released.schema.json";

    public static final String CHARGE_REVERSED_SCHEMA = "charge-reversed.schema.json";

    /** Prefix of {@code dataschema}, before the name of a schema. */
    public static final String SCHEMA_BASE = "https://crossface.org/contracts/crossface.billing.charges.v1/";

    /** Pattern of every reference and number in a message; at most {@value #REFERENCE_LENGTH} characters. */
    public static final String REFERENCE = "^[A-Za-z0-9][A-Za-z0-9._:-]*$";

    public static final int REFERENCE_LENGTH = 100;

    private ChargesChannel() {}

    /** Whether a text may be used in a message as a reference or number. */
    public static boolean isReference(String text) {
        return text.length() <= REFERENCE_LENGTH && text.matches(REFERENCE);
    }
}
