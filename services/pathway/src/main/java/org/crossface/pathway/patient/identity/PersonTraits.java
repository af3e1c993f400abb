package org.crossface.pathway.patient.identity;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.crossface.pathway.patient.BirthDateCorrected;
import org.crossface.pathway.patient.ContactCorrected;
import org.crossface.pathway.patient.IdentifiersCorrected;
import org.crossface.pathway.patient.LanguageCorrected;
import org.crossface.pathway.patient.NameCorrected;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.patient.SexCorrected;
import org.crossface.pathway.patient.SubjectErased;
import org.crossface.pathway.vocabulary.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What persons are compared by.
 *
 * @param givenNames {@code null} or empty for a person with one name
 * @param birthDate as far as it is known: {@code 1990}, {@code 1990-06} or {@code 1990-06-02}
 * @param identifiers each as {@code system|value}
 * @param language preferred language, BCP 47
 */
public record PersonTraits(
        String familyName,
        @Nullable String givenNames,
        String birthDate,
        Sex sex,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String street,
        @Nullable String city,
        @Nullable String postalCode,
        List<String> identifiers,
        String language) {

    /** BCP 47: the language is not known. */
    private static final String UNDETERMINED = "und";

    public PersonTraits {
        identifiers = List.copyOf(identifiers);
    }

    /** The hashes by which this person is found. */
    public PersonKeys keys() {
        return PersonKeys.of(
                familyName, givenNames, PartialDate.parse(birthDate).orElseThrow(), identifiers);
    }

    /** The traits after one more fact of the person; {@code null} before the registration and after erasure. */
    static @Nullable PersonTraits after(@Nullable PersonTraits before, PatientEvent event) {
        return switch (event) {
            case PatientRegistered e ->
                PartialDate.stored(e.birthDate()) == null
                        ? null
                        : new PersonTraits(
                                e.familyName(),
                                e.givenNames(),
                                Objects.requireNonNull(e.birthDate()),
                                e.sex(),
                                e.phone(),
                                e.email(),
                                e.street(),
                                e.city(),
                                e.postalCode(),
                                Objects.requireNonNullElse(e.identifiers(), List.of()),
                                e.language());
            case ContactCorrected e ->
                before == null
                        ? null
                        : new PersonTraits(
                                before.familyName(),
                                before.givenNames(),
                                before.birthDate(),
                                before.sex(),
                                e.phone(),
                                e.email(),
                                e.street(),
                                e.city(),
                                e.postalCode(),
                                before.identifiers(),
                                before.language());
            case NameCorrected e -> before == null ? null : before.named(e.familyName(), e.givenNames());
            case BirthDateCorrected e ->
                before == null || e.birthDate() == null || PartialDate.stored(e.birthDate()) == null
                        ? null
                        : before.born(e.birthDate());
            case SexCorrected e -> before == null ? null : before.of(e.sex());
            case IdentifiersCorrected e ->
                before == null || e.identifiers() == null ? null : before.numbered(e.identifiers());
            case LanguageCorrected e -> before == null ? null : before.speaking(e.language());
            case SubjectErased e -> null;
            default -> before;
        };
    }

    private PersonTraits named(String family, String given) {
        return new PersonTraits(
                family, given, birthDate, sex, phone, email, street, city, postalCode, identifiers, language);
    }

    private PersonTraits of(Sex other) {
        return new PersonTraits(
                familyName,
                givenNames,
                birthDate,
                other,
                phone,
                email,
                street,
                city,
                postalCode,
                identifiers,
                language);
    }

    private PersonTraits numbered(List<String> numbers) {
        return new PersonTraits(
                familyName, givenNames, birthDate, sex, phone, email, street, city, postalCode, numbers, language);
    }

    private PersonTraits speaking(String other) {
        return new PersonTraits(
                familyName, givenNames, birthDate, sex, phone, email, street, city, postalCode, identifiers, other);
    }

    private PersonTraits born(String date) {
        return new PersonTraits(
                familyName, givenNames, date, sex, phone, email, street, city, postalCode, identifiers, language);
    }

    /**
     * Whether this is surely the other person: an identifier, the day of birth and the first given name agree, and the family name for a person
     * with one name. A family name may have changed; a different given name may be a twin's, whose number differs in one digit.
     */
    boolean isSurely(PersonTraits other) {
        String given = PersonKeys.firstOf(givenNames);
        String otherGiven = PersonKeys.firstOf(other.givenNames);
        boolean oneName = given.isEmpty() || otherGiven.isEmpty();
        boolean named = oneName ? PersonKeys.same(familyName, other.familyName) : PersonKeys.same(given, otherGiven);
        Set<String> common = new HashSet<>(identifiers);
        common.retainAll(other.identifiers);
        boolean sameDay = birthDate.equals(other.birthDate)
                && PartialDate.parse(birthDate).filter(PartialDate::isWhole).isPresent();
        return named && sameDay && !common.isEmpty();
    }

    /** Names of the traits that are given here and are otherwise, or missing, there. */
    List<String> differingFrom(PersonTraits there) {
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("familyName", PersonKeys.same(familyName, there.familyName));
        same.put("givenNames", isMissing(givenNames) || PersonKeys.same(givenNames, there.givenNames));
        same.put("birthDate", there.birthDate.startsWith(birthDate)); // less is known here, and nothing else
        same.put("sex", sex == Sex.UNKNOWN || sex == there.sex);
        same.put("phone", isMissing(phone) || PersonKeys.same(phone, there.phone));
        same.put("email", isMissing(email) || String.valueOf(email).equalsIgnoreCase(there.email));
        same.put("street", isMissing(street) || PersonKeys.same(street, there.street));
        same.put("city", isMissing(city) || PersonKeys.same(city, there.city));
        same.put("postalCode", isMissing(postalCode) || PersonKeys.same(postalCode, there.postalCode));
        same.put("identifiers", there.identifiers.containsAll(identifiers));
        same.put("language", language.equals(UNDETERMINED) || language.equalsIgnoreCase(there.language));
        return same.entrySet().stream()
                .filter(each -> !each.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
