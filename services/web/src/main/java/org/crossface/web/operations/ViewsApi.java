package org.crossface.web.operations;

import java.time.Instant;
import java.util.List;
import org.crossface.coordination.rebuild.ServedView;
import org.crossface.coordination.rebuild.ViewBuild;
import org.crossface.identity.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The state of the views, and building new ones beside the serving ones. */
@RestController
@RequestMapping("/api/operations/views")
class ViewsApi {

    private final ViewsAccess office;

    ViewsApi(ViewsAccess office) {
        this.office = office;
    }

    /**
     * A build of views.
     *
     * @param bundle whose views are built
     * @param views their names
     * @param done position up to which the build holds every event
     * @param total position of the last event
     * @param rate events per second
     * @param secondsLeft until the build has caught up, at this rate; absent while the rate is unknown
     */
    record Build(
            long number,
            String bundle,
            List<String> views,
            ViewBuild.State state,
            String askedBy,
            Instant askedAt,
            @Nullable Instant endedAt,
            long done,
            long total,
            double rate,
            @Nullable Long secondsLeft) {

        static Build of(ViewBuild build) {
            return new Build(
                    build.number(),
                    build.bundle(),
                    build.views(),
                    build.state(),
                    build.askedBy(),
                    build.askedAt(),
                    build.endedAt(),
                    build.done(),
                    build.total(),
                    build.rate(),
                    build.left().map(left -> left.toSeconds()).orElse(null));
        }
    }

    /**
     * The views.
     *
     * @param position up to which the serving views hold every event
     * @param served each view, with its bundle and its revision
     * @param builds the latest builds, newest first
     */
    record Views(long position, List<ServedView> served, List<Build> builds) {}

    @GetMapping
    Views views(@AuthenticationPrincipal CurrentActor actor) {
        return new Views(
                office.position(actor),
                office.served(actor),
                office.builds(actor).stream().map(Build::of).toList());
    }

    /**
     * Starts to build views; queries read the serving views until the new ones replace them automatically.
     *
     * @param bundle only the views of this bundle
     * @param view only this view
     */
    @PostMapping("/builds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    List<Build> build(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam(required = false) @Nullable String bundle,
            @RequestParam(required = false) @Nullable String view) {
        return office.start(actor, bundle, view).stream().map(Build::of).toList();
    }

    /** Cancels a build and deletes its data. */
    @PostMapping("/builds/{number}/cancel")
    Build cancel(@AuthenticationPrincipal CurrentActor actor, @PathVariable long number) {
        return Build.of(office.cancel(actor, number));
    }
}
