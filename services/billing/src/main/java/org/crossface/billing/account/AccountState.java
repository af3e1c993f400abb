package org.crossface.billing.account;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The charges of one pathway: a pure fold of their events, shared by decisions and relay.
 *
 * @param byId by charge identifier, in the order of raising
 */
public record AccountState(Map<String, Charge> byId) {

    public AccountState {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    /** Before the first charge. */
    public static AccountState none() {
        return new AccountState(Map.of());
    }

    /** The state after one more fact. */
    public AccountState evolve(BillingEvent event) {
        return switch (event) {
            case ChargeRaised raised -> with(raised.chargeId(), Charge.of(raised));
            case ChargeHeld held -> changed(held, charge -> charge.with(held));
            case ChargeReleased released -> changed(released, charge -> charge.with(released));
            case ChargeReversed reversed -> changed(reversed, charge -> charge.with(reversed));
        };
    }

    /** The charge with this identifier. */
    public Optional<Charge> charge(String chargeId) {
        return Optional.ofNullable(byId.get(chargeId));
    }

    /** All charges in the order of raising. */
    public Collection<Charge> charges() {
        return byId.values();
    }

    Stream<Charge> sameAs(ChargeIdentity identity) {
        return byId.values().stream().filter(charge -> charge.identity().equals(identity));
    }

    private AccountState changed(BillingEvent event, UnaryOperator<Charge> change) {
        Charge before = charge(event.chargeId())
                .orElseThrow(() -> new IllegalStateException("No charge was raised for " + event.chargeId()));
        return with(event.chargeId(), change.apply(before));
    }

    private AccountState with(String chargeId, Charge charge) {
        Map<String, Charge> more = new LinkedHashMap<>(byId);
        more.put(chargeId, charge);
        return new AccountState(more);
    }
}
