package org.crossface.coordination.deadlines;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.crossface.pathway.policy.PolicyApproved;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.platform.deadlines.Deadlines;
import org.crossface.platform.processing.ProcessorDefaults;
import org.jspecify.annotations.Nullable;

/** The deadline of each approved version of the policy: the instant at which it takes effect. */
@ProcessingGroup(PolicyDeadlines.PROCESSOR)
public final class PolicyDeadlines {

    /** Name of the event processor. */
    public static final String PROCESSOR = "policy-deadlines";

    /** Name of its deadlines in the table. */
    public static final String NAME = "policy";

    private final EventSourcedPolicies policies;
    private final Deadlines deadlines;

    public PolicyDeadlines(EventSourcedPolicies policies, Deadlines deadlines) {
        this.policies = policies;
        this.deadlines = deadlines;
    }

    /** Its event processor begins with the first event: a version that was approved while no node ran takes effect too. */
    public static ConfigurerModule processing() {
        return configurer -> configurer
                .eventProcessing()
                .registerTrackingEventProcessorConfiguration(
                        PROCESSOR, configuration -> ProcessorDefaults.inBatchesOf(ProcessorDefaults.BATCH_SIZE));
    }

    @EventHandler
    void on(PolicyApproved approval) {
        Map<String, @Nullable Instant> one = new HashMap<>();
        one.put(approval.version(), effectiveFrom(approval.version()));
        deadlines.move(one);
    }

    /**
     * When a version takes effect.
     *
     * @throws IllegalStateException if nobody proposed it
     */
    public Instant effectiveFrom(String version) {
        return policies.versions().stream()
                .filter(each -> each.proposal().version().equals(version))
                .map(each -> each.proposal().effectiveFrom().toInstant())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No version " + version + " is proposed"));
    }
}
