package org.crossface.web.fhir;

/** A bundle cannot be accepted as a referral; nothing was stored. */
public final class BundleRefused extends RuntimeException {

    private final Kind kind;
    private final String place;
    private final String remedy;

    /** What is wrong with a bundle. */
    public enum Kind {
        /** It is not FHIR R4, or a value in it cannot be kept. */
        UNREADABLE,
        /** It can be read, but it says itself that it refers nobody. */
        NO_REFERRAL
    }

    private BundleRefused(Kind kind, String place, String reason, String remedy) {
        super(reason);
        this.kind = kind;
        this.place = place;
        this.remedy = remedy;
    }

    /**
     * A bundle that cannot be read.
     *
     * @param place where in the bundle the fault is, as a FHIRPath such as {@code Bundle.entry[0].resource.birthDate}
     * @param reason what is wrong there, without the value
     * @param remedy what would be accepted
     */
    static BundleRefused unreadable(String place, String reason, String remedy) {
        return new BundleRefused(Kind.UNREADABLE, place, reason, remedy);
    }

    /** A bundle that can be read and is no referral; parameters as for {@link #unreadable}. */
    static BundleRefused noReferral(String place, String reason, String remedy) {
        return new BundleRefused(Kind.NO_REFERRAL, place, reason, remedy);
    }

    /** What is wrong with the bundle. */
    public Kind kind() {
        return kind;
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
