package org.crossface.simulator;

/**
 * One request of the script.
 *
 * @param key idempotency key of the request; the same in every run of one script
 * @param type media type of the body
 */
record Step(String key, String user, String path, String type, String body) {

    static final String JSON = "application/json";
    static final String FHIR = "application/fhir+json";

    /** A short identifier of this step, unique within the script. */
    String mark() {
        return key + " " + user + " " + path + " " + Integer.toHexString(body.hashCode());
    }
}
