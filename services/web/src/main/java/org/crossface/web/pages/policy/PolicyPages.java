package org.crossface.web.pages.policy;

import java.time.Clock;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.identity.gate.ReadGate;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.web.pages.RailEntry;
import org.crossface.web.policy.PolicyReach;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controller of this page, what it asks, and its entry in the rail. */
@Configuration(proxyBeanMethods = false)
@Import(PolicyPage.class)
public class PolicyPages {

    @Bean
    PolicyReach policyReach(
            EventSourcedPolicies policies, Board board, PathwayRecords records, ReadGate gate, Clock clock) {
        return new PolicyReach(policies, board, records, gate, clock);
    }

    @Bean
    RailEntry policyEntry() {
        return new RailEntry(95, PolicyPage.PATH, "list-checks", "Policy", true, false, PolicyPage::opens);
    }
}
