package org.crossface.pathway.patient.registration;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.patient.RepresentativeRelation;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.patient.identity.PersonTraits;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Registers a person.
 *
 * @param familyName or the only name of a person who has one
 * @param givenNames {@code null} for a person with one name
 * @param birthDate as far as it is known: {@code 1990}, {@code 1990-06} or {@code 1990-06-02}
 * @param sex administrative
 * @param language preferred language, BCP 47
 * @param timeZone IANA time zone of the residence
 * @param identifiers numbers by which other systems know the person, each as {@code system|value}
 * @param siteId surgery centre that takes the person on
 * @param differentFromIds persons who are alike and of whom somebody decided that they are others; {@code null} for none
 * @param representativeName who decides for a minor or for an adult who cannot; {@code null} when nobody does
 */
public record RegisterPatient(
        @TargetAggregateIdentifier String patientId,
        OffsetDateTime occurredAt,

        @FormField(label = "Family name", min = 1, max = 200, help = "Or the only name")
        String familyName,

        @FormField(label = "Given names", max = 200) @Nullable
        String givenNames,

        @FormField(label = "Birth date", min = 4, max = 10, help = "As far as it is known: 1990-06-02, 1990-06 or 1990")
        String birthDate,

        @FormField(label = "Sex") Sex sex,
        @FormField(label = "Phone", max = 40) @Nullable String phone,
        @FormField(label = "E-mail", max = 200) @Nullable String email,
        @FormField(label = "Street", max = 200) @Nullable String street,
        @FormField(label = "City", max = 100) @Nullable String city,

        @FormField(label = "State or region", max = 100) @Nullable
        String region,

        @FormField(label = "Postal code", max = 20) @Nullable
        String postalCode,

        @FormField(label = "Country", max = 60) @Nullable String country,

        @FormField(label = "Language", min = 2, max = 35, help = "Such as en-US")
        String language,

        @FormField(label = "Interpreter needed") boolean interpreterNeeded,

        @FormField(label = "Time zone", help = "Such as America/Los_Angeles")
        String timeZone,

        @FormField(label = "Other identifiers", max = 20, help = "Each as system|value")
        List<String> identifiers,

        @FormField(label = "Agrees to be contacted") boolean contactConsent,

        @FormField(label = "Representative", max = 200, help = "For a minor, or an adult who cannot decide") @Nullable
        String representativeName,

        @FormField(label = "Representative's relation") @Nullable
        RepresentativeRelation representativeRelation,

        @FormField(label = "Representative's phone", max = 40) @Nullable
        String representativePhone,

        @RefersTo(Referent.OWN_SITE)
        @FormField(label = "Surgery centre", max = 64, help = "Takes the person on; optional for users with only one")
        String siteId,

        @FormField(
                label = "Different from",
                max = 20,
                help =
                        "Registered persons of the same name and birth date, or with the same identifier, who are others")
        @Nullable
        List<String> differentFromIds)
        implements PatientCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RegisterPatient> USE_CASE =
            UseCase.of(RegisterPatient.class, "Register patient").by(Role.SURGICAL_COORDINATOR);

    /** What the person is compared with others by. */
    public PersonTraits traits() {
        return new PersonTraits(
                familyName, givenNames, birthDate, sex, phone, email, street, city, postalCode, identifiers, language);
    }
}
