package org.crossface.web.pages.account;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controller of the page. */
@Configuration(proxyBeanMethods = false)
@Import(AccountPage.class)
public class AccountPages {}
