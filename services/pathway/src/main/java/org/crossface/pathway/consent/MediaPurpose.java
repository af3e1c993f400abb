package org.crossface.pathway.consent;

/** What photographs and videos are used for, with the consent that covers it (INV-66). */
public enum MediaPurpose {
    TREATMENT(ConsentType.PHOTO),
    RESEARCH(ConsentType.RESEARCH),
    MARKETING(ConsentType.MARKETING);

    private final ConsentType consent;

    MediaPurpose(ConsentType consent) {
        this.consent = consent;
    }

    /** The type of consent without which it is not used so. */
    public ConsentType consent() {
        return consent;
    }
}
