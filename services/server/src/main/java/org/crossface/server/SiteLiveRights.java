package org.crossface.server;

import java.util.Map;
import java.util.Set;
import org.crossface.billing.charges.ChargeQueries;
import org.crossface.coordination.ViewChanged;
import org.crossface.coordination.record.PathwayOwners;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.signin.OpenSessions;
import org.crossface.pathway.authority.PatientReach;
import org.crossface.web.pages.live.LiveRights;

/** Filters a user's event stream: it passes the changes at the user's sites that the role may read. */
final class SiteLiveRights implements LiveRights {

    private final PathwayOwners pathways;
    private final PatientReach patients;
    private final ChargeQueries charges;
    private final OpenSessions sessions;

    SiteLiveRights(PathwayOwners pathways, PatientReach patients, ChargeQueries charges, OpenSessions sessions) {
        this.pathways = pathways;
        this.patients = patients;
        this.charges = charges;
        this.sessions = sessions;
    }

    @Override
    public boolean hears(CurrentActor actor, ViewChanged change) {
        String kind = change.view().equals(ChargeChanges.VIEW) ? "billing/" : "clinical/";
        return ReadGate.opens(actor.role(), kind + change.view()) && actor.seesOneOf(sites(change));
    }

    private Set<String> sites(ViewChanged change) {
        return switch (change.view()) {
            case ChargeChanges.VIEW -> charges.siteOf(change.id()).map(Set::of).orElse(Set.of());
            case "patient" -> patients.sitesOf(change.id());
            default ->
                pathways.owner(change.id()).map(owner -> Set.of(owner.siteId())).orElse(Set.of());
        };
    }

    @Override
    public Set<String> open(Map<String, CurrentActor> readers) {
        return sessions.among(readers);
    }
}
