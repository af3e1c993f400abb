package org.crossface.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** The demonstration has users with known passwords, so it starts on the loopback interface or not at all. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LoopbackOnly implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (ServerSettings.of(environment).demo()) {
            requireLoopback(environment, "server.address");
            if (environment.containsProperty("management.server.address")) {
                requireLoopback(environment, "management.server.address");
            }
        }
    }

    private static void requireLoopback(Environment environment, String property) {
        String address = environment.getProperty(property, "");
        if (!isLoopback(address)) {
            throw new RefusedConfiguration(
                    "The demonstration has users with known passwords and would be reachable at " + property + "="
                            + (address.isBlank() ? "(every interface)" : address),
                    "Keep " + property + " on 127.0.0.1, or start without --crossface.demo=true.");
        }
    }

    private static boolean isLoopback(String address) {
        if (address.isBlank()) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new RefusedConfiguration(
                    "The address " + address + " is unknown: " + unknown.getMessage(),
                    "Use the address of an interface of this machine, such as 127.0.0.1.");
        }
    }
}
