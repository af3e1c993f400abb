package org.crossface.web.pages.live;

import java.util.Map;
import java.util.Set;
import org.crossface.coordination.ViewChanged;
import org.crossface.identity.CurrentActor;

/** What a live stream may carry, and whether it may go on. */
public interface LiveRights {

    /** Whether this actor may hear that this has changed: the role reads its kind, and its site is within the actor's scope. */
    boolean hears(CurrentActor actor, ViewChanged change);

    /**
     * Those of these sessions that still hold.
     *
     * @param sessions who acts in each, by the identifier of the session
     */
    Set<String> open(Map<String, CurrentActor> sessions);
}
