package org.crossface.web.operations;

import java.util.List;
import java.util.stream.Collectors;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.rebuild.ServedView;
import org.crossface.coordination.rebuild.ViewBuild;
import org.crossface.coordination.rebuild.ViewBuilds;
import org.crossface.coordination.rebuild.ViewBuilds.AlreadyBuilding;
import org.crossface.coordination.views.Bundle;
import org.crossface.coordination.views.View;
import org.crossface.identity.CurrentActor;
import org.crossface.web.problem.RequestFault;
import org.jspecify.annotations.Nullable;

/** The builds of the views, for operators. */
final class ViewsAccess {

    private static final int SHOWN = 5;

    private final ViewBuilds builds;
    private final ViewPositions positions;

    ViewsAccess(ViewBuilds builds, ViewPositions positions) {
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

    List<ServedView> served(CurrentActor actor) {
        OperationsAccess.requireLook(actor, "look at the views' builds");
        return builds.served();
    }

    /** Requests builds of all views, of those of one bundle, or of one view. */
    List<ViewBuild> start(CurrentActor actor, @Nullable String bundle, @Nullable String view) {
        OperationsAccess.requireAct(actor, "build the views");
        List<Bundle> chosen = chosen(bundle, view);
        for (Bundle each : chosen) {
            if (builds.underWay(each).isPresent()) {
                throw alreadyBuilding(each);
            }
        }
        return chosen.stream().map(each -> start(actor, each, view)).toList();
    }

    private static List<Bundle> chosen(@Nullable String bundle, @Nullable String view) {
        if (view != null) {
            return List.of(Bundles.ofView(view)
                    .orElseThrow(() -> RequestFault.notFound(
                            "There is no view " + view,
                            "Name one of "
                                    + Bundles.views(Bundles.ALL).stream()
                                            .map(View::name)
                                            .collect(Collectors.joining(", ")))));
        }
        if (bundle != null) {
            return List.of(Bundles.find(bundle)
                    .orElseThrow(() -> RequestFault.notFound(
                            "There is no bundle " + bundle,
                            "Name one of " + String.join(", ", Bundles.names(Bundles.ALL)))));
        }
        return Bundles.ALL;
    }

    private ViewBuild start(CurrentActor actor, Bundle bundle, @Nullable String view) {
        List<View> views = bundle.views().stream()
                .filter(each -> view == null || each.name().equals(view))
                .toList();
        try {
            return builds.start(bundle, views, actor.id());
        } catch (AlreadyBuilding underWay) {
            throw alreadyBuilding(bundle);
        }
    }

    private static RequestFault alreadyBuilding(Bundle bundle) {
        return RequestFault.conflict(
                "Views of the bundle " + bundle.name() + " are being built already",
                "Wait for that build, or cancel it");
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
