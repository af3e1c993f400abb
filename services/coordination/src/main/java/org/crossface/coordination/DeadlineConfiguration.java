package org.crossface.coordination;

import java.time.Duration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.crossface.coordination.deadlines.PathwayDeadlines;
import org.crossface.coordination.deadlines.PolicyDeadlines;
import org.crossface.coordination.deadlines.WhenDeadlinePassedRecordLateness;
import org.crossface.coordination.deadlines.WhenMessageIsDueRequestIt;
import org.crossface.coordination.deadlines.WhenPolicyTakesEffectMoveDeadlines;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.views.PathwayUpdates;
import org.crossface.coordination.views.RecentStates;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.platform.deadlines.DeadlineLoop;
import org.crossface.platform.deadlines.Deadlines;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.CommandsInWork;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.personal.SubjectKeys;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deadlines of pathways and their messages, and what is recorded when they pass. For nodes with the automation role. */
@Configuration(proxyBeanMethods = false)
public class DeadlineConfiguration {

    /** Some hundred thousand pathways are gone through in it. */
    private static final Duration LONGEST_PASS = Duration.ofMinutes(30);

    /** The states that this work caches are its own, since a node may have no views. */
    @Bean
    PathwayUpdates deadlineUpdates(EventStorageEngine engine, Policies policies, SubjectKeys keys) {
        RecentStates states = new RecentStates();
        keys.onDestroyed(states::clear);
        return new PathwayUpdates(new StoredHistory(engine), policies, states);
    }

    @Bean
    Deadlines pathwayDeadlineTable(JdbcClient jdbc) {
        return new Deadlines(jdbc, PathwayDeadlines.NAME);
    }

    @Bean
    Deadlines messageDeadlineTable(JdbcClient jdbc) {
        return new Deadlines(jdbc, PathwayDeadlines.MESSAGES);
    }

    @Bean
    Deadlines policyDeadlineTable(JdbcClient jdbc) {
        return new Deadlines(jdbc, PolicyDeadlines.NAME);
    }

    @Bean
    PathwayDeadlines pathwayDeadlines(
            PathwayUpdates deadlineUpdates,
            Policies policies,
            @Qualifier("pathwayDeadlineTable") Deadlines deadlines,
            @Qualifier("messageDeadlineTable") Deadlines messages) {
        return new PathwayDeadlines(deadlineUpdates, policies, deadlines, messages);
    }

    @Bean
    PolicyDeadlines policyDeadlines(
            EventSourcedPolicies policies, @Qualifier("policyDeadlineTable") Deadlines deadlines) {
        return new PolicyDeadlines(policies, deadlines);
    }

    @Bean
    ConfigurerModule deadlineProcessing() {
        return PathwayDeadlines.processing();
    }

    @Bean
    ConfigurerModule policyDeadlineProcessing() {
        return PolicyDeadlines.processing();
    }

    @Bean
    DeadlineLoop messageDeadlineLoop(
            @Qualifier("messageDeadlineTable") Deadlines deadlines,
            CommandDispatch dispatch,
            PathwayUpdates deadlineUpdates,
            Policies policies,
            CommandsInWork inWork,
            Loops loops) {
        return new DeadlineLoop(
                deadlines,
                new WhenMessageIsDueRequestIt(dispatch, deadlineUpdates, policies),
                DeadlineLoop.Settings.usual(),
                inWork::number,
                loops);
    }

    @Bean
    DeadlineLoop deadlineLoop(
            @Qualifier("pathwayDeadlineTable") Deadlines deadlines,
            CommandDispatch dispatch,
            CommandsInWork inWork,
            Loops loops) {
        return new DeadlineLoop(
                deadlines,
                new WhenDeadlinePassedRecordLateness(dispatch),
                DeadlineLoop.Settings.usual(),
                inWork::number,
                loops);
    }

    @Bean
    DeadlineLoop policyDeadlineLoop(
            @Qualifier("policyDeadlineTable") Deadlines versions,
            @Qualifier("pathwayDeadlineTable") Deadlines deadlines,
            PolicyDeadlines takingEffect,
            PathwayUpdates deadlineUpdates,
            Policies policies,
            Loops loops) {
        return new DeadlineLoop(
                versions,
                new WhenPolicyTakesEffectMoveDeadlines(
                        takingEffect::effectiveFrom, deadlines, deadlineUpdates, policies),
                DeadlineLoop.Settings.oneAfterAnother(LONGEST_PASS),
                () -> 0,
                loops);
    }
}
