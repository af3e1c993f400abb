package org.crossface.web.pages.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controller of these pages. */
@Configuration(proxyBeanMethods = false)
@Import(AuditPage.class)
public class AuditPages {}
