package org.crossface.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a stored record that can identify a person: names, contacts, numbers of cards and authorisations, any free text.
 *
 * <p>The component is stored encrypted under the key of the patient whom the record is about. Once that key has been destroyed, a
 * component of type {@link String} reads as {@value #ERASED} and one of any other type as {@code null}, so a component of another type
 * must be declared {@code @Nullable}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Personal {

    /** The value of a personal text after the patient's key has been destroyed. */
    String ERASED = "[erased]";
}
