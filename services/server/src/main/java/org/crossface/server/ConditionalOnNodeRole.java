package org.crossface.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The configuration is loaded on nodes that have the role. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnNodeRole.NodeHasRole.class)
@interface ConditionalOnNodeRole {
    /** The role that the node must have. */
    NodeRole value();

    /** Compares the annotation with the node's roles. */
    final class NodeHasRole implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Map<String, Object> attributes = metadata.getAnnotationAttributes(ConditionalOnNodeRole.class.getName());
            return attributes != null
                    && attributes.get("value") instanceof NodeRole role
                    && NodeRoles.of(context.getEnvironment()).has(role);
        }
    }
}
