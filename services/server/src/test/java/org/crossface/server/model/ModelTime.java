package org.crossface.server.model;

import org.crossface.server.api.RunningServer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts a clock that the test moves in the place of the one that all decisions ask. */
@TestConfiguration(proxyBeanMethods = false)
class ModelTime {

    @Bean
    @Primary
    SetClock setClock() {
        return new SetClock(RunningServer.START);
    }
}
