package org.crossface.pathway.patient.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.crossface.pathway.HeldReservations;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.platform.api.decision.CommandRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonIndexTest {

    private static final String BORN = "1985-04-12";
    private static final String SITE = "site-bayview";

    private final HeldReservations held = new HeldReservations();

    private static PersonKeys keys(String family, @Nullable String given, String... identifiers) {
        return PersonKeys.of(family, given, date(BORN), List.of(identifiers));
    }

    private static PartialDate date(String text) {
        return PartialDate.parse(text).orElseThrow();
    }

    private Set<String> alike(PersonKeys keys) {
        return PersonIndex.alike(keys, SITE, held);
    }

    @Test
    void aPersonIsFoundWhateverTheSpellingOfTheName() {
        PersonIndex.reserve(keys("M\u00fcller-Stra\u00dfe", "Zo\u00eb Maria"), SITE, "p1", held);

        assertThat(alike(keys("MULLER STRASSE", "Zoe"))).containsExactly("p1");
        assertThat(alike(keys("Zoe\u0308", "M\u00fcller Stra\u00dfe"))).isEmpty();
        assertThat(alike(keys("Zoe\u0308 Strasse", "Mu\u0308ller"))).containsExactly("p1");
        assertThat(alike(keys("Muller Strasse", "Maria"))).isEmpty();
        assertThat(alike(PersonKeys.of("Muller Strasse", "Zoe", date("1985-04-13"), List.of())))
                .isEmpty();
    }

    @Test
    void aPersonIsFoundByANumberAndWithOneName() {
        PersonIndex.reserve(keys("Teak", null, "urn:a|1"), SITE, "p1", held);

        assertThat(alike(keys("Teak", ""))).containsExactly("p1");
        assertThat(alike(keys("Other", "Name", "urn:a|1"))).containsExactly("p1");
        assertThat(alike(keys("Other", "Name", "urn:b|1"))).isEmpty();
    }

    @Test
    void anotherCentreIsNotTold() {
        PersonIndex.reserve(keys("Teak", "Ann", "urn:a|1"), SITE, "p1", held);

        assertThat(PersonIndex.alike(keys("Teak", "Ann", "urn:a|1"), "site-lakeside", held))
                .isEmpty();
    }

    @Test
    void aSecondRegistrationIsRefusedUnlessItIsSaidToBeAnother() {
        PersonIndex.reserve(keys("Teak", "Ann", "urn:a|1"), SITE, "p1", held);

        CommandRefused refused = catchThrowableOfType(
                CommandRefused.class, () -> PersonIndex.requireNew(keys("Teak", "Ann"), SITE, List.of("p9"), held));
        assertThat(refused.rule()).isEqualTo(PersonIndex.KNOWN);

        PersonIndex.requireNew(keys("Teak", "Ann"), SITE, List.of("p1"), held);
        PersonIndex.reserve(keys("Teak", "Ann", "urn:a|1"), SITE, "p2", held);
        assertThat(alike(keys("Teak", "Ann"))).containsExactly("p1", "p2");
        assertThat(alike(keys("X", "Y", "urn:a|1"))).containsExactly("p1");
    }

    @Test
    void whoseKeysWereGivenBackIsNotFoundAndTheNextTakesThem() {
        PersonIndex.reserve(keys("Teak", "Ann", "urn:a|1"), SITE, "p1", held);
        PersonIndex.reserve(keys("Teak", "Ann"), SITE, "p2", held);
        PersonIndex.release(SITE, "p1", held);

        assertThat(alike(keys("Teak", "Ann", "urn:a|1"))).containsExactly("p2");
        PersonIndex.reserve(keys("Teak", "Ann", "urn:a|1"), SITE, "p3", held);
        assertThat(alike(keys("Teak", "Ann", "urn:a|1"))).containsExactly("p2", "p3");
    }

    private static PersonTraits traits(String family, @Nullable String given, String born, String identifier) {
        return new PersonTraits(
                family, given, born, Sex.FEMALE, null, null, null, null, null, List.of(identifier), "en-US");
    }

    @Test
    void onlyNumberBirthDateAndFirstNameTogetherAreSure() {
        PersonTraits known = traits("Hazel", "Robin Ann", BORN, "urn:a|1");

        assertThat(traits("Hazel", "Robin", BORN, "urn:a|1").isSurely(known)).isTrue();
        assertThat(traits("Married", "Robin", BORN, "urn:a|1").isSurely(known)).isTrue();
        assertThat(traits("Hazel", "Twin", BORN, "urn:a|1").isSurely(known)).isFalse();
        assertThat(traits("Hazel", "Robin", BORN, "urn:a|2").isSurely(known)).isFalse();
        assertThat(traits("Hazel", "Robin", "1985-04-13", "urn:a|1").isSurely(known))
                .isFalse();
        assertThat(traits("Hazel", null, BORN, "urn:a|1").isSurely(known)).isTrue();
        assertThat(traits("Married", null, BORN, "urn:a|1").isSurely(known)).isFalse();
    }

    @Test
    void aDateOfWhichLessIsKnownIsFoundByEachThatItMayBe() {
        for (String kept : List.of("1985", "1985-04", "1985-04-12")) {
            for (String asked : List.of("1985", "1985-04", "1985-04-12")) {
                HeldReservations each = new HeldReservations();
                PersonIndex.reserve(PersonKeys.of("Teak", "Ann", date(kept), List.of()), SITE, "p1", each);
                assertThat(PersonIndex.alike(PersonKeys.of("Teak", "Ann", date(asked), List.of()), SITE, each))
                        .as("%s, asked for %s", kept, asked)
                        .containsExactly("p1");
            }
            for (String other : List.of("1986", "1985-05", "1985-04-13")) {
                HeldReservations each = new HeldReservations();
                PersonIndex.reserve(PersonKeys.of("Teak", "Ann", date(other), List.of()), SITE, "p1", each);
                boolean maybe = other.startsWith(kept);
                assertThat(PersonIndex.alike(PersonKeys.of("Teak", "Ann", date(kept), List.of()), SITE, each))
                        .as("%s, asked for %s", other, kept)
                        .hasSize(maybe ? 1 : 0);
            }
        }
    }

    @Test
    void aMonthFullOfOneNameRefusesNobodyOfAnotherDay() {
        for (int day = 1; day <= 28; day++) {
            PersonIndex.reserve(
                    PersonKeys.of("Teak", "Ann", date("1985-04-%02d".formatted(day)), List.of()),
                    SITE,
                    "p" + day,
                    held);
        }
        assertThat(alike(PersonKeys.of("Teak", "Ann", date("1985-04-28"), List.of())))
                .containsExactly("p28");
        assertThat(alike(PersonKeys.of("Teak", "Ann", date("1985"), List.of()))).hasSize(20);
    }

    @Test
    void whoIsKnownByTheYearOfBirthIsAskedAbout() {
        PersonTraits known = traits("Hazel", "Robin", BORN, "urn:a|1");
        assertThat(traits("Hazel", "Robin", "1985", "urn:a|1").isSurely(known)).isFalse();
        assertThat(traits("Hazel", "Robin", "1985", "urn:a|1").differingFrom(known))
                .isEmpty();
        assertThat(known.differingFrom(traits("Hazel", "Robin", "1985", "urn:a|1")))
                .containsExactly("birthDate");
    }
}
