package org.crossface.audit.replay;

import org.crossface.coordination.CoordinationConfiguration;
import org.crossface.coordination.ProjectionConfiguration;
import org.crossface.coordination.rebuild.FailPoint;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.platform.PlatformConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A node with the role projection in a process of its own, to be killed; it builds views when somebody asks for it. */
public final class BuildingProgram {

    /** Property that names the step of the switch at which the node dies. */
    static final String DIES_AT = "crossface.drill.dies-at";

    /** As of a process that was killed with SIGKILL. */
    static final int EXIT_CODE = 137;

    private BuildingProgram() {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({PlatformConfiguration.class, CoordinationConfiguration.class, ProjectionConfiguration.class})
    static class Node {

        @Bean
        Policies policies() {
            return at -> Policy.defaults();
        }

        /** The node dies at once, as from kill -9, where its property says. */
        @Bean
        FailPoint failPoint(@Value("${" + DIES_AT + ":}") String diesAt) {
            return step -> {
                if (step.name().equals(diesAt)) {
                    Runtime.getRuntime().halt(EXIT_CODE);
                }
            };
        }
    }

    /** The arguments are the properties of the node. It runs until it is killed, or its parent is gone. */
    public static void main(String[] arguments) throws Exception {
        new SpringApplicationBuilder(Node.class).run(arguments);
        int end = System.in.read();
        Runtime.getRuntime().halt(end < 0 ? 0 : 1);
    }
}
