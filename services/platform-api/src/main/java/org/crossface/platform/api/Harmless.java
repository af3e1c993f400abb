package org.crossface.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a text component of a stored record identifies nobody and may be stored readable: an opaque reference, a code of a
 * fixed list, a time zone. Every text component of an event is either {@link Personal} or harmless; a test fails on one that is neither.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Harmless {

    /** Why it identifies nobody; empty where the name of the component makes it clear, such as an identifier made by the server. */
    String value() default "";
}
