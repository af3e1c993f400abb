package org.crossface.web.pages.live;

import org.crossface.coordination.ViewChanges;
import org.crossface.platform.loops.Loops;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The live stream. */
@Configuration(proxyBeanMethods = false)
@Import(LiveController.class)
public class LivePages {

    @Bean
    LiveStreams liveStreams(ViewChanges changes, LiveRights rights, Loops loops) {
        return new LiveStreams(changes, rights, loops);
    }
}
