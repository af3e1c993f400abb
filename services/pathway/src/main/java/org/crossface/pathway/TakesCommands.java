package org.crossface.pathway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.ForwardNone;

/**
 * An aggregate member that has command handlers and no event sourcing handlers. Axon forwards every event to every member unless it is told
 * not to, and with some thirty members that was half of what loading a pathway cost.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@AggregateMember(eventForwardingMode = ForwardNone.class)
@interface TakesCommands {}
