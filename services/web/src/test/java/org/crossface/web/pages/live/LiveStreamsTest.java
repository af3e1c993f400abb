package org.crossface.web.pages.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crossface.coordination.ViewChanged;
import org.crossface.coordination.ViewChanges;
import org.crossface.identity.CurrentActor;
import org.crossface.platform.api.Role;
import org.crossface.platform.loops.Loops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveStreamsTest {

    private static final CurrentActor READER =
            new CurrentActor("ada", "ada", "Ada", Role.SURGEON, "org-center", Set.of("site-bayview"));

    private final CopyOnWriteArrayList<Set<String>> asked = new CopyOnWriteArrayList<>();
    private final LiveStreams streams =
            new LiveStreams(ViewChanges.ofOneNode(), new Rights(), new Loops(), Duration.ofSeconds(5));

    /** While the first sessions are looked up, somebody else opens a stream. */
    private final class Rights implements LiveRights {

        @Override
        public boolean hears(CurrentActor actor, ViewChanged change) {
            return true;
        }

        @Override
        public Set<String> open(Map<String, CurrentActor> sessions) {
            if (asked.isEmpty()) {
                var unused = streams.open(READER, "later");
            }
            asked.add(Set.copyOf(sessions.keySet()));
            return sessions.keySet();
        }
    }

    @AfterEach
    void stop() {
        streams.stop();
    }

    @Test
    void aStreamThatIsOpenedWhileSessionsAreCheckedGoesOn() {
        streams.start();
        var unused = streams.open(READER, "first");

        await().atMost(Duration.ofSeconds(30)).until(() -> asked.size() > 1);

        assertThat(asked.getFirst()).containsExactly("first");
        assertThat(asked.get(1)).containsExactlyInAnyOrder("first", "later");
        assertThat(streams.count()).isEqualTo(2);
    }
}
