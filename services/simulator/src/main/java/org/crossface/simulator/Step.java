package org.crossface.simulator;

/**
 * One request of the script.
 *
 * @param key idempotency key of the request; the same in every run of one script
 * @param type media type of the body; {@link #READ} when it reads
 */
record Step(String key, String user, String path, String type, String body) {

    static final String JSON = "application/json";
    static final String FHIR = "application/fhir+json";

    /** The type of a request without a body, which reads. */
    static final String READ = "";

    boolean reads() {
        return type.equals(READ);
    }

    /** A short identifier of this step, unique within the script. */
    String mark() {
        return key + " " + user + " " + path + " " + Integer.toHexString(body.hashCode());
    }
}
