package org.crossface.billing.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.crossface.billing.coding.CodeTables.CodeTable;
import org.crossface.billing.coding.CodeTables.Listing;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The tables that suggest codes, by year. */
class CodeTablesTest {

    private static CodeTable on(String day) {
        return BillingTables.codes(new ClassPathResource("billing/codes.json")).inForceOn(LocalDate.parse(day));
    }

    /** */
    @Test
    void followUpByAnotherPractitionerHasACodeFromItsYearOn() {
        assertThat(on("2025-12-31").suggestionsFor(BillableFact.FOLLOW_UP_BY_ANOTHER_PRACTITIONER, null))
                .isEmpty();
        assertThat(on("2026-01-01").suggestionsFor(BillableFact.FOLLOW_UP_BY_ANOTHER_PRACTITIONER, null))
                .extracting(CodeTables.Entry::code)
                .containsExactly("G0559");
        assertThat(on("2025-12-31").suggestionsFor(BillableFact.FOLLOW_UP_IN_GLOBAL_PERIOD, null))
                .extracting(CodeTables.Entry::code)
                .containsExactly("99024");
    }

    /** */
    @Test
    void thePayersListOfSurgeryCentresIsThatOfTheYear() {
        assertThat(on("2025-12-31").atSurgeryCentre("MEDICARE", "15842")).isEmpty();
        assertThat(on("2026-01-01").atSurgeryCentre("MEDICARE", "15842")).contains(Listing.LISTED);
        assertThat(on("2026-01-01").atSurgeryCentre("MEDICARE", "64886")).contains(Listing.NOT_FOUND);
        assertThat(on("2026-01-01").atSurgeryCentre("OTHER", "15842")).isEmpty();
    }
}
