package org.crossface.pathway.patient.identity;

import java.util.Objects;
import org.crossface.pathway.patient.ContactCorrected;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.patient.PatientRegistered;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person now, for the form that changes it.
 *
 * @param region state or region of the residence
 * @param contactConsent whether the person agrees to be contacted
 */
public record PersonDetails(
        PersonTraits traits,
        @Nullable String region,
        @Nullable String country,
        boolean contactConsent) {

    /** The details after one more fact of the person; {@code null} before the registration and after erasure. */
    static @Nullable PersonDetails after(@Nullable PersonDetails before, PatientEvent event) {
        PersonTraits traits = PersonTraits.after(before == null ? null : before.traits(), event);
        if (traits == null) {
            return null;
        }
        return switch (event) {
            case PatientRegistered e -> new PersonDetails(traits, e.region(), e.country(), e.contactConsent());
            case ContactCorrected e -> new PersonDetails(traits, e.region(), e.country(), e.contactConsent());
            default -> {
                PersonDetails known = Objects.requireNonNull(before);
                yield new PersonDetails(traits, known.region(), known.country(), known.contactConsent());
            }
        };
    }
}
