package org.crossface.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.crossface.coordination.DeadlineConfiguration;
import org.crossface.platform.api.AccessLog;
import org.crossface.platform.bench.Product;
import org.crossface.platform.schema.PostgresEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A node that has the roles command and automation of the product and neither pages nor views nor Kafka, for bench and drill. */
@Configuration(proxyBeanMethods = false)
@Import({PathwayWiring.class, DeadlineConfiguration.class})
class FollowUpNode {

    /** Nobody reads here. */
    @Bean
    AccessLog accessLog() {
        return access -> {};
    }

    /**
     * Starts it in this JVM, with the movable clock of a demonstration.
     *
     * @param home holds the key-encryption key, the same for all nodes of a database
     * @param more further configuration classes
     */
    static Product start(String name, PostgresEndpoint endpoint, Path home, Class<?>... more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("crossface.demo", "true");
        // The server's own properties come before these; this node is none of its.
        settings.put("spring.config.name", "follow-up-node");
        Class<?>[] all = new Class<?>[more.length + 1];
        all[0] = FollowUpNode.class;
        System.arraycopy(more, 0, all, 1, more.length);
        return Product.start(name, endpoint, home, settings, configurer -> {}, all);
    }
}
