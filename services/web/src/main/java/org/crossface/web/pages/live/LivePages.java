package org.crossface.web.pages.live;

import java.time.Duration;
import org.crossface.coordination.ViewChanges;
import org.crossface.platform.loops.Loops;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The live stream. */
@Configuration(proxyBeanMethods = false)
@Import(LiveController.class)
public class LivePages {

    @Bean
    LiveStreams liveStreams(
            ViewChanges changes,
            LiveRights rights,
            Loops loops,
            @Value("${crossface.live.heartbeat:5s}") Duration heartbeat) {
        return new LiveStreams(changes, rights, loops, heartbeat);
    }
}
