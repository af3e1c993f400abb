package org.crossface.server.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The nodes in rotation. */
final class Targets {

    private final List<Target> all;
    private final AtomicInteger turn = new AtomicInteger();

    Targets(List<Target> all) {
        this.all = List.copyOf(all);
    }

    List<Target> all() {
        return all;
    }

    /**
     * The next node that is up and has not been tried for this request. When none is up, nodes that seem down are tried too, since a check
     * may be late.
     */
    Optional<Target> next(Collection<Target> tried) {
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        Optional<Target> seemsDown = Optional.empty();
        for (int i = 0; i < all.size(); i++) {
            Target target = all.get((first + i) % all.size());
            if (!tried.contains(target)) {
                if (target.isUp()) {
                    return Optional.of(target);
                }
                seemsDown = Optional.of(target);
            }
        }
        boolean noneIsUp = all.stream().noneMatch(Target::isUp);
        return noneIsUp ? seemsDown : Optional.empty();
    }
}
