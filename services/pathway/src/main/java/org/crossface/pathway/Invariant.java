package org.crossface.pathway;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.crossface.platform.api.Role;

/**
 * Marks a rule of the clinical reference: a static method {@code Verdict rule(PathwayState, C command, Circumstances)} that changes
 * nothing and asks no clock.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Invariant {

    /** Such as {@code INV-21}. */
    String value();

    RuleClass kind();

    /** The rule in a sentence that a nurse understands. */
    String says();

    /** Who may override a clinical rule. */
    Role[] overriddenBy() default {};
}
