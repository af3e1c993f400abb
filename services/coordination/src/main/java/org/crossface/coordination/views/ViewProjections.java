package org.crossface.coordination.views;

import java.util.List;
import java.util.function.Supplier;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.projection.PathwayHistory;
import org.crossface.pathway.policy.Policies;
import org.springframework.jdbc.core.JdbcTemplate;

/** The projections of the serving views of a node, one for each bundle, and the event processors that run them. */
public final class ViewProjections {

    private final List<ViewProjection> projections;

    private ViewProjections(List<ViewProjection> projections) {
        this.projections = projections;
    }

    /**
     * Projections that write the serving views.
     *
     * @param changes notified of changes
     * @param recent cache of states, shared by the bundles
     */
    public static ViewProjections serving(
            List<Bundle> bundles,
            JdbcTemplate jdbc,
            PathwayHistory history,
            Policies policies,
            ViewChanges changes,
            RecentStates recent) {
        return new ViewProjections(bundles.stream()
                .map(bundle -> ViewProjection.serving(
                        bundle,
                        new Projector(jdbc, bundle.views(), ViewPlace.SERVING, history, policies, recent),
                        jdbc,
                        changes))
                .toList());
    }

    /**
     * One event processor for each bundle.
     *
     * @param projections resolved when Axon starts
     */
    public static ConfigurerModule processors(List<Bundle> bundles, Supplier<ViewProjections> projections) {
        return configurer -> bundles.forEach(bundle -> configure(configurer.eventProcessing(), bundle, projections));
    }

    private static void configure(
            EventProcessingConfigurer processing, Bundle bundle, Supplier<ViewProjections> projections) {
        processing
                .registerEventHandler(configuration -> projections.get().of(bundle))
                .assignHandlerInstancesMatching(
                        bundle.processor(),
                        handler -> handler instanceof ViewProjection projection
                                && projection.bundle().equals(bundle))
                .registerHandlerInterceptor(
                        bundle.processor(),
                        configuration -> projections.get().of(bundle).noting());
    }

    private ViewProjection of(Bundle bundle) {
        return projections.stream()
                .filter(each -> each.bundle().equals(bundle))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No projection of the bundle " + bundle.name()));
    }
}
