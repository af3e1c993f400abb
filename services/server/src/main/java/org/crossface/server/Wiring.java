package org.crossface.server;

import org.crossface.platform.PlatformConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Which modules a node loads. */
@Configuration(proxyBeanMethods = false)
@Import(PlatformConfiguration.class)
class Wiring {}
