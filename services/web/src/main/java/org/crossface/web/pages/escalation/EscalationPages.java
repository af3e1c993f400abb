package org.crossface.web.pages.escalation;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controller of the banner. */
@Configuration(proxyBeanMethods = false)
@Import(EscalationBanner.class)
public class EscalationPages {}
