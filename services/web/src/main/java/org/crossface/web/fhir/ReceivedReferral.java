package org.crossface.web.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.jspecify.annotations.Nullable;

/**
 * The content of a received bundle about one person. Nothing is inferred: a value that the bundle does not hold is absent.
 *
 * @param familyName the family name, or the only name of a person who has one
 * @param givenNames empty for a person with one name
 * @param identifiers of the person in other systems, without those that only a state authority needs
 * @param language BCP 47 tag of the preferred language
 * @param street and house, or the whole address where it is written in one text
 * @param state state or region of residence, as written
 * @param reason every reason of the request, in the referrer's words; {@code null} when the bundle has none
 * @param reasonCodes codes of the reasons, each as {@code system|code}
 * @param side that the request names as the site of the body; {@code null} when it names none, or not clearly one
 * @param writtenOn when the request was written, at the surgery centre; {@code null} when it has no day
 * @param places FHIRPath of each value, by the name of the field of the command that it becomes
 */
record ReceivedReferral(
        String familyName,
        List<String> givenNames,
        String birthDate,
        Sex sex,
        List<Identifier> identifiers,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String street,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable String language,
        boolean interpreterNeeded,
        @Nullable String reason,
        List<String> reasonCodes,
        @Nullable ParalysedSide side,
        @Nullable String referrer,
        @Nullable LocalDate writtenOn,
        Map<String, String> places) {

    ReceivedReferral {
        givenNames = List.copyOf(givenNames);
        identifiers = List.copyOf(identifiers);
        reasonCodes = List.copyOf(reasonCodes);
        places = Map.copyOf(places);
    }

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

    /** The place of the value that became this field of a command; the field itself when it came from elsewhere. */
    String placeOf(String field) {
        String whole = field.replaceFirst("\\[\\d+]$", "");
        if (whole.equals("differentFromIds")) {
            return "differentFrom";
        }
        return Optional.ofNullable(places.get(field))
                .or(() -> Optional.ofNullable(places.get(whole)))
                .orElse(field);
    }
}
