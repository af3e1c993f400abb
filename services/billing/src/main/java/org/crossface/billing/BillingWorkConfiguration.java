package org.crossface.billing;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.billing.automation.WhenStageCompletedRaiseCharges;
import org.crossface.billing.charges.ChargeView;
import org.crossface.billing.coding.BillingTables;
import org.crossface.billing.relay.AdvisoryLockLease;
import org.crossface.billing.relay.ChargeRelay;
import org.crossface.billing.relay.ChargeTopics;
import org.crossface.billing.relay.FailPoint;
import org.crossface.billing.relay.JdbcPublicationLog;
import org.crossface.billing.relay.JdbcStoreIdentity;
import org.crossface.billing.relay.KafkaClients;
import org.crossface.billing.relay.RelayHealth;
import org.crossface.pathway.policy.Policies;
import org.crossface.platform.dispatch.CommandDispatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of a node with the role {@code billing}: the automation, the view and the relay. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BillingProperties.class, KafkaProperties.class})
public class BillingWorkConfiguration {

    @Bean
    WhenStageCompletedRaiseCharges whenStageCompletedRaiseCharges(
            EventStore events,
            CommandDispatch dispatch,
            BillingProperties properties,
            ResourceLoader resources,
            Policies policies) {
        return new WhenStageCompletedRaiseCharges(
                events,
                dispatch,
                BillingTables.codes(resources.getResource(properties.codes())),
                BillingTables.providers(resources.getResource(properties.providers())),
                policies);
    }

    @Bean
    ChargeView chargeView(JdbcClient jdbc) {
        return new ChargeView(jdbc);
    }

    @Bean
    ConfigurerModule billingAutomation() {
        return WhenStageCompletedRaiseCharges.processing();
    }

    @Bean
    KafkaClients billingKafkaClients(KafkaProperties kafka) {
        return new KafkaClients(
                kafka.bootstrapServers(),
                kafka.properties() == null ? Map.of() : kafka.properties(),
                new ChargeTopics(kafka.topicPrefix()));
    }

    @Bean
    ChargeRelay chargeRelay(
            KafkaClients kafka,
            BillingProperties properties,
            EventStore events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            Clock clock,
            ObjectProvider<FailPoint> drill) {
        return new ChargeRelay(
                kafka,
                properties.replicas(),
                events,
                new JdbcStoreIdentity(jdbc),
                new JdbcPublicationLog(jdbc, new TransactionTemplate(transactions)),
                new AdvisoryLockLease(dataSource),
                clock,
                drill.getIfAvailable(FailPoint::none));
    }

    @Bean
    RelayHealth billingRelayHealth(ChargeRelay relay) {
        return new RelayHealth(relay::status);
    }
}
