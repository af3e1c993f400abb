package org.crossface.web.pages.today;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controller of these pages. */
@Configuration(proxyBeanMethods = false)
@Import(TodayPage.class)
public class TodayPages {}
