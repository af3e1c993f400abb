package org.crossface.web.pages.board;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controller of these pages. */
@Configuration(proxyBeanMethods = false)
@Import(BoardPage.class)
public class BoardPages {}
