package org.crossface.billing.coding;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crossface.billing.contract.GraftLengthBand;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the table that suggests codes. The labels are our own short words; the official wording of a code system is licensed and
 * is not contained here.
 */
public record CodeTables(List<CodeTable> versions) {

    public CodeTables {
        versions = versions.stream()
                .sorted(Comparator.comparing(CodeTable::effectiveFrom))
                .toList();
    }

    /**
     * The version in force on a service date.
     *
     * @throws IllegalStateException if the date lies before the first version
     */
    public CodeTable inForceOn(LocalDate serviceDate) {
        return versions.reversed().stream()
                .filter(table -> !table.effectiveFrom().isAfter(serviceDate))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No code table is in force on " + serviceDate));
    }

    /**
     * One version of the table.
     *
     * @param effectiveFrom first service date that it is used for
     * @param sitesOfService what payers say about surgery centres in that year
     */
    public record CodeTable(
            String version, LocalDate effectiveFrom, List<Entry> entries, List<SiteOfService> sitesOfService) {

        public CodeTable {
            entries = List.copyOf(entries);
            sitesOfService = List.copyOf(sitesOfService);
        }

        /** What this payer says about this procedure at a surgery centre; empty when nobody looked it up. */
        public Optional<Listing> atSurgeryCentre(String payer, String code) {
            return sitesOfService.stream()
                    .filter(each -> each.payer().equals(payer) && each.code().equals(code))
                    .map(SiteOfService::listing)
                    .findFirst();
        }

        /** The codes that this fact suggests; none for a fact that is not in the table. */
        public List<Entry> suggestionsFor(BillableFact fact, @Nullable GraftLengthBand band) {
            return entries.stream()
                    .filter(entry -> entry.fact() == fact)
                    .filter(entry -> entry.band() == null || entry.band() == band)
                    .toList();
        }
    }

    /** What a payer says about a procedure at a surgery centre. */
    public enum Listing {
        LISTED,
        NOT_FOUND
    }

    /**
     * A procedure that a payer lists for surgery centres, or whose listing was looked for and not found.
     *
     * @param source where it was looked up
     */
    public record SiteOfService(String payer, String code, Listing listing, String source) {}

    /**
     * A fact and a code that it suggests.
     *
     * @param band the band of grafted length that the code is for; {@code null} for any
     * @param system such as {@code CPT}
     * @param label our own words
     */
    public record Entry(BillableFact fact, @Nullable GraftLengthBand band, String system, String code, String label) {}
}
