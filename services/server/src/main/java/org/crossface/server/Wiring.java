package org.crossface.server;

import org.crossface.audit.AuditConfiguration;
import org.crossface.audit.erasure.ErasureConfiguration;
import org.crossface.billing.BillingConfiguration;
import org.crossface.billing.BillingWorkConfiguration;
import org.crossface.billing.charges.ChargeQueries;
import org.crossface.coordination.CoordinationConfiguration;
import org.crossface.coordination.DeadlineConfiguration;
import org.crossface.coordination.ProjectionConfiguration;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.record.PathwayOwners;
import org.crossface.identity.IdentityConfiguration;
import org.crossface.identity.signin.OpenSessions;
import org.crossface.identity.users.Users;
import org.crossface.messages.MessagesConfiguration;
import org.crossface.messages.MessagesWorkConfiguration;
import org.crossface.messages.subscriptions.StaffDirectory;
import org.crossface.pathway.authority.PatientReach;
import org.crossface.platform.PlatformConfiguration;
import org.crossface.web.WebConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The modules that a node loads: those of every node, and those of its roles. */
@Configuration(proxyBeanMethods = false)
@Import({
    PlatformConfiguration.class,
    PathwayWiring.class,
    AuditConfiguration.class,
    CoordinationConfiguration.class,
    BillingConfiguration.class,
    IdentityConfiguration.class,
    MessagesConfiguration.class,
    Wiring.Web.class,
    Wiring.Projection.class,
    Wiring.Automation.class,
    Wiring.Billing.class
})
class Wiring {

    /** Pages and the API. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnNodeRole(NodeRole.WEB)
    @Import(WebConfiguration.class)
    static class Web {

        @Bean
        SiteLiveRights liveRights(
                PathwayOwners pathways, PatientReach patients, ChargeQueries charges, OpenSessions sessions) {
            return new SiteLiveRights(pathways, patients, charges, sessions);
        }
    }

    /** The view models. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnNodeRole(NodeRole.PROJECTION)
    @Import(ProjectionConfiguration.class)
    static class Projection {}

    /** Automations. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnNodeRole(NodeRole.AUTOMATION)
    @Import({ErasureConfiguration.class, DeadlineConfiguration.class, MessagesWorkConfiguration.class})
    static class Automation {

        /** Who of the subscribers can be reached now. */
        @Bean
        StaffDirectory staffDirectory(Users users) {
            return (ids, role, siteId) -> users.reachable(ids, role, siteId).stream()
                    .map(each -> new StaffDirectory.Recipient(each.userId(), each.address()))
                    .toList();
        }
    }

    /** Charges and the relay to Kafka. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnNodeRole(NodeRole.BILLING)
    @Import(BillingWorkConfiguration.class)
    static class Billing {

        @Bean
        ChargeChanges chargeChanges(ViewChanges changes) {
            return new ChargeChanges(changes);
        }
    }
}
