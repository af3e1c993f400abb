package org.crossface.web.operations;

import java.util.List;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.rebuild.ViewBuild;
import org.crossface.coordination.rebuild.ViewBuilds;
import org.crossface.coordination.rebuild.ViewBuilds.AlreadyBuilding;
import org.crossface.identity.CurrentActor;
import org.crossface.web.api.problem.RequestFault;

/** The builds of the views for people who look after the machinery. */
final class ViewsOffice {

    private static final int SHOWN = 5;

    private final ViewBuilds builds;
    private final ViewPositions positions;

    ViewsOffice(ViewBuilds builds, ViewPositions positions) {
        this.builds = builds;
        this.positions = positions;
    }

    long position(CurrentActor actor) {
        OperationsAccess.requireLook(actor, "look at the views' builds");
        return positions.reached();
    }

    List<ViewBuild> builds(CurrentActor actor) {
        OperationsAccess.requireLook(actor, "look at the views' builds");
        return builds.latest(SHOWN);
    }

    ViewBuild start(CurrentActor actor) {
        OperationsAccess.requireAct(actor, "build the views");
        try {
            return builds.start(actor.id());
        } catch (AlreadyBuilding underWay) {
            throw RequestFault.conflict("The views are being built already", "Wait for that build, or cancel it");
        }
    }

    ViewBuild cancel(CurrentActor actor, long number) {
        OperationsAccess.requireAct(actor, "build the views");
        if (!builds.cancel(number, actor.id())) {
            throw RequestFault.conflict(
                    "Build " + number + " is not under way", "Look at the list again; it may serve already");
        }
        return builds.find(number)
                .orElseThrow(() -> RequestFault.notFound("There is no build " + number, "Look at the list"));
    }
}
