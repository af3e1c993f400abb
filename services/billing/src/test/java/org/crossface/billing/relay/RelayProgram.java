package org.crossface.billing.relay;

import org.crossface.billing.BillingConfiguration;
import org.crossface.billing.BillingWorkConfiguration;
import org.crossface.platform.PlatformConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A node with the role billing in a process of its own, to be killed or to die at a {@link HaltingFailPoint}. */
public final class RelayProgram {

    private RelayProgram() {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({PlatformConfiguration.class, BillingConfiguration.class, BillingWorkConfiguration.class})
    static class Node {

        @Bean
        FailPoint failPoint(KafkaClients kafka) {
            return new HaltingFailPoint(kafka);
        }
    }

    /** The arguments are the properties of the node. */
    public static void main(String[] arguments) throws InterruptedException {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Node.class).run(arguments)) {
            ChargeRelay relay = context.getBean(ChargeRelay.class);
            while (relay.isRunning()) {
                System.out.println(
                        relay.status().activity() + " " + relay.status().position());
                Thread.sleep(200);
            }
        }
    }
}
