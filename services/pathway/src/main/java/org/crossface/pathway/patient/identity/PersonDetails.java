package org.crossface.pathway.patient.identity;

import java.util.Objects;
import org.crossface.pathway.patient.ContactCorrected;
import org.crossface.pathway.patient.LanguageCorrected;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.RepresentativeNamed;
import org.crossface.pathway.patient.RepresentativeRelation;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person now, for the form that changes it.
 *
 * @param region state or region of the residence
 * @param contactConsent whether the person agrees to be contacted
 * @param representative who decides for the person; {@code null} when nobody does
 */
public record PersonDetails(
        PersonTraits traits,
        @Nullable String region,
        @Nullable String country,
        boolean contactConsent,
        boolean interpreterNeeded,
        @Nullable Representative representative) {

    /** Who decides for the person. */
    public record Representative(
            String name,
            RepresentativeRelation relation,
            @Nullable String phone) {}

    /** The details after one more fact of the person; {@code null} before the registration and after erasure. */
    static @Nullable PersonDetails after(@Nullable PersonDetails before, PatientEvent event) {
        PersonTraits traits = PersonTraits.after(before == null ? null : before.traits(), event);
        if (traits == null) {
            return null;
        }
        if (event instanceof PatientRegistered e) {
            return new PersonDetails(traits, e.region(), e.country(), e.contactConsent(), e.interpreterNeeded(), null);
        }
        PersonDetails known = Objects.requireNonNull(before).with(traits);
        return switch (event) {
            case ContactCorrected e ->
                new PersonDetails(
                        traits,
                        e.region(),
                        e.country(),
                        e.contactConsent(),
                        known.interpreterNeeded(),
                        known.representative());
            case LanguageCorrected e ->
                new PersonDetails(
                        traits,
                        known.region(),
                        known.country(),
                        known.contactConsent(),
                        e.interpreterNeeded(),
                        known.representative());
            case RepresentativeNamed e ->
                new PersonDetails(
                        traits,
                        known.region(),
                        known.country(),
                        known.contactConsent(),
                        known.interpreterNeeded(),
                        new Representative(e.name(), e.relation(), e.phone()));
            default -> known;
        };
    }

    private PersonDetails with(PersonTraits now) {
        return new PersonDetails(now, region, country, contactConsent, interpreterNeeded, representative);
    }
}
