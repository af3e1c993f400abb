package org.crossface.pathway.intake;

import org.crossface.pathway.PathwayEvent;

/**
 * What the referral said.
 *
 * @param siteId the surgery centre that the patient was referred to
 * @param zone IANA name of that centre's time zone
 * @param reasonMissing whether the referral came without a reason
 */
public record Intake(String patientId, String siteId, String zone, boolean reasonMissing) {

    /** Before the referral. */
    public static Intake none() {
        return new Intake("", "", "", true);
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Intake evolve(PathwayEvent event) {
        return switch (event) {
            case PatientReferred referred ->
                new Intake(
                        referred.patientId(),
                        referred.siteId(),
                        referred.zone(),
                        referred.reason() == null || referred.reason().isBlank());
            default -> this;
        };
    }
}
