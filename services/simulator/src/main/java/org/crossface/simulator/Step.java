package org.crossface.simulator;

/**
 * One request of the script.
 *
 * @param key names the request, so that its repetition has no second effect; the same in every run of one script
 * @param type media type of the body
 */
record Step(String key, String user, String path, String type, String body) {

    static final String JSON = "application/json";
    static final String FHIR = "application/fhir+json";

    /** What tells this step from every other of the script, short enough to be kept for each. */
    String mark() {
        return key + " " + user + " " + path + " " + Integer.toHexString(body.hashCode());
    }
}
