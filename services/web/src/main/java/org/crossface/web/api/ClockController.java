package org.crossface.web.api;

import java.time.Instant;
import org.crossface.identity.CurrentActor;
import org.crossface.platform.api.Role;
import org.crossface.platform.time.DomainClock;
import org.crossface.web.problem.RequestFault;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The domain's clock; in a demonstration an administrator moves it forward. */
@RestController
class ClockController {

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final DomainClock clock;

    ClockController(DomainClock clock) {
        this.clock = clock;
    }

    /**
     * Domain time.
     *
     * @param movable whether this is the clock of a demonstration
     */
    record Time(Instant instant, boolean movable) {}

    /** The time to move the clock to. */
    record Move(@Nullable Instant instant) {}

    @GetMapping("/api/clock")
    Time read() {
        return new Time(clock.instant(), clock.movable());
    }

    @PutMapping("/api/clock")
    Time move(@AuthenticationPrincipal CurrentActor actor, @RequestBody Move move) {
        if (actor.role() != Role.ADMINISTRATOR) {
            throw RequestFault.forbidden("Only an administrator moves the clock", "Sign in as an administrator");
        }
        if (!clock.movable()) {
            throw RequestFault.conflict(
                    "The clock can be moved only in a demonstration", "Start the server with crossface.demo=true");
        }
        Instant wanted = move.instant();
        if (wanted == null) {
            throw RequestFault.badField("instant", "instant is missing", "Give an ISO instant");
        }
        if (wanted.isAfter(LATEST)) {
            throw RequestFault.badField("instant", "Nobody will be treated then", "Give an instant before " + LATEST);
        }
        return new Time(clock.moveTo(wanted), true);
    }
}
