package org.crossface.server;

import org.springframework.context.annotation.Configuration;

/** Which modules a node loads. */
@Configuration(proxyBeanMethods = false)
class Wiring {}
