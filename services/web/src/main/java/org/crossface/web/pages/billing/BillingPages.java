package org.crossface.web.pages.billing;

import org.crossface.identity.gate.ReadGate;
import org.crossface.web.pages.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controller of this page and its entry in the rail. */
@Configuration(proxyBeanMethods = false)
@Import(BillingPage.class)
public class BillingPages {

    @Bean
    RailEntry billingEntry() {
        return new RailEntry(
                70,
                "/billing",
                "receipt-text",
                "Billing",
                false,
                true,
                role -> ReadGate.opens(role, BillingPage.RESOURCE));
    }
}
