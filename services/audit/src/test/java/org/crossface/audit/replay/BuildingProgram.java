package org.crossface.audit.replay;

import org.crossface.coordination.CoordinationConfiguration;
import org.crossface.coordination.ProjectionConfiguration;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.platform.PlatformConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A node with the role projection in a process of its own, to be killed; it builds views when somebody asks for it. */
public final class BuildingProgram {

    private BuildingProgram() {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({PlatformConfiguration.class, CoordinationConfiguration.class, ProjectionConfiguration.class})
    static class Node {

        @Bean
        Policies policies() {
            return at -> Policy.defaults();
        }
    }

    /** The arguments are the properties of the node. It runs until it is killed, or its parent is gone. */
    public static void main(String[] arguments) throws Exception {
        new SpringApplicationBuilder(Node.class).run(arguments);
        int end = System.in.read();
        Runtime.getRuntime().halt(end < 0 ? 0 : 1);
    }
}
