package org.crossface.web.pages.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.crossface.identity.CurrentActor;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live stream of pages, and a probe that tells a page why its stream ended. */
@RestController
class LiveController {

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(@AuthenticationPrincipal CurrentActor actor, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(streams.open(actor, session == null ? "" : session.getId()));
    }

    /** 204 for a signed-in user; otherwise the security filter chain answers 401. */
    @GetMapping("/events/probe")
    ResponseEntity<Void> probe() {
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }
}
