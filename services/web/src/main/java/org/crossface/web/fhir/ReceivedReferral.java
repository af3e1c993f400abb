package org.crossface.web.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a received bundle about one person. Nothing is inferred: a value that the bundle does not hold is absent.
 *
 * @param identifiers of the person in other systems, without those that only a state authority needs
 * @param language BCP 47 tag of the preferred language
 * @param postalState state or region of residence, as written
 * @param reason why the person was referred, in the referrer's words; {@code null} when the bundle has no service request with a reason
 */
record ReceivedReferral(
        String familyName,
        List<String> givenNames,
        LocalDate birthDate,
        Sex sex,
        List<Identifier> identifiers,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String addressLine,
        @Nullable String city,
        @Nullable String postalState,
        @Nullable String postalCode,
        @Nullable String language,
        @Nullable LocalDate deceasedOn,
        @Nullable String reason,
        @Nullable String referrer) {

    /** Administrative sex as FHIR names it. */
    enum Sex {
        FEMALE,
        MALE,
        OTHER,
        UNKNOWN
    }

    /** An identifier in another system. */
    record Identifier(String system, String value) {}

    /** Why the person was referred. */
    Optional<String> reasonIfGiven() {
        return Optional.ofNullable(reason);
    }
}
