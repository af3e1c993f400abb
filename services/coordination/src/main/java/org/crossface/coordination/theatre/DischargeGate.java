package org.crossface.coordination.theatre;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossface.pathway.Stage;
import org.crossface.pathway.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What same-day discharge needs and what of it is there (P6, P11). It only shows; the rules INV-37 to INV-44 decide when the discharge is
 * recorded. Both read the same state, and a test over random histories compares them.
 */
public final class DischargeGate {

    private static final Duration LAPSING = Duration.ofMinutes(10);

    private final Policy policy;

    /** The gate of one policy version. */
    public DischargeGate(Policy policy) {
        this.policy = policy;
    }

    /** Where an item stands. */
    public enum State {
        MET,
        OPEN,
        /** Met, but not for much longer. */
        LAPSING,
        /** Tried, and not enough. */
        FAILED
    }

    /**
     * One item.
     *
     * @param label such as {@code Aldrete 9}
     * @param at when it was met or tried; {@code null} while it is open
     * @param until when it lapses; {@code null} when it does not
     */
    public record Item(
            String label,
            State state,
            @Nullable Instant at,
            @Nullable Instant until) {

        /** Whether discharge may go ahead as far as this item is concerned. */
        public boolean isMet() {
            return state == State.MET || state == State.LAPSING;
        }
    }

    /** Every item for this case, in the order in which they are usually met. */
    public List<Item> items(TheatreCase each, Instant now) {
        List<Item> items = new ArrayList<>();
        items.add(afterAnesthesia(each, "Aldrete", aldrete(each)));
        items.add(afterAnesthesia(each, "PADSS", padss(each, now)));
        if (each.stage() == Stage.TWO && !each.noFlap()) {
            items.add(flapCheck(each, now));
            items.add(simple("Flap plan", each.flapPlannedAt()));
        }
        items.add(afterAnesthesia(each, "Evaluated", simple("Evaluated", each.evaluatedAt())));
        items.add(simple("Order", each.orderAt()));
        if (each.bedMissing()) {
            items.add(open("Bed"));
        }
        items.add(afterAnesthesia(each, "Adult", adult(each)));
        items.add(simple("Teach-back", each.instructionsAt()));
        return items;
    }

    /** There is nothing to recover from when the case ended before anesthesia. */
    private static Item afterAnesthesia(TheatreCase each, String label, Item item) {
        return each.neverAnesthetised() ? new Item(label + ", not needed", State.MET, null, null) : item;
    }

    private static Item adult(TheatreCase each) {
        return each.escortExempted()
                ? new Item("No escort, exempted", State.MET, null, null)
                : simple("Adult", each.escortAt());
    }

    private Item aldrete(TheatreCase each) {
        Integer total = each.aldrete();
        if (total == null) {
            return open("Aldrete");
        }
        return total >= policy.aldreteThreshold()
                ? new Item("Aldrete " + total, State.MET, each.aldreteAt(), null)
                : new Item(
                        "Aldrete " + total + ", needs " + policy.aldreteThreshold(),
                        State.FAILED,
                        each.aldreteAt(),
                        null);
    }

    private Item padss(TheatreCase each, Instant now) {
        Integer total = each.padss();
        Instant at = each.padssAt();
        if (total == null || at == null) {
            return open("PADSS");
        }
        Integer lowest = each.padssLowest();
        if (total < policy.padssThreshold()) {
            return new Item("PADSS " + total + ", needs " + policy.padssThreshold(), State.FAILED, at, null);
        }
        if (lowest != null && lowest == 0) {
            return new Item("PADSS " + total + ", one item 0", State.FAILED, at, null);
        }
        return within("PADSS " + total, at, policy.scoreMaxAgeMinutes(), now);
    }

    /** The newest check decides; a suspicion without one is for the surgeon. */
    private Item flapCheck(TheatreCase each, Instant now) {
        Instant passed = each.flapPassedAt();
        if (passed != null) {
            return within("Flap check", passed, policy.flapCheckMaxAgeMinutes(), now);
        }
        return each.flapSuspectedAt() == null
                ? open("Flap check")
                : new Item("Flap in doubt", State.FAILED, each.flapSuspectedAt(), null);
    }

    /** The age counts in whole minutes, as the rules count it. */
    private static Item within(String label, Instant at, int minutes, Instant now) {
        Instant until = at.plus(Duration.ofMinutes(minutes));
        if (Duration.between(at, now).toMinutes() > minutes) {
            return new Item(label + ", too old", State.FAILED, at, until);
        }
        return new Item(label, now.isAfter(until.minus(LAPSING)) ? State.LAPSING : State.MET, at, until);
    }

    private static Item simple(String label, @Nullable Instant at) {
        return at == null ? open(label) : new Item(label, State.MET, at, null);
    }

    private static Item open(String label) {
        return new Item(label, State.OPEN, null, null);
    }
}
