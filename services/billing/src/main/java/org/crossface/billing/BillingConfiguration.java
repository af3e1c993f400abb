package org.crossface.billing;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.crossface.billing.account.BillingAccount;
import org.crossface.billing.charges.ChargeQueries;
import org.crossface.platform.eventstore.AggregateCaches;
import org.crossface.platform.schema.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of billing on every node: the account's commands, its tables and the queries of the billing page. */
@Configuration(proxyBeanMethods = false)
public class BillingConfiguration {

    @Bean
    static ModuleSchema billingSchema() {
        return new ModuleSchema("billing");
    }

    @Bean
    ConfigurerModule billingAccounts(AggregateCaches caches) {
        return configurer ->
                configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(BillingAccount.class)
                        .configureCache(configuration -> caches.of(BillingAccount.class)));
    }

    @Bean
    ChargeQueries chargeQueries(JdbcClient jdbc) {
        return new ChargeQueries(jdbc);
    }
}
