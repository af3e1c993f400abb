package org.crossface.billing.coding;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The national provider identifiers of practitioners, sites and organisations, by our own identifiers.
 *
 * @param organisations number by organisation
 */
public record ProviderDirectory(
        Map<String, Practitioner> practitioners, Map<String, Site> sites, Map<String, String> organisations) {

    /** Place of service of a surgery centre. */
    public static final String SURGERY_CENTRE = "24";

    public ProviderDirectory {
        practitioners = Map.copyOf(practitioners);
        sites = Map.copyOf(sites);
        organisations = Map.copyOf(organisations);
    }

    /** The practitioner's entry. */
    public Optional<Practitioner> practitioner(String practitionerId) {
        return Optional.ofNullable(practitioners.get(practitionerId));
    }

    /** The surgery centre's entry. */
    public Optional<Site> site(String siteId) {
        return Optional.ofNullable(sites.get(siteId));
    }

    /** The organisation's number; {@code null} while it is not on file. */
    public @Nullable String organisationNumber(String organisationId) {
        return organisations.get(organisationId);
    }

    /**
     * A practitioner.
     *
     * @param npi ten digits
     * @param organisation identifier of the practice that bills
     */
    public record Practitioner(String npi, String organisation) {}

    /**
     * A surgery centre.
     *
     * @param npi ten digits
     * @param organisation identifier of the organisation that bills
     * @param placeOfService two digits
     */
    public record Site(String npi, String organisation, String placeOfService) {}
}
