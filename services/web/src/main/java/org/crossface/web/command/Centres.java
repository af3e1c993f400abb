package org.crossface.web.command;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.pathway.reference.registration.StandingData;
import org.crossface.web.problem.RequestFault;

/** The surgery centres within an actor's scope. */
public final class Centres {

    private final StandingData standing;

    public Centres(StandingData standing) {
        this.standing = standing;
    }

    /** The centres within the actor's scope, in the order of their identifiers. */
    public List<SurgicalSite> of(CurrentActor actor) {
        return standing.sites().stream()
                .filter(site -> actor.seesSite(site.siteId()))
                .toList();
    }

    /**
     * Checks that the actor may act for a centre. The rules of the command report an unknown centre.
     *
     * @throws RequestFault 403 if the centre is outside the actor's scope
     */
    public void requireOwn(String siteId, CurrentActor actor) {
        if (!actor.seesSite(siteId)
                && standing.sites().stream().anyMatch(site -> site.siteId().equals(siteId))) {
            throw RequestFault.forbidden("The site " + siteId + " is not one of yours", "Choose one of your sites");
        }
    }

    /** The time zone of a centre; UTC for an unknown centre, which the rules of the command report. */
    public ZoneId zone(String siteId) {
        return standing.sites().stream()
                .filter(site -> site.siteId().equals(siteId))
                .findFirst()
                .map(SurgicalSite::zone)
                .orElse(ZoneOffset.UTC);
    }

    /**
     * The centre of a request.
     *
     * @param siteId the centre named in the request; may be empty for an actor with one centre
     * @return empty when the centre is outside the actor's scope or ambiguous
     */
    public Optional<SurgicalSite> named(String siteId, CurrentActor actor) {
        List<SurgicalSite> own = of(actor);
        return siteId.isEmpty()
                ? own.stream().filter(only -> own.size() == 1).findFirst()
                : own.stream().filter(site -> site.siteId().equals(siteId)).findFirst();
    }
}
