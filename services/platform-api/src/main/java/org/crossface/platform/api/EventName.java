package org.crossface.platform.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event is stored for ever, in place of its Java class name, such as {@code surgery.stage-one-completed}.
 * A released pair of name and revision never changes its shape: a change of shape is a new revision with an {@link Upcaster}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {

    /** {@code area.past-tense-fact} in lower-case kebab style. */
    String value();

    /** Counts from 1. */
    int revision() default 1;

    /** One for each earlier revision: the first leads from revision 1 to 2. */
    Class<? extends Upcaster>[] upcasters() default {};
}
