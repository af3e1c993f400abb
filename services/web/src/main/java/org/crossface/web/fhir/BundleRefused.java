package org.crossface.web.fhir;

/** A bundle cannot be accepted as a referral. */
public final class BundleRefused extends RuntimeException {

    private final String place;
    private final String remedy;

    /**
     * @param place where in the bundle the fault is, as a FHIRPath such as {@code Bundle.entry[0].resource.birthDate}
     * @param reason what is wrong there
     * @param remedy what would be accepted
     */
    BundleRefused(String place, String reason, String remedy) {
        super(reason);
        this.place = place;
        this.remedy = remedy;
    }

    /** Where in the bundle the fault is. */
    public String place() {
        return place;
    }

    /** What would be accepted. */
    public String remedy() {
        return remedy;
    }
}
