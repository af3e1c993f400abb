package org.crossface.audit.erasure;

import org.axonframework.config.ConfigurerModule;
import org.crossface.platform.personal.SubjectKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that carry out an erasure, for the nodes that run the event processors. */
@Configuration(proxyBeanMethods = false)
public class ErasureConfiguration {

    @Bean
    WhenSubjectErasedDestroyKey whenSubjectErasedDestroyKey(SubjectKeys keys) {
        return new WhenSubjectErasedDestroyKey(keys);
    }

    @Bean
    ConfigurerModule erasureProcessing() {
        return WhenSubjectErasedDestroyKey.processing();
    }
}
