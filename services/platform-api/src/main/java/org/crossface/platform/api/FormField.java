package org.crossface.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Label, unit, range and help of one component of a command. The API checks the range, the pages draw the field and the API documentation
 * describes it from this one declaration.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface FormField {

    String label();

    /** Such as {@code cm} or {@code min}; empty for a value without unit. */
    String unit() default "";

    /** Lowest allowed number, or smallest allowed length of a text or list. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Highest allowed number, or greatest allowed length of a text or list. */
    double max() default Double.POSITIVE_INFINITY;

    /** Numbers are multiples of this; 0 for any. */
    double step() default 0;

    String help() default "";

    /** Whether a text is written on several lines. */
    boolean multiline() default false;
}
