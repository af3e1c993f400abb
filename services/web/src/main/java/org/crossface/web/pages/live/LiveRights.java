package org.crossface.web.pages.live;

import java.util.Map;
import java.util.Set;
import org.crossface.coordination.ViewChanged;
import org.crossface.identity.CurrentActor;

/** Access rights of live streams. */
public interface LiveRights {

    /** Whether this actor may receive this change: the role may read the view, and the site is within the actor's scope. */
    boolean hears(CurrentActor actor, ViewChanged change);

    /**
     * The identifiers of those sessions that are still valid.
     *
     * @param sessions the actor of each session, by session identifier
     */
    Set<String> open(Map<String, CurrentActor> sessions);
}
