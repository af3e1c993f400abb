package org.crossface.identity;

import java.io.Serializable;
import java.util.Collection;
import java.util.Set;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The signed-in user in one role; the principal of every authentication. A controller takes it as {@code @AuthenticationPrincipal
 * CurrentActor actor}.
 *
 * @param id opaque identifier, used in events and the access log
 * @param organisation identifier of the practice, the surgery centre or the after-care facility
 * @param sites identifiers of the sites whose cases this actor may see; {@value #EVERY_SITE} stands for all
 */
public record CurrentActor(
        String id, String userName, String displayName, Role role, String organisation, Set<String> sites)
        implements AuthenticatedPrincipal, Serializable {

    /** Stands for every site in a site scope. */
    public static final String EVERY_SITE = "*";

    private static final long serialVersionUID = 1L;

    public CurrentActor {
        sites = Set.copyOf(sites);
    }

    /** Whether the cases of all sites are in the actor's scope. */
    public boolean seesEverySite() {
        return sites.contains(EVERY_SITE);
    }

    /** Whether the cases of one of these sites are in the actor's scope. */
    public boolean seesOneOf(Collection<String> siteIds) {
        return siteIds.stream().anyMatch(this::seesSite);
    }

    /** The sites to which a query is limited; {@code null} for an actor who sees every site. */
    public @Nullable Set<String> siteFilter() {
        return seesEverySite() ? null : sites;
    }

    /** Whether the cases of this site are in the actor's scope. */
    public boolean seesSite(String siteId) {
        return seesEverySite() || sites.contains(siteId);
    }

    @Override
    public String getName() {
        return id;
    }
}
